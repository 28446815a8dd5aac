// Caches the app itself in the browser, so that it opens without a network, even in a new tab. The
// cache holds only files of the build; the app keeps the server's answers sealed in its own store.
// The build fills in the list.
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

/** The current page; the cached one when the network is missing or slow. */
async function page(request) {
  const network = fetch(request, { signal: AbortSignal.timeout(NETWORK_MS) })
  const fresh = await network.catch(() => undefined)
  return fresh?.ok ? fresh : ((await caches.match(shell)) ?? fresh ?? Response.error())
}

/**
 * A file of the build: its content never changes under the same name, so the cached copy is valid.
 */
async function kept(request) {
  return (await caches.match(request)) ?? (await fetch(request))
}
