// Swagger UI, served from its npm package. A small script of ours makes it usable: it fetches CSRF
// tokens, generates idempotency keys (the page makes no call without one that the document
// requires), and authorises the page with the access token of a login made in it. Of an endless
// stream it shows the first five seconds.
import { join } from 'node:path'
import { createRequire } from 'node:module'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from '@rmtools/kit/http'

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>RMTools API</title><link rel="stylesheet" href="./swagger-ui.css"></head>
<body><div id="swagger-ui"></div><script src="./swagger-ui-bundle.js"></script><script src="./start.js"></script></body></html>`

const script = `let ui
const withKeysMade = (spec) => {
  for (const parameter of Object.values(spec.components.parameters))
    if (parameter.name === 'Idempotency-Key') Object.assign(parameter, { required: false, description: 'Left empty: a new one for each call' })
  return spec
}
const beginningOf = async (url, options) => {
  const reply = await fetch(url, options)
  if (!reply.ok) return reply
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader()
  const end = setTimeout(() => void reader.cancel(), 5000)
  let text = ''
  for (;;) {
    const { done, value = '' } = await reader.read()
    text += value
    if (!done) continue
    clearTimeout(end)
    return new Response(text, reply)
  }
}
const start = (spec) => (ui = SwaggerUIBundle({
  spec, dom_id: '#swagger-ui', deepLinking: true, persistAuthorization: false, filter: true, docExpansion: 'none',
  requestInterceptor: async (request) => {
    if (request.headers.accept === 'text/event-stream') request.userFetch = beginningOf
    if (request.method === 'GET') return request
    const { csrfToken } = await (await fetch('/auth/csrf-token')).json()
    request.headers['X-CSRF-Token'] = csrfToken
    request.headers['Idempotency-Key'] ||= crypto.randomUUID()
    return request
  },
  responseInterceptor: (response) => {
    const token = response.obj && response.obj.accessToken
    if (token) ui.authActions.authorize({ session: { name: 'session', schema: { type: 'http', scheme: 'bearer' }, value: token } })
    return response
  },
}))
fetch('/openapi.json').then((reply) => reply.json()).then((spec) => start(withKeysMade(spec)))`

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'"

/**
 * Serves the document at /openapi.json and the page at /swagger-ui/ and /swagger-ui/index.html. The
 * document is generated on request, because it is large and rarely requested.
 */
export async function serveDocs(app: FastifyInstance, makeDocument: () => object): Promise<void> {
  app.get('/openapi.json', async (_request, reply) =>
    reply.type('application/json').send(JSON.stringify(makeDocument())),
  )
  app.get('/swagger-ui', async (_request, reply) => reply.redirect('/swagger-ui/'))
  for (const path of ['/swagger-ui/', '/swagger-ui/index.html'])
    app.get(path, async (_request, reply) =>
      reply.header('content-security-policy', policy).type('text/html').send(page),
    )
  app.get('/swagger-ui/start.js', async (_request, reply) =>
    reply.type('text/javascript').send(script),
  )
  const root = join(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'), '..')
  await app.register(fastifyStatic, {
    root,
    prefix: '/swagger-ui/',
    index: false,
    allowedPath: (path) => /^\/swagger-ui(-bundle)?\.(css|js)$/.test(path),
  })
}
