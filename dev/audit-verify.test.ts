import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { auditSourceOf } from '@rmtools/operate/audit-verify'
import { addKey, retireKeys } from '@rmtools/operate/keys'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rmtools-verify-'))
})
afterEach(async () => await rm(folder, { recursive: true }))

const run = (program: string, env: Record<string, string> = {}) =>
  spawnSync(process.execPath, [program], { env, encoding: 'utf8' })
const verify = (env: Record<string, string>) =>
  run(join(import.meta.dirname, 'audit-verify.ts'), env)

test('SECURITY 47: verification says plainly that it was not told which installation, and guesses none', async () => {
  const nothing = verify({})
  expect([nothing.status, nothing.stdout]).toEqual([2, ''])
  expect(nothing.stderr).toMatch(
    /not verified: which installation\? DATABASE_URL and AUDIT_HEAD_FILE and SIGNING_KEYS .*--here/,
  )
  const half = verify({ DATABASE_URL: 'postgres://127.0.0.1:1/rmtools', SIGNING_KEYS: '[]' })
  expect([half.status, half.stdout]).toEqual([2, ''])
  expect(half.stderr).toMatch(/which installation\? AUDIT_HEAD_FILE of its auth must be set/)
})

test('what cannot be reached is not verified, which is another answer than tampered with', async () => {
  const keys = join(folder, 'signing-keys.json')
  await addKey(keys)
  await writeFile(join(folder, 'heads.jsonl'), '')
  const away = verify({
    DATABASE_URL: 'postgres://auth_app:x@127.0.0.1:1/rmtools',
    AUDIT_HEAD_FILE: join(folder, 'heads.jsonl'),
    SIGNING_KEYS: keys,
  })
  expect([away.status, away.stdout]).toEqual([2, ''])
  expect(away.stderr).toMatch(/not verified/)
})

test('retired keys are found beside those in use', async () => {
  const keys = join(folder, 'signing-keys.json')
  const first = await addKey(keys)
  const second = await addKey(keys)
  await retireKeys(keys)
  const { publicKeys } = await auditSourceOf({
    DATABASE_URL: 'postgres://x/y',
    AUDIT_HEAD_FILE: 'heads',
    SIGNING_KEYS: keys,
  })
  expect(publicKeys.map(({ kid }) => kid)).toEqual([second, first])
})

test('without packages it says so, and installs nothing', async () => {
  await cp(join(import.meta.dirname, 'installed.mjs'), join(folder, 'dev', 'installed.mjs'), {
    recursive: true,
  })
  const { status, stderr } = run(join(folder, 'dev', 'installed.mjs'))
  expect([status, await readdir(folder)]).toEqual([2, ['dev']])
  expect(stderr).toMatch(/not installed.*npm ci/)
  expect(run(join(import.meta.dirname, 'installed.mjs')).status).toBe(0)
})
