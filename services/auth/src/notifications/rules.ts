// Which notifications a user wants pushed.

/** The preference that governs a kind: the part before the dot, in the plural of the preferences. */
export function isPushWanted(kind: string, preferences: Readonly<Record<string, boolean>>): boolean {
  const noun = kind.split('.')[0] ?? ''
  return preferences[noun] ?? preferences[`${noun}s`] ?? true
}
