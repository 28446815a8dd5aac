import { sql } from '@rmtools/kit/db'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createAdministration, type Signed } from '../testing/administration.ts'
import { createAuthWorld, type AuthWorld } from '../testing/auth-world.ts'
import { isOut, refused } from '../testing/refusals.ts'
import { contrastWithWhite } from './rules.ts'

let world: AuthWorld
let company: string
let admin: Signed
let platform: Signed
beforeAll(async () => void ({ world, company, admin, platform } = await createAdministration()))
afterAll(async () => await world[Symbol.asyncDispose]())

test('the platform administrator adds a company and its first administrator, who takes over', async () => {
  const created = await platform.api.companies.create({
    code: 'mandala',
    name: 'Mandala Sekuritas',
    settings: { otpSeconds: 120 },
    admin: { fullName: 'Rina', email: 'rina@mandala.co.id' },
  })
  expect(created).toMatchObject({
    code: 'mandala',
    isActive: true,
    settings: { cutOffDefault: '13:00', otpSeconds: 120, bibTenant: 'mandala' },
  })
  const token = /#([\w-]{43})/.exec((await world.messageTo('rina@mandala.co.id')).text)?.[1]
  expect(
    (await world.call('passwords.confirmReset', { token, newPassword: 'a sunny day in Bandung' }))
      .status,
  ).toBe(200)
  await vi.waitFor(() =>
    expect(world.told.companies.filter(({ id }) => id === created.id).at(-1)).toMatchObject({
      code: 'mandala',
      isActive: true,
      settings: { otpSeconds: 120 },
    }),
  )
  expect(await refused(platform.api.companies.create({ code: 'mandala', name: 'Again' }))).toBe(
    '409 company-code-taken',
  )
  expect(
    (await platform.api.companies.list({ search: 'mandala' })).items.map(({ id }) => id),
  ).toEqual([created.id])
})

test('SECURITY 24: a company administrator manages no companies, and sees and changes the own one', async () => {
  const tries = [
    admin.api.companies.list(),
    admin.api.companies.create({ code: 'mine', name: 'Mine' }),
    admin.api.companies.get({ id: company }),
  ]
  expect(await Promise.all(tries.map(refused))).toEqual(Array(3).fill('403 forbidden'))
  const own = await admin.api.companies.own()
  expect(own.id).toBe(company)
  // Created before orders had limits: it has none.
  expect(own.settings).toMatchObject({ orderCap: null, orderQuestionAbove: null })
  const settings = {
    ...own.settings,
    cutOffDefault: '12:00',
    certifiedSignatureAbove: '1000000000.00',
    orderCap: '5000000000',
    orderQuestionAbove: null,
  }
  const changed = await admin.api.companies.updateOwn({ version: own.version, settings })
  expect(changed.settings).toEqual(settings)
  expect(await refused(admin.api.companies.updateOwn({ version: own.version, settings }))).toBe(
    '409 stale-version',
  )
  await vi.waitFor(() =>
    expect(world.told.companies.filter(({ id }) => id === company).at(-1)?.settings).toMatchObject({
      cutOffDefault: '12:00',
    }),
  )
  // A caller of version 0.1.0 does not know order limits.
  const { orderCap: _, orderQuestionAbove: __, ...known } = settings
  const kept = await admin.api.companies.updateOwn({ version: changed.version, settings: known })
  expect(kept.settings).toEqual(settings)
})

test('SECURITY 23: the code at Bib is given by the platform, and no two companies share one', async () => {
  const own = await admin.api.companies.own()
  const other = await world.addCompany('Other')
  const { settings, version } = await platform.api.companies.get({ id: other })
  const { bibTenant } = settings
  expect(
    await refused(
      admin.api.companies.updateOwn({
        version: own.version,
        settings: { ...own.settings, bibTenant },
      }),
    ),
  ).toBe('403 bib-tenant-fixed')
  expect((await admin.api.companies.own()).settings).toEqual(own.settings)
  const taken = { bibTenant: own.settings.bibTenant.toUpperCase() }
  expect(
    await refused(
      platform.api.companies.update({ id: other, version, changes: { settings: taken } }),
    ),
  ).toBe('409 company-bib-tenant-taken')
  expect(
    await refused(platform.api.companies.create({ code: 'third', name: 'Third', settings: taken })),
  ).toBe('409 company-bib-tenant-taken')
  expect(
    (
      await platform.api.companies.update({
        id: other,
        version,
        changes: { settings: { bibTenant: 'APERD-7' } },
      })
    ).settings.bibTenant,
  ).toBe('APERD-7')
})

test('a colour on which white text cannot be read is refused', async () => {
  expect(contrastWithWhite('#000000')).toBeCloseTo(21)
  expect(contrastWithWhite('#777777')).toBeCloseTo(4.48, 2)
  const own = await admin.api.companies.own()
  expect(
    await refused(
      admin.api.companies.updateOwn({
        version: own.version,
        settings: { ...own.settings, brandColour: '#777777' },
      }),
    ),
  ).toBe('422 colour-too-pale')
  expect(
    await refused(
      admin.api.companies.updateOwn({
        version: own.version,
        settings: { ...own.settings, brandColour: '#767676' },
      }),
    ),
  ).toBe('ok')
})

test('SECURITY 15: deactivating or closing a company ends the sessions of its people', async () => {
  for (const end of ['activeOrDe', 'remove'] as const) {
    const closing = await world.addCompany('Closing')
    const signedIn = await world.signIn(await world.addUser(closing))
    const decision = { id: closing, version: 1, reason: 'The licence was withdrawn' }
    await (end === 'remove'
      ? platform.api.companies.remove(decision)
      : platform.api.companies.activeOrDe({ ...decision, decision: 'deactivate' }))
    await isOut(world, signedIn.token)
  }
})

test('a company is deactivated, activated and closed for a reason, which the record and the trail keep', async () => {
  const id = await world.addCompany('Decided')
  const decide = async (
    decision: 'activate' | 'deactivate',
    version: number,
    reason = 'As agreed',
  ) => await platform.api.companies.activeOrDe({ id, decision, version, reason })
  expect(
    (
      await world.call(
        'companies.activeOrDe',
        { id, decision: 'deactivate', version: 1 },
        { token: platform.token },
      )
    ).status,
  ).toBe(400)
  expect(
    (await world.call('companies.remove', { id, version: 1 }, { token: platform.token })).status,
  ).toBe(400)
  expect(await refused(decide('activate', 1))).toBe('409 wrong-state')
  expect(await decide('deactivate', 1, 'Unpaid since May')).toMatchObject({
    isActive: false,
    decisionReason: 'Unpaid since May',
    version: 2,
  })
  expect(await refused(decide('deactivate', 1))).toBe('409 stale-version')
  expect(await refused(decide('deactivate', 2))).toBe('409 wrong-state')
  expect(await decide('activate', 2, 'Paid')).toMatchObject({
    isActive: true,
    decisionReason: 'Paid',
    version: 3,
  })
  await platform.api.companies.remove({ id, version: 3, reason: 'Merged with another' })
  expect(await refused(decide('activate', 4))).toBe('404 not-found')
  const { items } = await platform.api.audit.trail({
    entity: 'auth_company',
    entityId: id,
    action: 'update',
  })
  expect(items.map(({ after }) => after)).toMatchObject([
    { is_active: false, decision_reason: 'Merged with another' },
    { is_active: true, decision_reason: 'Paid' },
    { is_active: false, decision_reason: 'Unpaid since May' },
  ])
})

test('SECURITY 10: there is no default login; the first platform administrator is invited', async () => {
  await using fresh = await createAuthWorld({ PLATFORM_ADMIN_EMAIL: 'Ops@example.co.id' })
  const people = await fresh.owner.all(
    sql<{ email: string; passwordHash: string | null }>`select email, password_hash from auth_user`,
  )
  expect(people).toEqual([{ email: 'ops@example.co.id', passwordHash: null }])
  expect((await fresh.messageTo('ops@example.co.id')).text).toMatch(/set-password#[\w-]{43}/)
  expect(await fresh.api().registration.companies()).toEqual({ items: [] })
})

test('the platform administrator sees who works for a company, page by page', async () => {
  const here = await world.addCompany('Tirta Dana')
  const added = [
    await world.addUser(here, 'rm'),
    await world.addUser(here, 'auditor'),
    await world.addUser(here, 'rm'),
  ]
  const first = await platform.api.companies.members({ id: here, limit: 2 })
  const second = await platform.api.companies.members({
    id: here,
    limit: 2,
    cursor: first.nextCursor ?? '',
  })
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(
    added.map(({ id }) => id).toReversed(),
  )
  expect(second.nextCursor).toBeNull()
  expect(first.items[1]).toMatchObject({ role: 'auditor', status: 'active' })
  expect(await refused(admin.api.companies.members({ id: here }))).toBe('403 forbidden')
})
