// On phones there is one of us.

/** Runs work that must not run twice at a time. */
export async function alone<T>(_name: string, work: () => Promise<T>): Promise<T> {
  return await work()
}

/** Tells other tabs that something of this owner changed on the disk. */
export function notifyOtherTabs(_owner: string): void {}

/** Calls back when another tab has written. */
export function listenToTabs(_owner: string, _heard: () => void): () => void {
  return () => undefined
}
