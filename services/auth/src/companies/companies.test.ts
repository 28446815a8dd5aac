import { sql } from '@rmtools/kit/db'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createAuthWorld, type AuthWorld } from '../testing/auth-world.ts'
import { contrastWithWhite } from './rules.ts'

let world: AuthWorld
let company: string
let admin: Awaited<ReturnType<AuthWorld['signIn']>>
let platform: Awaited<ReturnType<AuthWorld['signIn']>>
beforeAll(async () => {
  world = await createAuthWorld()
  company = await world.addCompany('Sinar Fortuna')
  admin = await world.signIn(await world.addUser(company, 'company-admin'))
  const home = await world.addCompany('Platform')
  await world.owner.run(sql`update auth_company set kind = 'platform' where id = ${home}`)
  platform = await world.signIn(await world.addUser(home, 'platform-admin'))
})
afterAll(async () => await world[Symbol.asyncDispose]())

const refused = async (work: Promise<unknown>) =>
  await work.then(
    () => 'ok',
    (problem: { status: number; code: string }) => `${problem.status} ${problem.code}`,
  )
const isOut = async (token: string) =>
  await vi.waitFor(
    async () => expect((await world.call('account.me', {}, { token })).status).toBe(401),
    { timeout: 1000, interval: 20 },
  )

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
    await isOut(signedIn.token)
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

test('SECURITY 15, 56: another company is offered by the platform only, counts once the person accepts, and ends the other sessions', async () => {
  const second = await world.addCompany('Second')
  const user = await world.addUser(company)
  const signedIn = await world.signIn(user)
  expect(
    await refused(admin.api.companies.addMember({ id: second, email: user.email, role: 'rm' })),
  ).toBe('403 forbidden')
  expect(
    await refused(
      platform.api.companies.addMember({ id: second, email: user.email, role: 'platform-admin' }),
    ),
  ).toBe('422 role-unknown')
  const add = async () =>
    await platform.api.companies.addMember({ id: second, email: user.email, role: 'rm' })
  await add()
  expect(await refused(add())).toBe('409 membership-offered')
  const here = await world.signIn(user)
  expect((await here.api.account.companyIds()).items).toHaveLength(1)
  expect(await refused(here.api.sessions.switchCompany({ companyId: second }))).toBe(
    '404 not-found',
  )
  expect((await platform.api.companies.members({ id: second })).items).toEqual([])
  const [offer] = (await here.api.membershipOffers.list()).items
  expect(offer).toMatchObject({ companyId: second, companyName: 'Second', role: 'rm' })
  const accept = { id: offer?.id ?? '', decision: 'accept' } as const
  expect(await refused(admin.api.membershipOffers.acceptOrDecline(accept))).toBe('404 not-found')
  await here.api.membershipOffers.acceptOrDecline(accept)
  await isOut(signedIn.token)
  expect((await here.api.account.companyIds()).items).toHaveLength(2)
  expect(await refused(here.api.membershipOffers.acceptOrDecline(accept))).toBe('409 wrong-state')
  expect(await refused(add())).toBe('409 member-already')
})

test('SECURITY 56: nobody of the platform gets into a company by a membership, and its administrators are notified of everybody else', async () => {
  const there = await world.addCompany('Terjaga')
  const itsAdmin = await world.signIn(await world.addUser(there, 'company-admin'))
  const add = async (email: string) =>
    await platform.api.companies.addMember({ id: there, email, role: 'company-admin' })
  const own = (await platform.api.account.me()).email ?? ''
  expect(await refused(add(own))).toBe('403 own-account')
  const home = (await platform.api.companies.own()).id
  const colleague = await world.addUser(home, 'platform-admin')
  expect(await refused(add(colleague.email))).toBe('403 platform-person')
  const user = await world.addUser(company)
  expect(await add(user.email)).toMatchObject({ waits: true })
  const [asked] = (await itsAdmin.api.pendingAdministration.list()).items
  await itsAdmin.api.pendingAdministration.decide({ id: asked?.id ?? '', decision: 'approve' })
  const kinds = async () =>
    (await itsAdmin.api.notifications.list({})).items
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('user.'))
  expect(await kinds()).toEqual(['user.offered-by-platform'])
  expect((await world.messageTo(user.email, 1, /Terjaga/)).text).toContain('menerima')
  const signedIn = await world.signIn(user)
  const [offer] = (await signedIn.api.membershipOffers.list()).items
  await signedIn.api.membershipOffers.acceptOrDecline({ id: offer?.id ?? '', decision: 'accept' })
  expect(await kinds()).toEqual(['user.added-by-platform', 'user.offered-by-platform'])
})

test('SECURITY 56: who declines, does not answer in time, or came to the platform meanwhile, is put nowhere', async () => {
  const there = await world.addCompany('Ditolak')
  const itsAdmin = await world.signIn(await world.addUser(there, 'company-admin'))
  const user = await world.addUser(company)
  const signedIn = await world.signIn(user)
  const offered = async () => {
    await platform.api.companies.addMember({ id: there, email: user.email, role: 'rm' })
    return (await signedIn.api.membershipOffers.list()).items[0]?.id ?? ''
  }
  const declined = await offered()
  await signedIn.api.membershipOffers.acceptOrDecline({ id: declined, decision: 'decline' })
  expect(
    await refused(
      signedIn.api.membershipOffers.acceptOrDecline({ id: declined, decision: 'accept' }),
    ),
  ).toBe('409 wrong-state')
  expect((await itsAdmin.api.notifications.list({})).items[0]?.kind).toBe('user.offer-declined')
  const lapsed = await offered()
  await world.owner
    .run(sql`update membership_offer set offered_at = offered_at - interval '73 hours', expires_at = expires_at - interval '73 hours'
    where id = ${lapsed}`)
  expect((await signedIn.api.membershipOffers.list()).items).toEqual([])
  expect(
    await refused(
      signedIn.api.membershipOffers.acceptOrDecline({ id: lapsed, decision: 'accept' }),
    ),
  ).toBe('409 wrong-state')
  const late = await offered()
  await world.join(user.id, (await platform.api.companies.own()).id, 'platform-admin')
  expect(
    await refused(signedIn.api.membershipOffers.acceptOrDecline({ id: late, decision: 'accept' })),
  ).toBe('403 platform-person')
  expect((await signedIn.api.account.companyIds()).items.map(({ id }) => id)).not.toContain(there)
})

test('the system roles are derived from the operations', async () => {
  const { items, permissions } = await admin.api.roles.list()
  const rm = items.find(({ code }) => code === 'rm')
  expect(rm).toMatchObject({ isSystem: true, companyId: null })
  expect(rm?.permissions).not.toContain('user.read')
  expect(items.find(({ code }) => code === 'auditor')?.permissions).toEqual(
    expect.arrayContaining(['audit.read', 'book.all', 'user.read']),
  )
  expect(permissions).toContain('user.approve')
  expect(permissions).not.toContain('company.manage')
  // A company cannot assign the platform's own role.
  const codes = async (caller: typeof admin) =>
    (await caller.api.roles.list()).items.map(({ code }) => code)
  expect(await codes(admin)).not.toContain('platform-admin')
  expect(await codes(platform)).toContain('platform-admin')
  expect(
    await refused(
      admin.api.roles.update({
        id: rm?.id ?? '',
        version: rm?.version ?? 0,
        changes: { permissions: [] },
      }),
    ),
  ).toBe('409 system-role-fixed')
})

test('a role of the own: only known permissions, no namesake of a system role; a change ends the sessions of its holders', async () => {
  for (const permission of ['company.manage', 'made.up'])
    expect(
      await refused(
        admin.api.roles.create({ code: 'sneaky', name: 'S', permissions: [permission] }),
      ),
    ).toBe('422 permission-unknown')
  expect(
    await refused(admin.api.roles.create({ code: 'platform-admin', name: 'S', permissions: [] })),
  ).toBe('409 role-code-taken')
  const role = await admin.api.roles.create({
    code: 'team-lead',
    name: 'Team lead',
    permissions: ['user.read'],
  })
  const user = await world.addUser(company)
  const seen = await admin.api.users.get({ id: user.id })
  await admin.api.users.update({
    id: user.id,
    version: seen.version,
    changes: { role: 'team-lead' },
  })
  const signedIn = await world.signIn(user)
  expect((await signedIn.api.users.list()).items.length).toBeGreaterThan(0)
  const changed = await admin.api.roles.update({
    id: role.id,
    version: role.version,
    changes: { permissions: ['user.read', 'role.read'] },
  })
  expect(changed).toMatchObject({ userCount: 1, permissions: ['user.read', 'role.read'] })
  await isOut(signedIn.token)
  expect(await refused(admin.api.roles.remove({ id: role.id }))).toBe('409 role-in-use')
  const unused = await admin.api.roles.create({ code: 'unused', name: 'Unused', permissions: [] })
  expect(await refused(admin.api.roles.remove({ id: unused.id }))).toBe('ok')
})

test("SECURITY 22: another company's role is 404 and cannot be given", async () => {
  const second = await world.signIn(
    await world.addUser(await world.addCompany('Elsewhere'), 'company-admin'),
  )
  const role = await second.api.roles.create({ code: 'their-own', name: 'Theirs', permissions: [] })
  expect(
    await refused(admin.api.roles.update({ id: role.id, version: 1, changes: { name: 'Mine' } })),
  ).toBe('404 not-found')
  expect(await refused(admin.api.roles.remove({ id: role.id }))).toBe('404 not-found')
  expect((await admin.api.roles.list()).items.map(({ code }) => code)).not.toContain('their-own')
  for (const code of ['their-own', 'platform-admin'])
    expect(
      await refused(
        admin.api.users.create({ fullName: 'X', email: 'x1@example.co.id', role: code }),
      ),
    ).toBe('422 role-unknown')
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
