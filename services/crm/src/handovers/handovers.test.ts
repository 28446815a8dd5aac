import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Problem } from '@rmtools/contracts/problem'
import {
  addInstruction,
  addInvestor,
  createCrmWorld,
  people,
  type CrmWorld,
} from '../testing/crm-world.ts'

let world: CrmWorld
beforeAll(async () => void (world = await createCrmWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

const refused = async (call: Promise<unknown>) =>
  await call.then(
    () => 'not refused',
    (error: Problem) => [error.status, error.code],
  )
const [from, to] = [people.rina.id, people.oscar.id]
const handOver = async (more: object = {}, options?: { idempotencyKey: string }) =>
  await world
    .as('ani')
    .handovers.create(
      { fromRmId: from, toRmId: to, what: 'all', reason: 'Pindah cabang', ...more },
      options,
    )
const ownerOf = async (table: string, id: string) =>
  (
    await world.rows<{ rm_id: string; version: number }>(
      `select rm_id, version from crm_bib.${table} where id = $1`,
      [id],
    )
  )[0]

let number = 0
let lead: string
let converted: string
let draft: string
let registered: string
const instruction = { open: '', unsigned: '', ended: '' }

beforeEach(async () => {
  await world.rows(
    'truncate crm_bib.instruction, crm_bib.investor, crm_bib.lead cascade; delete from crm_jobs._private_jobs',
  )
  const phone = () => `+62812000${String(++number).padStart(5, '0')}`
  lead = (await world.as('rina').leads.create({ fullName: 'Prospek', phone: phone() })).lead.id
  converted = (await world.as('rina').leads.create({ fullName: 'Sudah investor', phone: phone() }))
    .lead.id
  await world.rows(`update crm_bib.lead set status = 'converted' where id = $1`, [converted])
  for (const key of ['open', 'unsigned', 'ended'] as const) instruction[key] = crypto.randomUUID()
  draft = crypto.randomUUID()
  registered = crypto.randomUUID()
  await addInvestor(world, { id: draft, status: 'submitted' })
  await addInvestor(world, { id: registered, leadId: converted })
  await addInstruction(world, instruction.open, registered, 'sent')
  await addInstruction(world, instruction.unsigned, registered, 'awaiting-approval')
  await addInstruction(world, instruction.ended, registered, 'settled')
})

describe('handing over a book', () => {
  test('moves leads, investors and open instructions together, and leaves what has ended', async () => {
    expect(await handOver()).toEqual({
      leads: 1,
      investors: 2,
      instructions: 2,
      stayed: 0,
      notMoved: [],
    })
    for (const [table, id] of [
      ['lead', lead],
      ['lead', converted],
      ['investor', draft],
      ['investor', registered],
      ['instruction', instruction.open],
    ] as const)
      expect([table, (await ownerOf(table, id))?.rm_id]).toEqual([table, to])
    expect((await ownerOf('instruction', instruction.ended))?.rm_id).toBe(from)
    expect(await refused(world.as('rina').leads.get({ id: lead }))).toEqual([404, 'not-found'])
    expect((await world.as('oscar').investors.list()).items).toHaveLength(2)
  })

  test('is recorded in the time lines, with the reason, and both RMs are notified', async () => {
    await handOver()
    const said = 'rina → oscar: Pindah cabang'
    expect((await world.as('oscar').leadActivities.list({ id: lead })).items[0]).toMatchObject({
      kind: 'status',
      text: said,
      authorId: people.ani.id,
    })
    expect((await world.as('oscar').investors.history({ id: draft })).items[0]).toMatchObject({
      kind: 'handed-over',
      detail: said,
      actorName: 'ani',
    })
    expect(
      (await world.as('oscar').instructions.get({ id: instruction.open })).events.at(-1),
    ).toMatchObject({
      status: 'sent',
      detail: said,
    })
    const news = await world.jobs('notify')
    expect(news.map(({ payload }) => [payload['userId'], payload['kind']])).toEqual([
      [from, 'book.given'],
      [to, 'book.received'],
    ])
  })

  test('SECURITY 32: every record that moved has one audit row, and the hand-over one', async () => {
    const [last] = await world.rows<{ id: string }>(
      'select coalesce(max(id), 0) as id from auth_bib.auth_user_action_log',
    )
    await handOver()
    const rows = await world.rows<{ entity: string; count: number }>(
      `select entity, count(*)::int as count from auth_bib.auth_user_action_log
       where id > $1 and actor_id = $2 and (after ? 'rm_id' or action = 'hand-over') group by entity order by entity`,
      [last?.id, people.ani.id],
    )
    expect(rows).toEqual([
      { entity: 'book', count: 1 },
      { entity: 'instruction', count: 2 },
      { entity: 'investor', count: 2 },
      { entity: 'lead', count: 2 },
    ])
  })

  test('Bib learns the new RM of investors it knows; a case under review keeps its version', async () => {
    await handOver()
    expect((await ownerOf('investor', draft))?.version).toBe(1)
    expect((await ownerOf('investor', registered))?.version).toBe(2)
    expect((await world.jobs('bib.investor')).map(({ payload }) => payload)).toEqual([
      { companyId: people.ani.companyId, investorId: registered, version: 2 },
    ])
  })

  test('unsigned instructions get the licence of the new RM, signed ones stay as signed', async () => {
    await handOver()
    const licences = await world.rows('select id, licence_number from crm_bib.instruction')
    expect(licences).toEqual(
      expect.arrayContaining([
        { id: instruction.unsigned, licence_number: 'WAPERD-oscar' },
        { id: instruction.open, licence_number: 'WAPERD-rina' },
      ]),
    )
  })

  test('a lead whose number the receiver has already stays, and is named', async () => {
    const { phone } = await world.as('rina').leads.get({ id: lead })
    await world.as('oscar').leads.create({ fullName: 'Sudah ada', phone })
    expect(await handOver()).toMatchObject({
      leads: 0,
      investors: 2,
      stayed: 1,
      notMoved: [{ kind: 'lead', id: lead, code: 'lead-phone-taken' }],
    })
    expect((await ownerOf('lead', lead))?.rm_id).toBe(from)
  })
})

describe('a part of a book', () => {
  test('leads alone, or investors with theirs', async () => {
    expect(await handOver({ what: 'leads' })).toMatchObject({
      leads: 1,
      investors: 0,
      instructions: 0,
    })
    expect([
      (await ownerOf('lead', converted))?.rm_id,
      (await ownerOf('investor', registered))?.rm_id,
    ]).toEqual([from, from])
    expect(await handOver({ what: 'investors' })).toMatchObject({
      leads: 0,
      investors: 2,
      instructions: 2,
    })
    expect((await ownerOf('lead', converted))?.rm_id).toBe(to)
  })

  test('selected records, and those that are not in the book are named', async () => {
    const stranger = (
      await world.as('fajar').leads.create({ fullName: 'Lain', phone: '081255550001' })
    ).lead.id
    const result = await handOver({
      what: 'selected',
      leadIds: [lead, stranger],
      investorIds: [registered],
    })
    expect(result).toMatchObject({ leads: 1, investors: 1, instructions: 2, stayed: 1 })
    expect(result.notMoved).toEqual([{ kind: 'lead', id: stranger, code: 'not-found' }])
    expect((await ownerOf('investor', draft))?.rm_id).toBe(from)
    expect((await ownerOf('lead', stranger))?.rm_id).toBe(people.fajar.id)
  })

  test('needs ids exactly when it is a selection, and two RMs', async () => {
    expect(await refused(handOver({ what: 'selected' }))).toEqual([
      422,
      'handover-selection-invalid',
    ])
    expect(await refused(handOver({ leadIds: [lead] }))).toEqual([
      422,
      'handover-selection-invalid',
    ])
    expect(await refused(handOver({ toRmId: from }))).toEqual([422, 'handover-selection-invalid'])
  })
})

test('the receiver is an active, licensed RM of the company', async () => {
  const problem = [422, 'not-an-active-rm']
  for (const receiver of [people.fajar.id, people.ratna.id, crypto.randomUUID()])
    expect(await refused(handOver({ toRmId: receiver }))).toEqual(problem)
  await world.rows(`update crm_bib.known_user set status = 'inactive' where id = $1`, [to])
  expect(await refused(handOver())).toEqual(problem)
  await world.rows(`update crm_bib.known_user set status = 'active' where id = $1`, [to])
  expect((await ownerOf('lead', lead))?.rm_id).toBe(from)
})

test("SECURITY 22: another company's admin moves nothing, and nobody else may hand over", async () => {
  const input = { fromRmId: from, toRmId: people.fajar.id, what: 'all', reason: 'x' } as const
  await world.as('fajar').leads.create({ fullName: 'Milik Fajar', phone: '081255550002' })
  expect(await world.as('fitri').handovers.create(input)).toMatchObject({
    leads: 0,
    investors: 0,
    instructions: 0,
  })
  expect((await ownerOf('lead', lead))?.rm_id).toBe(from)
  // An administrator of two companies hands over within the active one only, never to a user of the
  // other.
  expect(await refused(world.as('both').handovers.create(input))).toEqual([422, 'not-an-active-rm'])
  expect(
    await world.as('both').handovers.create({ ...input, fromRmId: people.fajar.id, toRmId: to }),
  ).toMatchObject({ leads: 0 })
  for (const name of ['rina', 'ratna', 'agus', 'putri'] as const)
    expect(await refused(world.as(name).handovers.create(input))).toEqual([403, 'forbidden'])
})

test('SECURITY 40: asked 20 times in parallel with one key it is done once', async () => {
  const idempotencyKey = crypto.randomUUID()
  const answers = await Promise.all(
    Array.from({ length: 20 }, async () => await handOver({}, { idempotencyKey })),
  )
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]).toMatchObject({ leads: 1, investors: 2 })
  expect(await world.jobs('notify')).toHaveLength(2)
})

test('a book larger than a batch moves whole', async () => {
  await world.rows(
    `insert into crm_bib.lead (company_id, rm_id, full_name, phone) select $1, $2, 'Banyak ' || i, '+62813' || lpad(i::text, 8, '0') from generate_series(1, 2500) i`,
    [people.rina.companyId, from],
  )
  expect(await handOver({ what: 'leads' })).toMatchObject({ leads: 2501, stayed: 0 })
  expect((await world.as('rina').leads.list()).items.map(({ id }) => id)).toEqual([converted])
})
