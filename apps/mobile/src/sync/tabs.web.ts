// Several tabs of a browser share one disk: one of them sends, all of them show the same.

let channel: BroadcastChannel | undefined
const open = () => (channel ??= new BroadcastChannel('rmtools-outbox'))

/** Runs work that must not run in two tabs at a time. */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? await navigator.locks.request(name, work) : await work()
}

/** Tells other tabs that something of this owner changed on the disk. */
export function notifyOtherTabs(owner: string): void {
  // A channel of one origin takes no target, other than a window: the rule means the latter.
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
