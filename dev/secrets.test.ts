import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentSeal } from '@rmtools/kit/document-seal'
import { createLog } from '@rmtools/kit/log'
import { testClock } from '@rmtools/kit/testing-clock'
import { developmentSecrets } from './secrets.ts'

let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'rmtools-secrets-'))))
afterAll(async () => await rm(folder, { recursive: true }))

test('a data folder keeps its secrets, and one of an older version gets a seal', async () => {
  const first = await developmentSecrets(folder)
  expect(await developmentSecrets(folder)).toEqual(first)
  const file = join(folder, 'secrets.json')
  const { SEAL_KEY: key, SEAL_CERTIFICATES: certificates, ...older } = first
  await writeFile(file, JSON.stringify(older))
  const upgraded = await developmentSecrets(folder)
  expect(upgraded).toMatchObject(older)
  expect(upgraded.SEAL_KEY).toContain('PRIVATE KEY')
  expect([upgraded.SEAL_KEY, upgraded.SEAL_CERTIFICATES]).not.toEqual([key, certificates])
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(upgraded)
})

test('the seal of development is for development only', async () => {
  const { SEAL_KEY, SEAL_CERTIFICATES } = await developmentSecrets(folder)
  const made = (production: boolean) => () =>
    documentSeal({
      config: { SEAL_KEY, SEAL_CERTIFICATES, TIME_STAMP_URL: null, production },
      clock: testClock(),
      log: createLog('crm', 'silent'),
    })
  expect(made(true)).toThrow('SEAL_CERTIFICATES is for development')
  expect(made(false)).not.toThrow()
})
