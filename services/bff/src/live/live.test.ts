import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { createBffWorld } from '../testing/bff-world.ts'
import { A, B, BAGUS, LINA_OF_B, RINA, SARI, type Person } from '../testing/people.ts'
import { createLiveWorld, heard, idsOf, type LiveWorld } from './live-world.ts'

const rina: Person = { id: RINA, role: 'rm' }
const bagus: Person = { id: BAGUS, role: 'rm' }
const sari: Person = { id: SARI, role: 'company-admin' }
const lina: Person = { id: LINA_OF_B, role: 'company-admin', companyId: B }

let world: LiveWorld
beforeAll(async () => void (world = await createLiveWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())
afterEach(() => world.closeAll())

describe('live updates', () => {
  test('SECURITY 22: say what changed in the own book, or in the company for who sees all books, and nothing of other companies', async () => {
    const [forRina, forBagus, forSari, forLina] = [
      await world.listen(rina),
      await world.listen(bagus),
      await world.listen(sari),
      await world.listen(lina),
    ]
    const [ofRina, ofBagus, ofB] = [
      await world.leadOf(A, RINA),
      await world.leadOf(A, BAGUS),
      await world.leadOf(B, LINA_OF_B),
    ]
    await heard(forSari, ofBagus)
    await heard(forRina, ofRina)
    await heard(forBagus, ofBagus)
    await heard(forLina, ofB)
    expect([idsOf(forRina), idsOf(forBagus), idsOf(forSari), idsOf(forLina)]).toEqual([
      [ofRina],
      [ofBagus],
      [ofRina, ofBagus],
      [ofB],
    ])
  })

  test('carry kind, id and company, never data', async () => {
    const stream = await world.listen(sari)
    const id = await world.leadOf(A, RINA)
    await heard(stream, id)
    expect(stream.events).toEqual([
      {
        id: expect.stringMatching(/^\d+-\d+\.\d+-\d+$/),
        event: 'change',
        data: { kind: 'lead', id, companyId: A },
      },
    ])
    expect(stream.headers.get('content-type')).toContain('text/event-stream')
    expect([
      stream.headers.get('cache-control'),
      stream.headers.get('x-content-type-options'),
    ]).toEqual(['no-store', 'nosniff'])
  })

  test('reach both RMs when a lead changes hands, and tell of its removal', async () => {
    const id = await world.leadOf(A, RINA)
    await heard(world.witness, id)
    const [forRina, forBagus] = [await world.listen(rina), await world.listen(bagus)]
    await world.owner.query('update crm_bib.lead set rm_id = $2 where id = $1', [id, BAGUS])
    await heard(forRina, id)
    await heard(forBagus, id)
    await world.owner.query('delete from crm_bib.lead where id = $1', [id])
    await vi.waitFor(() => expect(idsOf(forBagus)).toEqual([id, id]), 5000)
    expect(idsOf(forRina)).toEqual([id])
  })

  test('are part of the transaction: a change rolled back, or that changes nothing, is not told', async () => {
    const kept = await world.leadOf(A, RINA)
    await heard(world.witness, kept)
    const stream = await world.listen(rina)
    const undone = randomUUID()
    await world.owner.query('begin')
    await world.owner.query(
      `insert into crm_bib.lead (id, company_id, rm_id, full_name, phone) values ($1, $2, $3, 'Siti', '+628129999999')`,
      [undone, A, RINA],
    )
    await world.owner.query('rollback')
    await world.owner.query('update crm_bib.lead set full_name = full_name where id = $1', [kept])
    const last = await world.leadOf(A, RINA)
    await heard(stream, last)
    expect(idsOf(stream)).toEqual([last])
  })

  test('tell a person alone of a notification', async () => {
    await world.owner.query(
      `insert into auth_bib.auth_user (id, full_name, email, status) values ($1, 'Rina', 'rina@mail.example', 'active') on conflict do nothing`,
      [RINA],
    )
    const [forRina, forSari] = [await world.listen(rina), await world.listen(sari)]
    const id = randomUUID()
    await world.owner.query(
      `insert into auth_bib.notification (id, user_id, kind, created_at) values ($1, $2, 'user.approved', now())`,
      [id, RINA],
    )
    await heard(forRina, id)
    const lead = await world.leadOf(A, RINA)
    await heard(forSari, lead)
    expect(idsOf(forSari)).toEqual([lead])
  })

  test('tell of users and of jobs that were given up to who may see them in the company, and to nobody else', async () => {
    const platform = await world.listen({ id: LINA_OF_B, role: 'platform-admin', companyId: A })
    const [forRina, forSari, forLina] = [
      await world.listen(rina),
      await world.listen(sari),
      await world.listen(lina),
    ]
    const id = randomUUID()
    await world.owner.query(
      `insert into auth_bib.auth_company (id, code, name, settings) values ($1, 'live', 'A', '{}') on conflict do nothing`,
      [A],
    )
    await world.owner.query(
      `insert into auth_bib.auth_user (id, full_name, email, status) values ($1, 'Budi', 'budi@mail.example', 'pending')`,
      [id],
    )
    await world.owner.query(
      `insert into auth_bib.auth_role (code, name, permissions) values ('rm', 'RM', '{}') on conflict do nothing`,
    )
    await world.owner.query(
      `insert into auth_bib.auth_membership (company_id, user_id, role_id) select $1, $2, id from auth_bib.auth_role where code = 'rm' limit 1`,
      [A, id],
    )
    await heard(forSari, id)
    await heard(platform, id)
    await world.owner.query(`update auth_bib.auth_user set last_login_at = now() where id = $1`, [
      id,
    ])
    await world.owner.query(`update auth_bib.auth_user set status = 'active' where id = $1`, [id])
    await vi.waitFor(
      () =>
        expect(forSari.events.map(({ data }) => data)).toEqual(
          [1, 2].map(() => ({ kind: 'user', id, companyId: A })),
        ),
      5000,
    )
    await world.owner.query(
      `insert into crm_bib.live_notice (audience, company_id, kind, entity_id) values ('company', $1, 'outbox', '42')`,
      [A],
    )
    await heard(forSari, '42')
    const last = await world.leadOf(A, RINA)
    await heard(forRina, last)
    expect([idsOf(forRina), idsOf(forLina), idsOf(platform)]).toEqual([[last], [], [id, id]])
  })

  test('tell everybody who may see products of a new NAV, and a platform administrator nothing', async () => {
    const [forRina, forPlatform] = [
      await world.listen(rina),
      await world.listen({ id: LINA_OF_B, role: 'platform-admin' }),
    ]
    await world.owner.query(`select crm_bib.announce_to_everyone('nav', 'ANDALAN-OBLIGASI')`)
    await heard(forRina, 'ANDALAN-OBLIGASI')
    expect(forRina.events.at(-1)?.data).toEqual({
      kind: 'nav',
      id: 'ANDALAN-OBLIGASI',
      companyId: null,
    })
    expect(forPlatform.events).toEqual([])
  })
})

describe('a stream', () => {
  test('goes on from Last-Event-ID without a gap', async () => {
    const first = await world.listen(rina)
    const before = await world.leadOf(A, RINA)
    await heard(first, before)
    first.close()
    const missed = [await world.leadOf(A, RINA), await world.leadOf(A, RINA)]
    const last = await world.leadOf(A, BAGUS)
    await heard(world.witness, last)
    const second = await world.listen(rina, { 'last-event-id': first.lastId() })
    await heard(second, missed[1] ?? '')
    expect(idsOf(second)).toEqual(missed)
  })

  test.each(['nonsense', '1-1.1-1', '9'.repeat(300)])(
    'that resumes from an unknown position (%#) has to load again',
    async (from) => {
      const stream = await world.listen(rina, { 'last-event-id': from })
      await vi.waitFor(
        () => expect(stream.events.map(({ event }) => event)).toEqual(['reset']),
        5000,
      )
    },
  )

  test('SECURITY 15: ends within a second of its session', async () => {
    const sessionId = randomUUID()
    const [ends, stays] = [
      await world.listen(rina, {}, await world.tokenOf(rina, sessionId)),
      await world.listen(rina),
    ]
    const started = performance.now()
    world.revoke(sessionId)
    await vi.waitFor(() => expect(ends.isEnded()).toBe(true), { timeout: 3000, interval: 10 })
    expect(performance.now() - started).toBeLessThan(1000)
    expect(stays.isEnded()).toBe(false)
  })

  test('needs a session, and there are only so many of a user', async () => {
    expect((await fetch(`${world.url}/live`)).status).toBe(401)
    expect(
      (await fetch(`${world.url}/live`, { headers: { authorization: 'Bearer made-up' } })).status,
    ).toBe(401)
    const first = await world.listen(bagus)
    expect(first.status).toBe(200)
    for (let count = 0; count < 2; count++) expect((await world.listen(bagus)).status).toBe(200)
    expect((await world.listen(bagus)).status).toBe(429)
    expect((await world.listen(rina)).status).toBe(200)
    first.close()
    await vi.waitFor(async () => expect((await world.listen(bagus)).status).toBe(200), 5000)
  })

  test('SECURITY 41: does not hold up a stop', async () => {
    const other = await createBffWorld()
    const reply = await fetch(`${other.url}/live`, {
      headers: { authorization: `Bearer ${await other.tokenOf(rina)}` },
    })
    const text = reply.text()
    const started = performance.now()
    await other[Symbol.asyncDispose]()
    await text
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
