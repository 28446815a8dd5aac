/** Remembers the results of `find` for the last `atMost` keys, but no failures. */
export function remembering<T>(
  atMost: number,
  find: (key: string) => Promise<T>,
): (key: string) => Promise<T> {
  const found = new Map<string, T>()
  return async (key) => {
    const known = found.get(key)
    if (known !== undefined) return known
    const value = await find(key)
    // In order of insertion: the first is the oldest.
    if (found.size >= atMost) for (const oldest of found.keys().take(1)) found.delete(oldest)
    found.set(key, value)
    return value
  }
}
