import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '@rmtools/contracts/problem'
import { createCrmWorld, people, type CrmWorld } from '../testing/crm-world.ts'

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
const createLead = async (
  given: { fullName?: string; phone?: string; email?: string; nextFollowUpAt?: string } = {},
) =>
  (await world.as('rina').leads.create({ fullName: 'Dewi Lestari', phone: phone(), ...given })).lead

describe('changing a lead', () => {
  test('an absent field stays, null clears it', async () => {
    const lead = await createLead({ email: 'a@mail.example' })
    const changed = await world
      .as('rina')
      .leads.update({ id: lead.id, version: 1, interest: 'Pasar uang' })
    expect(changed).toMatchObject({
      email: 'a@mail.example',
      interest: 'Pasar uang',
      version: 2,
      rmName: 'rina',
    })
    expect(
      await world.as('rina').leads.update({ id: lead.id, version: 2, email: null }),
    ).toMatchObject({
      email: null,
      interest: 'Pasar uang',
    })
  })

  test('moves along the pipeline are noted in its time line; what cannot be reached is refused', async () => {
    const { id } = await createLead()
    await world.as('rina').leads.update({ id, version: 1, status: 'contacted' })
    expect(
      await refused(world.as('rina').leads.update({ id, version: 2, status: 'lost' })),
    ).toEqual([422, 'lost-reason-missing'])
    await world.as('rina').leads.update({ id, version: 2, status: 'lost', lostReason: 'Deposito' })
    expect(
      await refused(world.as('rina').leads.update({ id, version: 3, status: 'proposal' })),
    ).toEqual([409, 'wrong-state'])
    expect(
      await refused(world.as('rina').leads.update({ id, version: 3, status: 'converted' })),
    ).toEqual([409, 'wrong-state'])
    const { items } = await world.as('rina').leadActivities.list({ id })
    expect(items.map(({ kind, text }) => [kind, text])).toEqual([
      ['status', 'contacted → lost'],
      ['status', 'new → contacted'],
    ])
  })

  test('of two changes to the same version one wins', async () => {
    const { id } = await createLead()
    const results = await Promise.all(
      ['One', 'Two'].map(
        async (fullName) =>
          await refused(world.as('rina').leads.update({ id, version: 1, fullName })),
      ),
    )
    expect(results).toContainEqual('not refused')
    expect(results).toContainEqual([409, 'stale-version'])
    expect(await refused(world.as('rina').leads.remove({ id, version: 1 }))).toEqual([
      409,
      'stale-version',
    ])
  })

  test('a converted lead stays', async () => {
    const { id } = await createLead()
    await world.rows(`update crm_bib.lead set status = 'converted' where id = $1`, [id])
    expect(await refused(world.as('rina').leads.remove({ id, version: 1 }))).toEqual([
      409,
      'wrong-state',
    ])
  })

  test("SECURITY 22: another RM's and another company's lead is 404 and in no list, search, tag or file", async () => {
    const lead = await createLead({ fullName: 'Rahasia Sekali' })
    await world.as('rina').leads.update({ id: lead.id, version: 1, tags: ['rahasia'] })
    for (const name of ['oscar', 'fajar', 'fitri'] as const) {
      const { leads } = world.as(name)
      const isReader = name === 'fajar' || name === 'oscar'
      expect([name, await refused(leads.get({ id: lead.id }))]).toEqual([name, [404, 'not-found']])
      expect([
        name,
        await refused(leads.update({ id: lead.id, version: 2, fullName: 'X' })),
      ]).toEqual([name, [404, 'not-found']])
      expect([name, await refused(leads.remove({ id: lead.id, version: 2 }))]).toEqual([
        name,
        [404, 'not-found'],
      ])
      expect((await leads.list({ search: 'Rahasia' })).items).toEqual([])
      expect(
        (await leads.list({ rmId: people.rina.id })).items.filter(
          ({ rmId }) => rmId === people.rina.id && isReader,
        ),
      ).toEqual([])
      expect((await leads.tags()).items).toEqual([])
      expect(Buffer.from(await leads.export()).toString()).not.toContain('Rahasia')
    }
    expect(
      (await world.as('ani').leads.list({ search: 'Rahasia' })).items.map(({ id }) => id),
    ).toEqual([lead.id])
    expect(
      await refused(world.as('agus').leads.update({ id: lead.id, version: 2, fullName: 'X' })),
    ).toEqual([403, 'forbidden'])
  })

  test('SECURITY 32: each change is one audit row with who, where, before and after; a change of nothing is none', async () => {
    const { id } = await createLead()
    await world.as('rina').leads.update({ id, version: 1, interest: 'Saham' })
    await world.as('rina').leads.update({ id, version: 2, interest: 'Saham' })
    await world.as('rina').leads.remove({ id, version: 3 })
    const trail = await world.rows(
      `select action, actor_id, ip, before ->> 'interest' as before, after ->> 'interest' as after from auth_bib.auth_user_action_log where entity = 'lead' and entity_id = $1 order by id`,
      [id],
    )
    const by = { actor_id: people.rina.id, ip: '10.1.2.3' }
    expect(trail).toEqual([
      { action: 'create', ...by, before: null, after: null },
      { action: 'update', ...by, before: null, after: 'Saham' },
      { action: 'delete', ...by, before: 'Saham', after: null },
    ])
  })
})
