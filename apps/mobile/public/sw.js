// The app itself, kept by the browser: it opens without a network, also after the tab was closed. Only files of the build are kept here;
// what the server answered stands sealed in the app's own store. The build fills in the list.
const version = '__VERSION__'
const files = ['__FILES__']
const shell = '/app/'
const NETWORK_MS = 4000

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(version).then((cache) => cache.addAll([shell, ...files])))
})

self.addEventListener('activate', (event) => {
  const forget = async () => {
    for (const name of await caches.keys()) if (name !== version) await caches.delete(name)
    await self.clients.claim()
  }
  event.waitUntil(forget())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || !pathname.startsWith(shell))
    return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (files.includes(decodeURI(pathname))) event.respondWith(kept(request))
})

/** The page as it is now; as it was, when there is no network or a slow one. */
async function page(request) {
  const network = fetch(request, { signal: AbortSignal.timeout(NETWORK_MS) })
  const fresh = await network.catch(() => undefined)
  return fresh?.ok ? fresh : ((await caches.match(shell)) ?? fresh ?? Response.error())
}

/** A file of the build never changes under its name. */
async function kept(request) {
  return (await caches.match(request)) ?? (await fetch(request))
}
