import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createAuthWorld, type AuthWorld } from '../testing/auth-world.ts'

let world: AuthWorld
let company: string
let admin: Awaited<ReturnType<AuthWorld['signIn']>>
beforeAll(async () => {
  world = await createAuthWorld()
  company = await world.addCompany('Sinar Fortuna')
  admin = await world.signIn(await world.addUser(company, 'company-admin'))
})
afterAll(async () => await world[Symbol.asyncDispose]())

test('a company writes what the head of its documents says, in letters that they can print; what it leaves out stays', async () => {
  const head = {
    legalName: 'PT Mandala Sekuritas',
    licenceNumber: 'KEP-12/PM.02/2019',
    address: 'Jl. Jenderal Sudirman Kav. 52, Jakarta 12190',
  }
  const own = await admin.api.companies.own()
  expect(own.settings).toMatchObject({ legalName: null, licenceNumber: null, address: null })
  const changed = await admin.api.companies.updateOwn({
    version: own.version,
    settings: { ...own.settings, ...head },
  })
  expect(changed.settings).toMatchObject(head)
  await vi.waitFor(() =>
    expect(world.told.companies.filter(({ id }) => id === company).at(-1)?.settings).toMatchObject(
      head,
    ),
  )
  // Fields unknown to an older console.
  const {
    legalName: _name,
    licenceNumber: _licence,
    address: _address,
    ...known
  } = changed.settings
  const kept = await admin.api.companies.updateOwn({ version: changed.version, settings: known })
  expect(kept.settings).toMatchObject(head)
  for (const [name, value] of [
    ['licenceNumber', 'KEP<12>'],
    ['licenceNumber', 'K'],
    ['address', 'Jl'],
    ['address', 'Jl. Sudirman \u{1F600}'],
  ] as const) {
    const refusal = admin.api.companies.updateOwn({
      version: kept.version,
      settings: { ...kept.settings, [name]: value },
    })
    await expect(refusal).rejects.toMatchObject({
      status: 400,
      errors: [{ pointer: `/settings/${name}` }],
    })
  }
  const cleared = { ...kept.settings, legalName: null, licenceNumber: null, address: null }
  expect(
    (await admin.api.companies.updateOwn({ version: kept.version, settings: cleared })).settings,
  ).toMatchObject({ address: null })
})
