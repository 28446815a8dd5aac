// Which notifications a user wants pushed, and which concern the user alone.

/** The preference that governs a kind: the part before the dot, in the plural of the preferences. */
export function isPushWanted(kind: string, preferences: Readonly<Record<string, boolean>>): boolean {
  const noun = kind.split('.')[0] ?? ''
  return preferences[noun] ?? preferences[`${noun}s`] ?? true
}

/** Whether a kind is about one's own account: that is told also to those who were deactivated, rejected or taken out. */
export const isAboutPerson = (kind: string): boolean => /^(security|user)\./.test(kind)
