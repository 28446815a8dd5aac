// `npm run dev` in a copy of the repository: a changed screen updates in the open page, a changed
// service after its restart.
import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort, removeLocalPostgres } from '@rmtools/kit/local-postgres'
import { eventually } from '../caller.ts'
import { complaintsOf, startBrowser } from './browser.ts'

const ROOT = join(import.meta.dirname, '../..')
const MINUTE = 60_000
let copy: string
let url: string
let product: ChildProcess
let said = ''
let browser: Awaited<ReturnType<typeof startBrowser>>

beforeAll(async () => {
  copy = await copied()
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  const { scripts } = JSON.parse(await readFile(join(copy, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const [, ...command] = (scripts['dev'] ?? '').split(' ')
  product = spawn(process.execPath, [...command, '--demo', 'none', '--no-phone'], {
    cwd: copy,
    env: { ...process.env, NODE_ENV: 'development', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [product.stdout, product.stderr])
    stream?.on('data', (part: Buffer) => (said += part.toString()))
  browser = await startBrowser()
  await eventually(
    'the start of npm run dev',
    async () => said.includes('ready for changes') || failIfEnded(),
    MINUTE,
  )
}, 2 * MINUTE)

afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  if (product.exitCode === null) {
    const gone = new Promise((done) => product.once('exit', done))
    product.kill('SIGTERM')
    await gone
  }
  await removeLocalPostgres(join(copy, '.data/postgres'))
  await removeLocalPostgres(copy)
})

test(
  'shows a changed screen in the open page, which is not loaded again',
  async () => {
    const page = await (await browser.open()).newPage()
    const complaints = complaintsOf(page)
    await page.goto(`${url}/admin/sign-in`)
    await page.getByRole('heading', { name: 'Masuk ke konsol' }).waitFor({ timeout: MINUTE })
    await page.getByLabel('E-mail atau nomor telepon').fill('somebody@example.co.id')
    await change(
      'apps/admin/src/sign-in/SignInPage.tsx',
      'say(words.title)',
      '`${say(words.title)} baru`',
    )
    await page.getByRole('heading', { name: 'Masuk ke konsol baru' }).waitFor()
    expect(await page.getByLabel('E-mail atau nomor telepon').inputValue()).toBe(
      'somebody@example.co.id',
    )
    expect(complaints).toEqual([])
  },
  MINUTE,
)

test(
  'answers with the changed service, and keeps a request waiting rather than failing it meanwhile',
  async () => {
    const title = async () => {
      const reply = await fetch(`${url}/openapi.json`)
      expect(reply.status).toBe(200)
      return ((await reply.json()) as { info: { title: string } }).info.title
    }
    expect(await title()).toBe('RMTools')
    await change('services/bff/src/docs/openapi.ts', "'RMTools'", "'RMTools changed'")
    await eventually(
      'the changed service',
      async () => (await title()) === 'RMTools changed',
      MINUTE,
    )
  },
  MINUTE,
)

test('gives pages under development the policy of the product, with no more than the socket added', async () => {
  const reply = await fetch(`${url}/i/approve/x`, { headers: { accept: 'text/html' } })
  const policy = reply.headers.get('content-security-policy') ?? ''
  const [, nonce = 'none'] = /script-src 'self' 'nonce-([^']+)'/.exec(policy) ?? []
  const html = await reply.text()
  expect(policy).toContain("connect-src 'self' ws:;")
  expect(policy).not.toMatch(/unsafe/)
  for (const [script] of html.matchAll(/<script[^>]*>/g))
    expect(script).toContain(`nonce="${nonce}"`)
})

function failIfEnded(): false {
  if (product.exitCode !== null) throw new Error(`npm run dev ended:\n${said}`)
  return false
}

async function change(file: string, from: string, to: string): Promise<void> {
  const path = join(copy, file)
  const text = await readFile(path, 'utf8')
  expect(text).toContain(from)
  await writeFile(path, text.replace(from, to))
}

/**
 * Copies the sources to a folder that uses this checkout's packages, except those of the workspace.
 */
async function copied(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rmtools-develop-'))
  // PostgreSQL must be able to enter the folder; when we run as root, it runs as another user.
  await chmod(folder, 0o711)
  const skipped = /^\/node_modules$|^\/apps\/(mobile|\w+\/dist)$|\/(\.vite|\.git|\.data|screens)$/
  await cp(ROOT, folder, {
    recursive: true,
    filter: (path) => path === ROOT || !skipped.test(path.slice(ROOT.length)),
  })
  const packages = join(folder, 'node_modules')
  await mkdir(packages)
  for (const name of await readdir(join(ROOT, 'node_modules'))) {
    if (name === '@rmtools')
      await cp(join(ROOT, 'node_modules', name), join(packages, name), {
        recursive: true,
        verbatimSymlinks: true,
      })
    else if (!/^\.(cache|vite)/.test(name))
      await symlink(join(ROOT, 'node_modules', name), join(packages, name))
  }
  return folder
}
