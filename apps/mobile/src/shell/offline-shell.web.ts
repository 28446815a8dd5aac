/** Registers the service worker that caches the app, so that it opens without a network. */
export function keepShell(): void {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return
  navigator.serviceWorker.register('/app/sw.js').catch(() => undefined)
}
