// Who finds, reads and reveals an investor.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createInvestorWorld, people, type World } from './testing/world.ts'
import { ACCOUNT_NUMBER, NIK, nikOf, readyCase, submittedCase } from './testing/cases.ts'

let world: World
beforeAll(async () => void (world = await createInvestorWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

const refusedWith = (code: string) =>
  expect.objectContaining({ kind: expect.objectContaining({ code }) })
const draft = async (person: 'rm' | 'otherRm' | 'foreignRm' = 'rm') =>
  await world.as(person).investors.create({ kind: 'individual', fullName: 'Siti Rahmawati' })

describe('who sees what', () => {
  test('SECURITY 22: another RM’s and another company’s investor is 404 by id and absent from lists and searches', async () => {
    const { id, version } = await draft()
    const individual = { fullName: 'Xenia Unik' }
    const saved = await world.as('rm').investors.saveKyc({ id, version, individual })
    for (const person of ['otherRm', 'foreignRm', 'foreignAdmin'] as const) {
      const api = world.as(person)
      await expect(api.investors.get({ id })).rejects.toMatchObject({ status: 404 })
      await expect(api.investors.history({ id })).rejects.toMatchObject({ status: 404 })
      await expect(api.bankAccounts.list({ id })).rejects.toMatchObject({ status: 404 })
      await expect(api.documents.list({ id })).rejects.toMatchObject({ status: 404 })
      await expect(api.consents.list({ id })).rejects.toMatchObject({ status: 404 })
      await expect(api.riskProfiles.list({ id })).rejects.toMatchObject({ status: 404 })
      expect((await api.investors.list({ search: 'Xenia' })).items).toEqual([])
      expect(
        (await api.investors.list({ rmId: people.rm.id })).items.filter(
          (item) => item.rmId === people.rm.id,
        ),
      ).toEqual([])
    }
    for (const person of ['otherRm', 'foreignRm'] as const) {
      const api = world.as(person)
      await expect(
        api.investors.saveKyc({ id, version: saved.version, individual }),
      ).rejects.toMatchObject({ status: 404 })
      await expect(api.investors.submit({ id, version: saved.version })).rejects.toMatchObject({
        status: 404,
      })
      await expect(api.investors.reveal({ id, pointer: '/individual/npwp' })).rejects.toMatchObject(
        { status: 404 },
      )
      await expect(
        api.bankAccounts.create({ id, bankCode: '014', number: '12345678', holderName: 'X' }),
      ).rejects.toMatchObject({
        status: 404,
      })
      await expect(api.documents.declare({ id, type: 'ktp' })).rejects.toMatchObject({
        status: 404,
      })
    }
    expect(
      (await world.as('reviewer').investors.list({ search: 'xenia' })).items.map((item) => item.id),
    ).toEqual([id])
    expect((await world.as('auditor').investors.get({ id })).rmName).toBe('Rina RM')
  })

  test('SECURITY 24: an auditor reads and changes nothing, an RM does not review', async () => {
    const { id, version } = await draft()
    await expect(
      world.as('auditor').investors.saveKyc({ id, version, individual: { alias: 'X' } }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      world.as('auditor').investors.reveal({ id, pointer: '/individual/npwp' }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      world.as('rm').investors.review({ items: [{ id, version }], decision: 'approve' }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(world.as('rm').investors.syncBib({ id })).rejects.toMatchObject({ status: 403 })
    await expect(world.anybody.investors.get({ id })).rejects.toMatchObject({ status: 401 })
  })

  test('an id made on the phone: the same case again is harmless, somebody else’s is refused', async () => {
    const id = crypto.randomUUID()
    const created = await world
      .as('rm')
      .investors.create({ id, kind: 'individual', fullName: 'Siti' })
    expect(
      (await world.as('rm').investors.create({ id, kind: 'individual', fullName: 'Siti' })).version,
    ).toBe(created.version)
    await expect(
      world.as('foreignRm').investors.create({ id, kind: 'individual', fullName: 'Siti' }),
    ).rejects.toEqual(refusedWith('investor-id-taken'))
  })

  test('SECURITY 40: the same Idempotency-Key, twenty times at once, starts one case', async () => {
    const idempotencyKey = crypto.randomUUID()
    const made = await Promise.all(
      Array.from(
        { length: 20 },
        async () =>
          await world
            .as('rm')
            .investors.create({ kind: 'individual', fullName: 'Sekali' }, { idempotencyKey }),
      ),
    )
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  })
})

describe('revealing', () => {
  test('SECURITY 32, 33: shows the value to who may, with one line in the audit trail that does not hold it', async () => {
    const { id, bankAccounts } = await world
      .as('rm')
      .investors.get({ id: (await readyCase(world)).id })
    const { value } = await world
      .as('reviewer')
      .investors.reveal({ id, pointer: '/individual/identityNumber' })
    expect(value).toBe(NIK)
    expect(
      (
        await world
          .as('rm')
          .investors.reveal({ id, pointer: `/bankAccounts/${bankAccounts[0]?.id}/number` })
      ).value,
    ).toBe(ACCOUNT_NUMBER)
    const trail = await world.rows<{ actor_id: string; after: object }>(
      "select actor_id, after, ip from auth_bib.auth_user_action_log where action = 'reveal' and entity_id = $1 order by id",
      [id],
    )
    expect(trail).toMatchObject([
      {
        actor_id: people.reviewer.id,
        after: { pointer: '/individual/identityNumber' },
        ip: '10.1.2.3',
      },
      { actor_id: people.rm.id },
    ])
    await expect(
      world.as('rm').investors.reveal({ id, pointer: '/individual/fullName' }),
    ).rejects.toEqual(refusedWith('no-such-field'))
  })
})

describe('lists', () => {
  test('page by page, newest first, without gaps or repetitions', async () => {
    const api = world.as('otherRm')
    for (let index = 0; index < 5; index++)
      await api.investors.create({ kind: 'institutional', fullName: `PT Halaman ${index}` })
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await api.investors.list({
        kind: 'institutional',
        limit: 2,
        ...(cursor ? { cursor } : {}),
      })
      seen.push(...page.items.map(({ displayName }) => displayName))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual([4, 3, 2, 1, 0].map((index) => `PT Halaman ${index}`))
    await expect(api.investors.list({ cursor: 'nonsense' })).rejects.toMatchObject({ status: 400 })
    await expect(api.investors.list({ cursor: 'nonsense', order: 'queue' })).rejects.toMatchObject({
      status: 400,
    })
  })

  test('finds by name, NIK and phone', async () => {
    const { id } = await readyCase(world, { nik: nikOf(900) })
    const found = async (search: string) =>
      (await world.as('reviewer').investors.list({ search })).items.map((item) => item.id)
    expect(await found(nikOf(900))).toEqual([id])
    expect(await found(nikOf(900).replace(/(.{4})(?=.)/g, '$1\u2009'))).toEqual([id])
    expect(await found('rahmaw')).toContain(id)
    expect(await found('081200000001')).toContain(id)
    expect(await found('%')).toEqual([])
  })

  test('the queue shows who waits longest first', async () => {
    const first = await submittedCase(world, { nik: nikOf(901) })
    world.pass(60)
    const second = await submittedCase(world, { nik: nikOf(902) })
    const { items } = await world.as('reviewer').investors.list({ order: 'queue', limit: 100 })
    const ids = items.map(({ id }) => id)
    expect(ids.indexOf(first.id)).toBeLessThan(ids.indexOf(second.id))
    const one = await world.as('reviewer').investors.list({ order: 'queue', limit: 1 })
    const next = await world
      .as('reviewer')
      .investors.list({ order: 'queue', limit: 1, cursor: one.nextCursor ?? '' })
    expect([one.items[0]?.id, next.items[0]?.id]).toEqual(ids.slice(0, 2))
  })
})
