import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createInvestorWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => void (world = await createInvestorWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

const refusedWith = (code: string) =>
  expect.objectContaining({ kind: expect.objectContaining({ code }) })
const draft = async () =>
  (await world.as('rm').investors.create({ kind: 'individual', fullName: 'Siti Rahmawati' })).id
let next = 10_000_000
const add = async (id: string, given: object = {}) =>
  await world.as('rm').bankAccounts.create({
    id,
    bankCode: '014',
    number: String(next++),
    holderName: 'Siti Rahmawati',
    ...given,
  })

describe('bank accounts', () => {
  test('at most three, also when added at the same time', async () => {
    const id = await draft()
    const added = await Promise.allSettled(Array.from({ length: 6 }, async () => await add(id)))
    expect(added.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    await expect(add(id)).rejects.toEqual(refusedWith('too-many-bank-accounts'))
  })

  test('the same number once, of a bank that exists, with at least five digits', async () => {
    const id = await draft()
    await add(id, { number: '527-012 3456' })
    await expect(add(id, { number: '5270123456' })).rejects.toEqual(
      refusedWith('investor-bank-account-taken'),
    )
    await expect(add(id, { bankCode: '999' })).rejects.toEqual(refusedWith('bank-unknown'))
    await expect(add(id, { number: '1234' })).rejects.toMatchObject({ status: 400 })
    await expect(add(id, { number: '12345<b>' })).rejects.toMatchObject({ status: 400 })
  })

  test('removing and changing need the version that was seen', async () => {
    const id = await draft()
    const account = await add(id)
    const api = world.as('rm').bankAccounts
    const changed = await api.update({
      id,
      accountId: account.id,
      version: account.version,
      branch: 'Tebet',
    })
    expect(changed).toMatchObject({ branch: 'Tebet', number: account.number, version: 2 })
    await expect(
      api.update({ id, accountId: account.id, version: 1, branch: 'X' }),
    ).rejects.toEqual(refusedWith('stale-version'))
    await expect(api.remove({ id, accountId: account.id, version: 1 })).rejects.toEqual(
      refusedWith('stale-version'),
    )
    await api.remove({ id, accountId: account.id, version: 2 })
    expect((await api.list({ id })).items).toEqual([])
    expect(await add(id, { number: '10000' })).toMatchObject({ number: '*0000' })
  })

  test('an account made on the phone and sent again is one account', async () => {
    const id = await draft()
    const accountId = crypto.randomUUID()
    const given = { accountId, number: '55556666' }
    expect(await add(id, given)).toEqual(await add(id, given))
    await expect(add(await draft(), given)).rejects.toEqual(refusedWith('bank-account-id-taken'))
  })
})

describe('the holder’s name', () => {
  test('a weak match needs a review by somebody who did not capture it', async () => {
    const id = await draft()
    const account = await add(id, { holderName: 'Budi Santoso' })
    expect(account).toMatchObject({ nameMatch: 'weak', review: 'needed' })
    expect((await world.as('rm').investors.get({ id })).warnings).toContainEqual({
      pointer: `/bankAccounts/${account.id}`,
      code: 'name-differs',
    })
    const decision = {
      id,
      accountId: account.id,
      version: account.version,
      decision: 'accept' as const,
    }
    await expect(world.as('rm').bankAccounts.review(decision)).rejects.toMatchObject({
      status: 403,
    })
    await expect(world.as('foreignAdmin').bankAccounts.review(decision)).rejects.toMatchObject({
      status: 404,
    })
    const both = await Promise.allSettled([
      world.as('reviewer').bankAccounts.review(decision),
      world.as('otherReviewer').bankAccounts.review({ ...decision, decision: 'refuse' }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(
      world.as('admin').bankAccounts.review({ ...decision, version: 2 }),
    ).rejects.toEqual(refusedWith('not-in-review'))
  })

  test('is compared anew when the investor’s name or the holder changes', async () => {
    const id = await draft()
    const account = await add(id)
    const { version } = await world.as('rm').investors.get({ id })
    const renamed = await world
      .as('rm')
      .investors.saveKyc({ id, version, individual: { fullName: 'Dewi Lestari' } })
    expect(renamed.bankAccounts).toMatchObject([{ nameMatch: 'weak', review: 'needed' }])
    const changed = await world
      .as('rm')
      .bankAccounts.update({ id, accountId: account.id, version: 2, holderName: 'LESTARI DEWI' })
    expect(changed).toMatchObject({ nameMatch: 'strong', review: 'not-needed' })
    expect(
      (await world.as('rm').investors.reveal({ id, pointer: `/bankAccounts/${account.id}/number` }))
        .value,
    ).toMatch(/^\d{8}$/)
  })
})
