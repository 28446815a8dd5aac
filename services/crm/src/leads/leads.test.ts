import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '@rmtools/contracts/problem'
import {
  addInvestor,
  company,
  createCrmWorld,
  people,
  type CrmWorld,
} from '../testing/crm-world.ts'

let world: CrmWorld
beforeAll(async () => void (world = await createCrmWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

let number = 0
const phone = () => `+62812000${String(++number).padStart(5, '0')}`
const refused = async (call: Promise<unknown>) =>
  await call.then(
    () => 'not refused',
    (error: Problem) => [error.status, error.code],
  )
const count = async (table: string, where: string, values: unknown[]) =>
  Number(
    (await world.rows<{ count: string }>(`select count(*) from ${table} where ${where}`, values))[0]
      ?.count,
  )
const createLead = async (
  given: { fullName?: string; phone?: string; email?: string; nextFollowUpAt?: string } = {},
) =>
  (await world.as('rina').leads.create({ fullName: 'Dewi Lestari', phone: phone(), ...given })).lead

describe('adding a lead', () => {
  test('takes phone numbers as people write them', async () => {
    const { lead } = await world
      .as('rina')
      .leads.create({ fullName: 'Dewi', phone: '0812-9999 (001)' })
    expect(lead).toMatchObject({
      phone: '+628129999001',
      rmId: people.rina.id,
      rmName: 'rina',
      status: 'new',
      version: 1,
      companyId: company,
    })
    expect(
      await refused(world.as('rina').leads.create({ fullName: 'Dewi', phone: '+99912345678' })),
    ).toEqual([422, 'phone-invalid'])
  })

  test('made offline brings its own id, and sent again is one lead', async () => {
    const lead = { id: crypto.randomUUID(), fullName: 'Offline', phone: phone() }
    const first = await world.as('rina').leads.create(lead)
    const again = await world.as('rina').leads.create(lead)
    expect(again.lead).toEqual(first.lead)
    expect(await count('crm_bib.lead', 'phone = $1', [lead.phone])).toBe(1)
  })

  test("SECURITY 22: an id of another RM's or another company's lead tells nothing but that it is taken", async () => {
    const { id } = await createLead()
    for (const name of ['oscar', 'fajar'] as const)
      expect(
        await refused(world.as(name).leads.create({ id, fullName: 'X', phone: phone() })),
      ).toEqual([409, 'lead-id-taken'])
  })

  test('the same phone number twice in one book is refused', async () => {
    const { phone: taken } = await createLead()
    expect(await refused(world.as('rina').leads.create({ fullName: 'Y', phone: taken }))).toEqual([
      409,
      'lead-phone-taken',
    ])
  })

  test('warns of the same person in the books of others of the company, leads and investors, and of no other company', async () => {
    const lead = await createLead({ email: 'twin@mail.example' })
    await addInvestor(world, { id: crypto.randomUUID() })
    const other = await world
      .as('oscar')
      .leads.create({ fullName: 'Twin', phone: lead.phone, email: 'TWIN@mail.example' })
    expect(other.duplicates).toEqual([{ kind: 'lead', rmName: 'rina', matches: 'phone' }])
    const { duplicates } = await world
      .as('oscar')
      .leads.create({ fullName: 'Siti', phone: phone(), email: 'siti@mail.example' })
    expect(duplicates).toEqual([{ kind: 'investor', rmName: 'rina', matches: 'email' }])
    const foreign = await world
      .as('fajar')
      .leads.create({ fullName: 'Twin', phone: lead.phone, email: 'siti@mail.example' })
    expect(foreign.duplicates).toEqual([])
  })

  test('SECURITY 40: a double click, 20 in parallel, is one lead and one answer', async () => {
    const lead = { fullName: 'Twenty', phone: phone() }
    const idempotencyKey = crypto.randomUUID()
    const answers = await Promise.all(
      Array.from(
        { length: 20 },
        async () => await world.as('rina').leads.create(lead, { idempotencyKey }),
      ),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    const id = answers[0]?.lead.id
    expect(await count('crm_bib.lead', 'phone = $1', [lead.phone])).toBe(1)
    expect(
      await count('auth_bib.auth_user_action_log', `entity = 'lead' and entity_id = $1`, [id]),
    ).toBe(1)
  })

  test('SECURITY 40: the same key with another body is refused, and of another user it is another key', async () => {
    const idempotencyKey = crypto.randomUUID()
    await world.as('rina').leads.create({ fullName: 'One', phone: phone() }, { idempotencyKey })
    expect(
      await refused(
        world.as('rina').leads.create({ fullName: 'Two', phone: phone() }, { idempotencyKey }),
      ),
    ).toEqual([422, 'idempotency-key-reused'])
    expect(
      (
        await world
          .as('oscar')
          .leads.create({ fullName: 'Two', phone: phone() }, { idempotencyKey })
      ).lead.fullName,
    ).toBe('Two')
  })

  test('SECURITY 40: what was rolled back keeps no key, so that the same call works once its cause is gone', async () => {
    const taken = await createLead()
    const retry = { fullName: 'Again', phone: taken.phone }
    const idempotencyKey = crypto.randomUUID()
    expect(await refused(world.as('rina').leads.create(retry, { idempotencyKey }))).toEqual([
      409,
      'lead-phone-taken',
    ])
    expect(await count('crm_bib.idempotency_key', 'key = $1', [idempotencyKey])).toBe(0)
    expect(
      await count('auth_bib.auth_user_action_log', `after ->> 'full_name' = 'Again'`, []),
    ).toBe(0)
    await world.as('rina').leads.remove({ id: taken.id, version: taken.version })
    expect((await world.as('rina').leads.create(retry, { idempotencyKey })).lead.fullName).toBe(
      'Again',
    )
  })

  test('SECURITY 40: a crash between the change and its key leaves neither', async () => {
    const lead = { fullName: 'Crash', phone: phone() }
    const idempotencyKey = crypto.randomUUID()
    await world.rows(`create function crm_bib.crash() returns trigger language plpgsql as $$ begin if new.key = '${idempotencyKey}' then raise exception 'crash'; end if; return new; end $$;
      create trigger crash before insert on crm_bib.idempotency_key for each row execute function crm_bib.crash()`)
    expect(await refused(world.as('rina').leads.create(lead, { idempotencyKey }))).toEqual([
      500,
      'internal-error',
    ])
    expect(await count('crm_bib.lead', 'phone = $1', [lead.phone])).toBe(0)
    await world.rows('drop trigger crash on crm_bib.idempotency_key')
    await world.as('rina').leads.create(lead, { idempotencyKey })
    expect(await count('crm_bib.lead', 'phone = $1', [lead.phone])).toBe(1)
  })
})

test('lists page through every lead once, newest first, and tags are counted', async () => {
  await using fresh = await createCrmWorld()
  const { leads } = fresh.as('rina')
  for (let i = 0; i < 7; i++)
    await leads.create({
      fullName: `Lead ${i}`,
      phone: phone(),
      tags: i % 2 ? ['ganjil'] : ['genap', 'semua'],
    })
  const names: string[] = []
  let cursor: string | undefined
  do {
    const page = await leads.list({ limit: 3, ...(cursor ? { cursor } : {}) })
    names.push(...page.items.map(({ fullName }) => fullName))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(names).toEqual([6, 5, 4, 3, 2, 1, 0].map((i) => `Lead ${i}`))
  expect(await leads.tags()).toEqual({
    items: [
      { tag: 'genap', count: 4 },
      { tag: 'semua', count: 4 },
      { tag: 'ganjil', count: 3 },
    ],
  })
  expect(await refused(leads.list({ cursor: 'zzz' }))).toEqual([400, 'invalid-input'])
})

test('says of a lead who else of the company knows the person, to those who may see the lead', async () => {
  const lead = await createLead()
  await world.as('oscar').leads.create({ fullName: 'The same', phone: lead.phone })
  expect((await world.as('rina').leads.duplicates({ id: lead.id })).items).toEqual([
    { kind: 'lead', rmName: 'oscar', matches: 'phone' },
  ])
  expect(await refused(world.as('fajar').leads.duplicates({ id: lead.id }))).toEqual([
    404,
    'not-found',
  ])
})
