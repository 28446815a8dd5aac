// The tabs of a browser share one store: one of them sends, all of them show the same.

let channel: BroadcastChannel | undefined
const open = () => (channel ??= new BroadcastChannel('rmtools-outbox'))

/** Runs work that must not run in two tabs at the same time. */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? await navigator.locks.request(name, work) : await work()
}

/** Informs other tabs that this owner's data on disk changed. */
export function notifyOtherTabs(owner: string): void {
  // A BroadcastChannel takes no target origin; the rule is about windows.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  open().postMessage(owner)
}

/** Calls back when another tab has written. */
export function listenToTabs(owner: string, heard: () => void): () => void {
  const listen = ({ data }: MessageEvent) => {
    if (data === owner) heard()
  }
  open().addEventListener('message', listen)
  return () => channel?.removeEventListener('message', listen)
}
