// KYC data as people type it: grouped numbers, as the screens show them, names with any apostrophe,
// day-first dates.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Problem } from '@rmtools/contracts/problem'
import { createInvestorWorld, type World } from './testing/world.ts'

let world: World
beforeAll(async () => void (world = await createInvestorWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

const faults = async (call: Promise<unknown>) =>
  await call.then(
    () => 'taken',
    (error: Problem) => [error.status, error.errors?.map(({ pointer, code }) => [pointer, code])],
  )
const draft = async () =>
  await world
    .as('rm')
    .investors.create({ kind: 'individual', fullName: 'Siti Rahmawati', phone: '0812-9940-0010' })

test('numbers, names and dates are kept in one form', async () => {
  const { id, version } = await draft()
  const saved = await world.as('rm').investors.saveKyc({
    id,
    version,
    individual: {
      identityType: 'ktp',
      identityNumber: '3174\u20090956\u20091290\u20090001',
      npwp: '31.740.956.1\u2011290.001',
      motherMaidenName: 'Nur\u2019aini',
      dateOfBirth: '16-12-1990',
      phone: '+62 (0) 812\u20139940\u20130011',
      homePhone: '(021) 555-1234',
      employer: { name: 'PT Maju', phone: '021.555.1234' },
    },
  })
  const shown = await world.as('rm').investors.get({ id })
  expect(shown.individual).toMatchObject({
    dateOfBirth: '1990-12-16',
    phone: '+6281299400011',
    homePhone: '+62215551234',
    employer: { phone: '+62215551234' },
  })
  const reveal = async (pointer: string) =>
    (await world.as('rm').investors.reveal({ id, pointer })).value
  expect(await reveal('/individual/identityNumber')).toBe('3174095612900001')
  expect(await reveal('/individual/npwp')).toBe('0317409561290001')
  expect(await reveal('/individual/motherMaidenName')).toBe("Nur'aini")
  expect(saved.version).toBe(version + 1)
})

test('an account number in groups is one number', async () => {
  const { id } = await draft()
  const account = await world.as('rm').bankAccounts.create({
    id,
    bankCode: '014',
    number: '5270\u20091234\u202f56',
    holderName: 'Siti  Rahmawati',
  })
  expect(account).toMatchObject({ nameMatch: 'exact', holderName: 'Siti Rahmawati' })
  expect(
    (await world.as('rm').investors.reveal({ id, pointer: `/bankAccounts/${account.id}/number` }))
      .value,
  ).toBe('5270123456')
})

test.each(['089532970888633', '(021) 555-1234 ext. 12'])(
  'the phone number %s is refused by its field wherever it is given',
  async (phone) => {
    const code = phone.includes('ext') ? 'phone-extension' : 'phone'
    const { id, version } = await draft()
    expect(
      await faults(
        world.as('rm').investors.create({ kind: 'individual', fullName: 'Siti', phone }),
      ),
    ).toEqual([400, [['/phone', code]]])
    const individual = { phone, homePhone: phone, fax: phone, employer: { name: 'PT Maju', phone } }
    expect(await faults(world.as('rm').investors.saveKyc({ id, version, individual }))).toEqual([
      400,
      ['phone', 'employer/phone', 'homePhone', 'fax'].map((name) => [`/individual/${name}`, code]),
    ])
  },
)
