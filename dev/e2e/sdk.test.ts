// The SDK as another team gets it: packed, installed in an empty folder without a network, its
// README compiled and run against the product.
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSdk } from '../sdk/build.ts'
import { DEMO_PASSWORD } from '../seed/people.ts'
import type { System } from '../system.ts'
import { demoPerson } from '../tour/stage.ts'
import { throwAwaySystem } from './throw-away-system.ts'

const run = promisify(execFile)
const MINUTE = 60_000
const ROOT = join(import.meta.dirname, '../..')
const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')

let system: System
let built: string
let folder: string
beforeAll(async () => {
  system = await throwAwaySystem({ demo: 'people' })
  built = await mkdtemp(join(tmpdir(), 'rmtools-sdk-built-'))
  folder = await mkdtemp(join(tmpdir(), 'rmtools-sdk-used-'))
  const file = await buildSdk(built)
  await writeFile(join(folder, 'package.json'), '{ "name": "other-team", "type": "module" }')
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', file], { cwd: folder })
}, 3 * MINUTE)
afterAll(async () => {
  await system[Symbol.asyncDispose]()
  for (const path of [built, folder]) await rm(path, { recursive: true, force: true })
})

/** What the README's reader has to provide. */
const prelude = `
declare const process: { env: Record<string, string | undefined> }
const { LOGIN: login = '', PASSWORD: password = '', PHONE: phone = '' } = process.env
const sessions: unknown[] = []
const keep = (session: unknown) => void sessions.push(session)
const since = Date.now()
async function askForCode(_channel?: string, _destination?: string): Promise<string> {
  for (;;) {
    const reply = await fetch(\`\${process.env['RMTOOLS_URL']}/dev/inbox.json\`)
    const { messages } = (await reply.json()) as { messages: { to: string; text: string; at: string }[] }
    const found = messages.find(({ to, at }) => to === phone && Date.parse(at) >= since - 1000)
    const code = found && /\\b(\\d{6})\\b/.exec(found.text)?.[1]
    if (code) return code
    await new Promise((next) => setTimeout(next, 50))
  }
}
`

/** The code of the README as one program. */
async function program(): Promise<string> {
  const readme = await readFile(join(folder, 'node_modules/@rmtools/sdk/README.md'), 'utf8')
  const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? '')
  expect(blocks.length).toBeGreaterThanOrEqual(4)
  const lines = blocks.join('\n').split('\n')
  const isImport = (line: string) => line.startsWith('import ')
  return [
    ...lines.filter(isImport),
    prelude,
    ...lines.filter((line) => !isImport(line)),
    'console.log(`kept ${sessions.length}`)',
  ].join('\n')
}

const config = {
  compilerOptions: {
    strict: true,
    noUncheckedIndexedAccess: true,
    target: 'es2024',
    lib: ['es2024', 'dom', 'dom.iterable'],
    module: 'nodenext',
    types: [],
    noEmit: true,
    // The package's types are checked together with those of the program.
    skipLibCheck: false,
  },
}

async function compile(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text)
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ ...config, files: [name] }))
  return await run(process.execPath, [tsc, '-p', folder]).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  )
}

test('the package holds what it needs and names nothing of this repository', async () => {
  const place = join(folder, 'node_modules/@rmtools/sdk')
  const entries = await readdir(place, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(place, join(entry.parentPath, entry.name)))
  expect(names).toEqual(
    expect.arrayContaining([
      'LICENSE',
      'README.md',
      'index.js',
      'index.d.ts',
      'package.json',
      'operations/leads.js',
      'operations/leads.d.ts',
    ]),
  )
  expect(names.filter((name) => /test|tsconfig|\.tgz$/.test(name))).toEqual([])
  const texts = await Promise.all(
    names.map(async (name) => await readFile(join(place, name), 'utf8')),
  )
  expect(texts.join('\n')).not.toMatch(/@rmtools\/(?!sdk)|typebox|from '\.\.\/\.\.\/|\.ts'/)
  expect(JSON.parse(await readFile(join(place, 'package.json'), 'utf8'))).not.toHaveProperty(
    'dependencies',
  )
  expect(
    (await readdir(join(folder, 'node_modules'))).filter((name) => !name.startsWith('.')),
  ).toEqual(['@rmtools'])
})

test(
  'what the README shows compiles, and does against the product what it says',
  { timeout: 2 * MINUTE },
  async () => {
    expect(await compile('readme.ts', await program())).toBe('')
    const { email, phone } = demoPerson('rina')
    const env = {
      ...process.env,
      RMTOOLS_URL: system.url,
      LOGIN: email,
      PASSWORD: DEMO_PASSWORD,
      PHONE: phone,
    }
    const { stdout } = await run(process.execPath, [join(folder, 'readme.ts')], {
      env,
      timeout: MINUTE,
    })
    const lines = stdout.trim().split('\n')
    expect(lines[0]).toBe(demoPerson('rina').fullName)
    expect(lines[1]).toBe('contacted')
    expect(lines.slice(2)).toContain('Siti Rahmawati')
    expect(stdout).toMatch(/invalid-input \[ '\/phone' \] [0-9a-f-]{36}/)
    expect(lines.at(-1)).toBe('kept 1')
  },
)

test('types refuse what the API would refuse', { timeout: MINUTE }, async () => {
  const wrong = `import { createRmTools, type Lead, type LeadStatus, type ProblemCode } from '@rmtools/sdk'
const rm = createRmTools({ baseUrl: 'https://rmtools.example' })
const status: LeadStatus = 'contacted'
const code: ProblemCode = 'lead-phone-taken'
const lead: Promise<Lead> = rm.leads.get({ id: '1' })
void [status, code, lead]
await rm.leads.create({ fullName: 'Siti' })
await rm.leads.list({ status: 'unknown' })
await rm.leads.burn()
`
  const told = await compile('wrong.ts', wrong)
  const at = [...told.matchAll(/wrong\.ts\((\d+),/g)].map(([, line]) => Number(line))
  expect([...new Set(at)]).toEqual([7, 8, 9])
  expect(told).not.toContain('node_modules')
})
