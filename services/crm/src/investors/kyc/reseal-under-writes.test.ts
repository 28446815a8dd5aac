// A change of the sealing key in all the steps that an operator takes, while eight people write and
// read sealed data.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '@rmtools/kit/clock'
import { resealRows } from '@rmtools/kit/reseal'
import { fileStore, resealFiles, sealedFiles } from '@rmtools/kit/sealed-files'
import { createSealer, type Sealer } from '@rmtools/kit/secrets'
import { createInvestorWorld, type World } from '../testing/world.ts'
import { nikOf } from '../testing/cases.ts'

const WRITERS = 8
const ROTATIONS = 3
const WRITES_A_STEP = 16
const secretOf = (rotation: number) => `secret ${rotation}`
const INDEX_SECRET = secretOf(0)

/** The sealers of the replicas; any of them handles a call. */
const replicas: { sealers: Sealer[] } = { sealers: [createSealer(secretOf(0))] }
const one = () =>
  replicas.sealers[Math.floor(Math.random() * replicas.sealers.length)] ?? createSealer(secretOf(0))
const sealer: Sealer = {
  seal: (text, context) => one().seal(text, context),
  open: (sealed, context) => one().open(sealed, context),
  sealBytes: (bytes, context) => one().sealBytes(bytes, context),
  openBytes: (sealed, context) => one().openBytes(sealed, context),
  isCurrent: (sealed, context) => one().isCurrent(sealed, context),
  index: (text) => one().index(text),
}

let world: World
beforeAll(async () => {
  world = await createInvestorWorld({
    sealer,
    limits: { REVEALS_PER_DAY: '1000000', REVEALS_ALARM_AT: '1000000' },
  })
})
afterAll(async () => await world[Symbol.asyncDispose]())

type Written = { id: string; nik: string; mother: string; file: string; bytes: Buffer }

/** Writes a case repeatedly and reads back each value. Returns the last one. */
async function keepWriting(
  writer: number,
  isOver: () => boolean,
  onWrite: () => void,
): Promise<Written> {
  const { investors } = world.as('rm')
  const { id, version } = await investors.create({ kind: 'individual', fullName: 'Siti Rahmawati' })
  let [next, last] = [version, undefined as Written | undefined]
  for (let round = 0; !isOver() || !last; round++) {
    const [nik, mother] = [nikOf(writer * 1000 + (round % 1000)), `Kartini ${writer} ${round}`]
    const saved = await investors.saveKyc({
      id,
      version: next,
      individual: { identityNumber: nik, motherMaidenName: mother },
    })
    next = saved.version
    const [file, bytes] = [`documents/${randomUUID()}.pdf`, Buffer.from(`${writer} ${round}`)]
    await world.ports.files.put(file, bytes)
    last = { id, nik, mother, file, bytes }
    const read = async (field: string) =>
      (await investors.reveal({ id, pointer: `/individual/${field}` })).value
    expect([await read('identityNumber'), await read('motherMaidenName')]).toEqual([nik, mother])
    expect(await world.ports.files.get(file)).toEqual(bytes)
    onWrite()
  }
  return last
}

test('SECURITY 62: the key changes three times under eight writers; nothing is unreadable, nothing lost, and the old keys open nothing', async () => {
  const over = { is: false }
  const written = { times: 0 }
  const writing = Array.from(
    { length: WRITERS },
    async (_, writer) =>
      await keepWriting(
        writer,
        () => over.is,
        () => void written.times++,
      ),
  )
  const failed = Promise.all(writing).then(() => undefined)
  const some = async () => {
    const until = written.times + WRITES_A_STEP
    while (written.times < until)
      await Promise.race([failed, new Promise((next) => setTimeout(next, 10))])
  }
  const store = fileStore({ folder: world.files, secret: 'x', clock: systemClock })
  const resealed = async (by: Sealer) =>
    (await resealRows(world.ownerUrl, 'crm_bib', by)) +
    (await resealFiles(store, by, new Date(Date.now() + 60_000)))
  const counts: number[] = []
  for (let rotation = 1; rotation <= ROTATIONS; rotation++) {
    const [old, next] = [secretOf(rotation - 1), secretOf(rotation)]
    const before = createSealer(old, { indexSecret: INDEX_SECRET })
    const opensBoth = createSealer(old, { previous: [next], indexSecret: INDEX_SECRET })
    const sealsNew = createSealer(next, { previous: [old], indexSecret: INDEX_SECRET })
    // The steps of docs/OPERATING.md; while replicas are replaced, two kinds of them run.
    for (const sealers of [[before, opensBoth], [opensBoth], [opensBoth, sealsNew], [sealsNew]]) {
      replicas.sealers = sealers
      await some()
    }
    let count = 0
    for (let more = await resealed(sealsNew); more > 0; more = await resealed(sealsNew))
      count += more
    counts.push(count)
    replicas.sealers = [sealsNew, createSealer(next, { indexSecret: INDEX_SECRET })]
    await some()
  }
  over.is = true
  const last = await Promise.all(writing)
  for (const count of counts) expect(count).toBeGreaterThan(WRITERS)

  const alone = createSealer(secretOf(ROTATIONS), { indexSecret: INDEX_SECRET })
  const former = createSealer(secretOf(ROTATIONS - 1), { indexSecret: INDEX_SECRET })
  expect(
    await resealed(
      createSealer(secretOf(ROTATIONS), {
        previous: [secretOf(ROTATIONS - 1)],
        indexSecret: INDEX_SECRET,
      }),
    ),
  ).toBe(0)
  for (const { id, nik, mother, file, bytes } of last) {
    const [row] = await world.rows<Record<'nik' | 'mother', Buffer>>(
      'select identity_number_sealed as nik, mother_maiden_name_sealed as mother from crm_bib.investor_individual where id = $1',
      [id],
    )
    const at = (field: string) => `investor_individual.${field}:${id}`
    expect(alone.open(row?.nik ?? Buffer.of(), at('identityNumber'))).toBe(nik)
    expect(alone.open(row?.mother ?? Buffer.of(), at('motherMaidenName'))).toBe(mother)
    expect(() => former.open(row?.nik ?? Buffer.of(), at('identityNumber'))).toThrow(
      'sealed with an unknown key',
    )
    expect(await sealedFiles(store, alone).get(file)).toEqual(bytes)
  }
  // Every acknowledged file is still there.
  for await (const keys of store.storedBefore(new Date(Date.now() + 60_000)))
    for (const key of keys)
      expect((await sealedFiles(store, alone).get(key)).length).toBeGreaterThan(2)
}, 180_000)
