// The records of approvals, as a stranger, an attacker with the database and an operator meet them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOfRecords, recordInPdf, type FoundRecord } from '@rmtools/kit/evidence-file'
import { writeRecord } from '@rmtools/kit/evidence-record'
import { pdfText } from '@rmtools/kit/testing-pdf'
import { crmJobs } from '../../../jobs.ts'
import { createOrderWorld, refusal, type OrderWorld } from '../../orders-world.ts'

let world: OrderWorld
beforeAll(async () => {
  world = await createOrderWorld()
  world.time.now = new Date('2026-11-23T03:00:00.000Z')
})
afterAll(async () => await world[Symbol.asyncDispose]())

const evidenceFor = async (id: string) => {
  const { items } = await world.as('rina').evidence.list({ id })
  return items[0] ?? expect.unreachable('the order has no evidence')
}
const recordFor = async (id: string) =>
  (await evidenceFor(id)).record ?? expect.unreachable('the approval has no record')
const check = async (hash: string) => await world.as().evidence.check({ hash })

/** The daily job. */
async function record(): Promise<void> {
  const run = world.handlers[crmJobs.recordApprovals.name]
  await run?.({} as never, {} as never)
}

/** Acts as somebody with the power of the database's owner, and takes it back. */
async function tampered(change: string, values: unknown[], look: () => Promise<void>) {
  const before = await world.owner.query('select * from crm_bib.evidence_record order by sequence')
  await world.owner.query(change, values)
  try {
    await look()
  } finally {
    await world.owner.query('delete from crm_bib.evidence_record')
    for (const row of before.rows)
      await world.owner.query(
        'insert into crm_bib.evidence_record select * from jsonb_populate_record(null::crm_bib.evidence_record, $1)',
        [JSON.stringify(row)],
      )
  }
}

describe('the record of an approval', () => {
  test('follows the one before it, and anybody who has its hash sees that it holds', async () => {
    const first = await recordFor(await world.approved())
    const second = await recordFor(await world.approved())
    expect(second).toMatchObject({ sequence: first.sequence + 1, previousHash: first.hash })
    expect(first.checkUrl).toMatch(/^https?:.*\/i\/evidence\/[0-9a-f]{64}$/)
    const seen = await check(second.hash)
    expect(seen).toMatchObject({
      kind: 'instruction',
      sequence: second.sequence,
      signedAt: '2026-11-23T03:00:00.000Z',
      previousHash: first.hash,
      holds: true,
    })
    expect(JSON.stringify(seen)).not.toMatch(/Siti|ANDALAN|5000000|0812/)
  })

  test('is 404 for any other hash, and 400 for what is none', async () => {
    expect(await refusal(check('0'.repeat(64)))).toBe('not-found')
    expect(await refusal(check('xyz'))).toBe('invalid-input')
  })

  test('is attached to the document, whose hash a stranger computes from the file alone', async () => {
    const id = await world.approved()
    const { hash, sequence } = await recordFor(id)
    const pdf = await world.as('rina').instructions.document({ id })
    const found = await recordInPdf(pdf)
    expect(found).toMatchObject({ hash, record: { sequence, subjectId: id } })
    expect(await pdfText(pdf)).toContain(hash)
    const again = await world.as('agus').evidence.document({ id: (await evidenceFor(id)).id })
    expect((await recordInPdf(again))?.hash).toBe(hash)
  })

  test('sixteen approvals at once make one chain', async () => {
    const orders = []
    for (let n = 0; n < 16; n++) {
      const { created, token } = await world.ordered()
      orders.push({ id: created.id, token, code: await world.coded(token) })
    }
    await Promise.all(orders.map(async ({ token, code }) => await world.answer(token, code)))
    const records = await Promise.all(orders.map(async ({ id }) => await recordFor(id)))
    const numbers = records.map(({ sequence }) => sequence).toSorted((a, b) => a - b)
    const from = numbers[0] ?? 0
    expect(numbers).toEqual(Array.from({ length: 16 }, (_, n) => from + n))
    for (const { hash } of records) expect((await check(hash)).holds).toBe(true)
  })

  test('of an approval from before records were kept is made by the daily job', async () => {
    const id = await world.approved()
    const { id: evidenceId } = await evidenceFor(id)
    await world.owner.query('delete from crm_bib.evidence_record where evidence_id = $1', [
      evidenceId,
    ])
    expect((await evidenceFor(id)).record).toBeNull()
    world.time.now = new Date('2026-11-24T03:00:00.000Z')
    for (let time = 0; time < 2; time++) await record()
    const { hash } = await recordFor(id)
    expect(await check(hash)).toMatchObject({
      signedAt: '2026-11-23T03:00:00.000Z',
      recordedAt: '2026-11-24T03:00:00.000Z',
      holds: true,
    })
    world.time.now = new Date('2026-11-23T03:00:00.000Z')
  })
})

describe('whoever changes the database', () => {
  test('cannot change a record with the rights of the service', async () => {
    await world.owner.query('set role crm_app')
    try {
      for (const act of [
        'update crm_bib.evidence_record set hash = hash',
        'delete from crm_bib.evidence_record',
      ])
        await expect(world.owner.query(act)).rejects.toThrow('permission denied')
    } finally {
      await world.owner.query('reset role')
    }
  })

  test('and changes a record is found out by its hash', async () => {
    const { hash } = await recordFor(await world.approved())
    await tampered(
      `update crm_bib.evidence_record set record = replace(record, '5000000', '9000000') where hash = $1`,
      [hash],
      async () => {
        expect(await check(hash)).toMatchObject({
          checks: { record: false, document: false },
          holds: false,
        })
      },
    )
    expect((await check(hash)).holds).toBe(true)
  })

  test('and writes it anew with its hash is found out by the record after it, and by the paper', async () => {
    const { hash } = await recordFor(await world.approved())
    await world.approved()
    const row = await world.owner.query<{ record: string }>(
      'select record from crm_bib.evidence_record where hash = $1',
      [hash],
    )
    const { format: _, ...old } = JSON.parse(row.rows[0]?.record ?? '{}')
    const forged = writeRecord({ ...old, signer: { ...old.signer, name: 'Budi' } })
    await tampered(
      'update crm_bib.evidence_record set record = $2, hash = $3 where hash = $1',
      [hash, forged.text, forged.hash],
      async () => {
        expect(await refusal(check(hash))).toBe('not-found')
        expect((await check(forged.hash)).checks).toMatchObject({ record: true, chain: false })
      },
    )
  })

  test('and takes out a record is found out by its neighbours', async () => {
    const [before, taken, after] = [
      await recordFor(await world.approved()),
      await recordFor(await world.approved()),
      await recordFor(await world.approved()),
    ]
    await tampered(
      'delete from crm_bib.evidence_record where hash = $1',
      [taken.hash],
      async () => {
        for (const { hash } of [before, after])
          expect((await check(hash)).checks).toMatchObject({ record: true, chain: false })
      },
    )
  })
})

describe('files without the database', () => {
  // A new day, because an investor gets a limited number of codes on one.
  beforeAll(() => void (world.time.now = new Date('2026-11-24T03:00:00.000Z')))

  const files = async (count: number): Promise<FoundRecord[]> => {
    const found = []
    for (let n = 0; n < count; n++) {
      const pdf = await world.as('rina').instructions.document({ id: await world.approved() })
      found.push((await recordInPdf(pdf)) ?? expect.unreachable('no record'))
    }
    return found
  }

  test('show a chain, whatever their order, and a missing one', async () => {
    const [one, two, three] = await files(3)
    if (!one || !two || !three) throw new Error('three files')
    expect(faultsOfRecords([three, one, two, two])).toEqual([])
    const { sequence } = two.record
    expect(faultsOfRecords([one, three])).toEqual([
      { fault: 'missing', from: sequence, to: sequence },
    ])
    const forged = { ...two, hash: '0'.repeat(64) }
    expect(faultsOfRecords([one, forged, three])).toEqual([
      { fault: 'chain-broken', sequence: sequence + 1 },
    ])
    expect(faultsOfRecords([two, forged])).toEqual([{ fault: 'number-twice', sequence }])
  })

  test('show a document that is not the one in the record', async () => {
    const [one] = await files(1)
    if (!one) throw new Error('one file')
    const record = { ...one.record, document: { ...one.record.document, amount: '9' } }
    expect(faultsOfRecords([{ ...one, record }])).toEqual([
      { fault: 'document-changed', sequence: record.sequence },
    ])
  })
})

test('nobody of another company sees the evidence', async () => {
  const id = await world.approved()
  const { id: evidenceId } = await evidenceFor(id)
  for (const name of ['fitri', 'fajar'] as const)
    expect([
      await refusal(world.as(name).evidence.list({ id })),
      await refusal(world.as(name).evidence.document({ id: evidenceId })),
    ]).toEqual(['not-found', 'not-found'])
  // An RM of the same company who does not serve the investor.
  expect(await refusal(world.as('oscar').evidence.document({ id: evidenceId }))).toBe('not-found')
})
