import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { signingKeys } from '@rmtools/auth/signing-keys'
import { checkSeal } from '@rmtools/kit/check-seal'
import { systemClock } from '@rmtools/kit/clock'
import { documentSeal } from '@rmtools/kit/document-seal'
import { createLog } from '@rmtools/kit/log'
import { makeDocument } from '@rmtools/kit/pdf'
import { addKey, retireKeys } from './keys.ts'
import { makeSeal, makeSecrets } from './secrets.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rmtools-operate-'))
})
afterEach(async () => await rm(folder, { recursive: true }))

describe('signing keys', () => {
  test('SECURITY 16: rotate: the new one signs, the old one is still accepted, and its public half is kept when it retires', async () => {
    const [file, retired] = [join(folder, 'keys.json'), join(folder, 'retired.json')]
    const first = await addKey(file)
    const second = await addKey(file)
    expect((await signingKeys(file).current()).kid).toBe(second)
    expect((await signingKeys(file).all()).map(({ kid }) => kid)).toEqual([second, first])
    expect(await retireKeys(file, retired)).toEqual([first])
    expect((await signingKeys(file).all()).map(({ kid }) => kid)).toEqual([second])
    const third = await addKey(file)
    expect(await retireKeys(file, retired)).toEqual([second])
    expect((await signingKeys(file).current()).kid).toBe(third)
    const kept = JSON.parse(await readFile(retired, 'utf8')) as Record<string, string>[]
    expect(kept.map(({ kid }) => kid)).toEqual([second, first])
    for (const key of kept) expect(Object.keys(key)).toEqual(['kid', 'publicKey'])
  })

  test('are not lost when there is none to keep', async () => {
    await expect(
      retireKeys(join(folder, 'none.json'), join(folder, 'retired.json')),
    ).rejects.toThrow('holds no key')
    expect(await readdir(folder)).toEqual([])
  })
})

describe('the secrets of an installation', () => {
  const make = async () =>
    await makeSecrets({
      folder: join(folder, 'secrets'),
      host: 'db.internal:5432',
      database: 'rmtools',
      organisation: 'PT Uji Sekuritas',
    })

  test('are made once, each another, and for their owner alone', async () => {
    await make()
    const files = await readdir(join(folder, 'secrets'))
    expect(files.toSorted()).toEqual([
      'auth.env',
      'bff.env',
      'crm.env',
      'database.sql',
      'migrate.env',
      'seal-certificates.pem',
      'signing-keys.json',
    ])
    for (const file of files)
      expect((await stat(join(folder, 'secrets', file))).mode & 0o077).toBe(0)
    const values = new Map<string, number>()
    for (const file of files.filter((name) => name.endsWith('.env')))
      for (const value of Object.values(
        parseEnv(await readFile(join(folder, 'secrets', file), 'utf8')) as Record<string, string>,
      ))
        values.set(value, (values.get(value) ?? 0) + 1)
    // The key that all three services share.
    expect([...values.values()].filter((count) => count > 1)).toEqual([3])
    await expect(make()).rejects.toThrow(/EEXIST/)
  })

  test('seal documents in the name of the organisation, and a new seal can follow', async () => {
    await make()
    await makeSeal(join(folder, 'next'), 'PT Uji Sekuritas')
    const read = async (...path: string[]) => await readFile(join(folder, ...path), 'utf8')
    const pdf = await makeDocument(
      {
        language: 'id',
        company: { name: 'PT Uji' },
        title: 'Instruksi',
        number: 'INS-1',
        at: systemClock.now(),
        hash: 'a'.repeat(64),
      },
      [],
    )
    const sealedBy = async (...path: string[]) => {
      const { SEAL_KEY = '', SEAL_CERTIFICATES = '' } = parseEnv(await read(...path))
      const config = { SEAL_KEY, SEAL_CERTIFICATES, TIME_STAMP_URL: null, production: true }
      const log = createLog('operate', 'silent')
      const sealed = await documentSeal({ config, clock: systemClock, log }).seal(pdf, 'Bukti')
      return await checkSeal(sealed, { trusted: await read('secrets', 'seal-certificates.pem') })
    }
    const subject = 'CN=PT Uji Sekuritas, O=PT Uji Sekuritas, C=ID'
    expect(await sealedBy('secrets', 'crm.env')).toMatchObject({
      holds: true,
      signer: { subject, trust: 'trusted' },
    })
    expect(await sealedBy('next', 'seal.env')).toMatchObject({
      holds: true,
      signer: { subject, trust: 'not-trusted' },
    })
  })

  test('of bff hold no way into the database, and those of the services none of its owner', async () => {
    await make()
    const text = async (file: string) => await readFile(join(folder, 'secrets', file), 'utf8')
    expect(await text('bff.env')).not.toMatch(/postgres:/)
    for (const file of ['auth.env', 'crm.env'])
      expect(await text(file)).not.toMatch(/rmtools_owner/)
  })
})
