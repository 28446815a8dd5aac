// On phones the app runs only once.

/** Runs work that must not run twice at the same time. */
export async function alone<T>(_name: string, work: () => Promise<T>): Promise<T> {
  return await work()
}

/** Informs other tabs that this owner's data on disk changed. */
export function notifyOtherTabs(_owner: string): void {}

/** Calls back when another tab has written. */
export function listenToTabs(_owner: string, _heard: () => void): () => void {
  return () => undefined
}
