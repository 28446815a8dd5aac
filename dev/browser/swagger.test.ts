// The API's page: it alone suffices to call every operation.
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page, Response } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forbidden, type ProblemBody } from '@rmtools/contracts/problem'
import { messageTo } from '../caller.ts'
import { as, throwAwaySystem } from '../e2e/throw-away-system.ts'
import { DEMO_PASSWORD } from '../seed/people.ts'
import type { System } from '../system.ts'
import { demoPerson } from '../tour/stage.ts'
import { complaintsOf, startBrowser } from './browser.ts'

const MINUTE = 60_000
let system: System
let browser: Awaited<ReturnType<typeof startBrowser>>
beforeAll(async () => {
  system = await throwAwaySystem({ demo: 'people' })
  browser = await startBrowser()
}, 3 * MINUTE)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await system[Symbol.asyncDispose]()
})

async function openPage() {
  const context = await browser.open()
  const page = await context.newPage()
  page.setDefaultTimeout(25_000)
  const complaints = complaintsOf(page)
  await page.goto(`${system.url}/swagger-ui/`)
  await page.locator('.opblock-tag').first().waitFor()
  return { context, page, complaints }
}

type Given = { params?: Record<string, string>; body?: object; file?: string }

/** Calls an operation with the page's form. */
async function call(
  page: Page,
  id: string,
  { params = {}, body, file }: Given = {},
): Promise<Response> {
  const [tag] = id.split('_')
  const block = page.locator(`#operations-${tag}-${id}`)
  if (!(await block.isVisible())) await page.locator(`#operations-tag-${tag}`).click()
  await block.locator('.opblock-summary-control').click()
  await block.getByRole('button', { name: 'Try it out' }).click()
  for (const [name, value] of Object.entries(params))
    await block.locator(`tr[data-param-name="${name}"] input`).fill(value)
  if (body) await block.locator('textarea.body-param__text').fill(JSON.stringify(body))
  if (file) await block.locator('input[type=file]').setInputFiles(file)
  const answered = page.waitForResponse((response) => !response.url().endsWith('/auth/csrf-token'))
  await block.getByRole('button', { name: 'Execute' }).click()
  const response = await answered
  await block
    .locator('.live-responses-table .response-col_status', { hasText: String(response.status()) })
    .first()
    .waitFor()
  return response
}

test(
  'one signs in, creates, uploads, downloads and listens in it',
  { timeout: 5 * MINUTE },
  async () => {
    const { context, page, complaints } = await openPage()
    const { email, phone } = demoPerson('rina')
    const device = { id: crypto.randomUUID(), name: 'Swagger', platform: 'web' }
    const since = new Date()
    const login = await call(page, 'sessions_login', {
      body: { login: email, password: DEMO_PASSWORD, client: 'web', device },
    })
    const { challengeId } = (await login.json()) as { challengeId: string }
    const code = await messageTo(system.url, phone, /\b(\d{6})\b/, since)
    await call(page, 'codes_verify', {
      body: { challengeId, code, purpose: 'login', deviceId: device.id },
    })

    // Without an Idempotency-Key: the page generates one.
    expect(
      (
        await call(page, 'leads_create', {
          body: { fullName: 'Siti Rahmawati', phone: '081277770200' },
        })
      ).status(),
    ).toBe(201)
    const file = await call(page, 'leads_export')
    expect([file.status(), file.headers()['content-type']]).toEqual([
      200,
      'text/csv; charset=utf-8',
    ])
    await page.getByRole('link', { name: 'Download file' }).waitFor()

    const { api } = await as(system, 'rina')
    const { id } = await api.investors.create({ kind: 'individual', fullName: 'Siti Rahmawati' })
    const { document } = await api.documents.declare({ id, type: 'ktp' })
    const picture = join(tmpdir(), `${document.id}.png`)
    await writeFile(
      picture,
      await sharp({ create: { width: 600, height: 400, channels: 3, background: '#8899aa' } })
        .png()
        .toBuffer(),
    )
    const stored = await call(page, 'documents_upload', {
      params: { id, documentId: document.id },
      file: picture,
    })
    expect(stored.status()).toBe(200)

    await call(page, 'live_stream')
    expect(complaints).toEqual([])
    await context.close()
  },
)

test('it shows a body that is composed of other schemas whole', { timeout: MINUTE }, async () => {
  const { context, page } = await openPage()
  await page.locator('#operations-tag-companies').click()
  const block = page.locator('#operations-companies-companies_updateOwn')
  await block.locator('.opblock-summary-control').click()
  const sample = await block.locator('.body-param__example').textContent()
  expect(JSON.parse(sample ?? '')).toMatchObject({
    settings: { brandColour: '#0b5cad', bibTenant: 'MANDALA' },
  })
  await context.close()
})

type Sample = { method: string; path: string; permission: string | undefined; body: unknown }

test(
  'every body that it shows to begin with is one that the product reads',
  { timeout: 3 * MINUTE },
  async () => {
    const { context, page } = await openPage()
    const samples = await page.evaluate(`(async () => {
    const document = await (await fetch('/openapi.json')).json()
    const target = (ref) => ref.slice(2).split('/').reduce((found, key) => found[key], document)
    const whole = (value) => {
      if (Array.isArray(value)) return value.map(whole)
      if (typeof value !== 'object' || value === null) return value
      const { $ref, ...own } = value
      const { allOf = [], ...rest } = { ...($ref ? whole(target($ref)) : {}), ...Object.fromEntries(Object.entries(own).map(([key, inner]) => [key, whole(inner)])) }
      // As the page itself does before it makes a sample.
      return [...allOf, rest].reduce((left, right) => ({ ...left, ...right, ...(left.properties ? { properties: { ...left.properties, ...right.properties } } : {}) }))
    }
    const paths = whole(document.paths)
    const made = ({ schema }) => ui.fn.jsonSchema202012.sampleFromSchema(schema)
    return Object.entries(paths).flatMap(([path, operations]) => Object.entries(operations).flatMap(([method, { requestBody, parameters = [], description }]) => {
      const content = requestBody?.content['application/json']
      const filled = parameters.filter((one) => one.in === 'path').reduce((text, one) => text.replace('{' + one.name + '}', made(one)), path)
      return content ? [{ method, path: filled, permission: /Needs \`([^\`]+)\`/.exec(description)?.[1], body: made(content) }] : []
    }))
  })()`)
    const callers = await Promise.all(
      ['rina', 'maya', 'sari', 'putri'].map(async (name) => await as(system, name)),
    )
    const rights = await Promise.all(
      callers.map(async ({ api }) => (await api.account.me()).permissions),
    )
    const unread: unknown[] = []
    for (const { method, path, permission, body } of samples as Sample[]) {
      const caller =
        callers[
          permission === undefined ? 0 : rights.findIndex((held) => held.includes(permission))
        ]
      const first = await fetch(`${system.url}/auth/csrf-token`)
      const { csrfToken } = (await first.json()) as { csrfToken: string }
      const reply = await fetch(system.url + path, {
        method: method.toUpperCase(),
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${caller?.accessToken}`,
          'idempotency-key': crypto.randomUUID(),
          'x-csrf-token': csrfToken,
          cookie: first.headers.getSetCookie()[0]?.split(';')[0] ?? '',
        },
        body: JSON.stringify(body),
      })
      const told = (await reply.json().catch(() => null)) as ProblemBody | null
      if (
        reply.status === 400 ||
        reply.status >= 500 ||
        told?.type === `/problems/${forbidden.code}`
      )
        unread.push([method, path, told])
    }
    expect((samples as Sample[]).length).toBeGreaterThan(50)
    expect(unread).toEqual([])
    await context.close()
  },
)
