// Resealing rows and files with a new secret, while people work.
import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '@rmtools/kit/clock'
import { resealRows } from '@rmtools/kit/reseal'
import { fileStore, resealFiles, sealedFiles } from '@rmtools/kit/sealed-files'
import { createSealer } from '@rmtools/kit/secrets'
import { createInvestorWorld, type World } from '../testing/world.ts'
import { submittedCase } from '../testing/cases.ts'

const OLD = 'data-secret-of-tests'
const old = createSealer(OLD)
const rotated = createSealer('a new secret', { previous: [OLD], indexSecret: OLD })
const alone = createSealer('a new secret', { indexSecret: OLD })

let world: World
beforeAll(async () => {
  world = await createInvestorWorld()
})
afterAll(async () => await world[Symbol.asyncDispose]())

const sealedNumbers = async () =>
  await world.rows<{ id: string; identity_number_sealed: Buffer }>(
    'select id, identity_number_sealed from crm_bib.investor_individual where identity_number_sealed is not null order by id',
  )

test('SECURITY 62: rows are sealed anew, the same values open with the new key alone, and nobody is lost from search', async () => {
  await submittedCase(world)
  const open = (sealer: typeof old, rows: Awaited<ReturnType<typeof sealedNumbers>>) =>
    rows.map(({ id, identity_number_sealed: sealed }) =>
      sealer.open(sealed, `investor_individual.identityNumber:${id}`),
    )
  const before = await sealedNumbers()
  const numbers = open(old, before)
  expect(numbers.length).toBeGreaterThan(0)
  expect(open(rotated, before)).toEqual(numbers)
  expect(() => open(alone, before)).toThrow('sealed with an unknown key')
  expect(await resealRows(world.ownerUrl, 'crm_bib', rotated)).toBeGreaterThan(numbers.length)
  const after = await sealedNumbers()
  expect(open(alone, after)).toEqual(numbers)
  expect(() => open(old, after)).toThrow('sealed with an unknown key')
  expect(await resealRows(world.ownerUrl, 'crm_bib', rotated)).toBe(0)
  expect(alone.index('identity:1')).toEqual(old.index('identity:1'))
  const accounts = await world.rows<{ id: string; number_sealed: Buffer }>(
    'select id, number_sealed from crm_bib.investor_bank_account',
  )
  for (const { id, number_sealed: sealed } of accounts)
    expect(alone.open(sealed, `investor_bank_account.number:${id}`)).toMatch(/^\d+$/)
})

test('SECURITY 62: files are encrypted, nobody else’s to read, and open after a change of the key; those in the clear are read and sealed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rmtools-sealed-'))
  const store = fileStore({ folder, secret: 'x', clock: systemClock })
  const content = Buffer.from('%PDF-1.7 the letters of a card')
  await sealedFiles(store, old).put('documents/a.pdf', content)
  await writeFile(join(folder, 'documents', 'clear.pdf'), content, { mode: 0o644 })
  const kept = async (name: string) => await readFile(join(folder, 'documents', name))
  expect((await kept('a.pdf')).includes('letters')).toBe(false)
  expect(((await stat(join(folder, 'documents'))).mode & 0o777).toString(8)).toBe('700')
  expect(((await stat(join(folder, 'documents', 'a.pdf'))).mode & 0o777).toString(8)).toBe('600')
  for (const name of ['a', 'clear'])
    expect(await sealedFiles(store, rotated).get(`documents/${name}.pdf`)).toEqual(content)
  const future = new Date(Date.now() + 60_000)
  expect(await resealFiles(store, rotated, future)).toBe(2)
  expect(await resealFiles(store, rotated, future)).toBe(0)
  expect(await readdir(join(folder, 'documents'))).toHaveLength(2)
  for (const name of ['a', 'clear']) {
    expect((await kept(`${name}.pdf`)).includes('letters')).toBe(false)
    expect(await sealedFiles(store, alone).get(`documents/${name}.pdf`)).toEqual(content)
  }
  expect(((await stat(join(folder, 'documents', 'clear.pdf'))).mode & 0o777).toString(8)).toBe(
    '600',
  )
  // An older backup opens with the key of its time, and a file moved to another name with none.
  await sealedFiles(store, old).put('documents/backup.pdf', content)
  expect(await sealedFiles(store, old).get('documents/backup.pdf')).toEqual(content)
  await writeFile(join(folder, 'documents', 'b.pdf'), await kept('a.pdf'))
  await expect(sealedFiles(store, alone).get('documents/b.pdf')).rejects.toThrow(
    'for another context',
  )
})

test('SECURITY 62: a write that did not end, or has not ended yet, does not stop the sealing of the others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rmtools-sealed-'))
  const store = fileStore({ folder, secret: 'x', clock: systemClock })
  await sealedFiles(store, old).put('documents/whole.pdf', Buffer.from('%PDF-1.7'))
  const half = (await readFile(join(folder, 'documents', 'whole.pdf'))).subarray(0, 30)
  // Left behind by a killed program.
  for (const name of ['a.pdf.4711.k3j2h1', 'z.pdf.4711.9'])
    await writeFile(join(folder, 'documents', name), half)
  expect(await resealFiles(store, rotated, new Date(Date.now() + 60_000))).toBe(1)
  expect(await sealedFiles(store, alone).get('documents/whole.pdf')).toEqual(
    Buffer.from('%PDF-1.7'),
  )
})

test('former secrets without a key of the hashes are refused: nobody would be found any more', () => {
  expect(() => createSealer('new', { previous: ['old'] })).toThrow('INDEX_SECRET')
})
