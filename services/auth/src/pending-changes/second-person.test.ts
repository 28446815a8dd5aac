import { powers } from '@rmtools/contracts/powers'
import { sql } from '@rmtools/kit/db'
import { identity } from '@rmtools/kit/scope'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAuthWorld, type AuthWorld } from '../testing/auth-world.ts'
import { person, twoPeople, type TwoPeople } from '../testing/two-people.ts'
import { refused } from '../testing/refusals.ts'

let world: AuthWorld
let here: TwoPeople
beforeAll(async () => void (world = await createAuthWorld()))
beforeEach(async () => void (here = await twoPeople(world)))
afterAll(async () => await world[Symbol.asyncDispose]())

test('the powers are those that change people, roles, texts and settings, and none that only read or sell', () => {
  expect(powers).toEqual([
    'company.manage',
    'company.update',
    'master-data.write',
    'message-template.write',
    'pending-change.decide',
    'role.manage',
    'user-access.end',
    'user.activate',
    'user.approve',
    'user.create',
    'user.delete',
    'user.update',
  ])
})

describe('SECURITY 58: a new user with power over people, roles, texts or settings', () => {
  test('is nobody until a second person has approved; the one who asked cannot', async () => {
    const asked = person()
    expect(await here.first.api.users.create(asked)).toMatchObject({ ...asked, waits: true })
    expect((await here.first.api.users.list({ search: asked.email })).items).toEqual([])
    expect(world.countTo(asked.email)).toBe(0)
    const [change] = await here.waiting()
    const id = change?.id ?? ''
    expect(change).toMatchObject({
      kind: 'user-invitation',
      subject: asked.email,
      askedBy: here.firstUser.id,
      payload: { role: 'company-admin' },
    })
    expect(await here.kindsOf(here.second)).toEqual(['change.waiting'])
    expect(await here.approve(id, here.first)).toBe('403 four-eyes')
    const reviewer = await world.signIn(await world.addUser(here.company, 'reviewer'))
    expect(await here.approve(id, reviewer)).toBe('403 forbidden')
    const stranger = await world.signIn(
      await world.addUser(await world.addCompany('Lain'), 'company-admin'),
    )
    expect(await here.approve(id, stranger)).toBe('404 not-found')
    expect(await here.approve(id)).toBe('ok')
    expect((await here.first.api.users.list({ search: asked.email })).items).toMatchObject([
      { role: 'company-admin', status: 'active' },
    ])
    expect((await world.messageTo(asked.email)).text).toContain('Dua Orang')
    expect(await here.kindsOf(here.first)).toEqual(['change.approved'])
    expect(await here.approve(id)).toBe('409 change-decided')
  })

  test('waits with a role of the company that holds one of them, and not with one that holds none', async () => {
    await here.first.api.roles.create({
      code: 'kasir',
      name: 'Kasir',
      permissions: ['company.update', 'lead.read'],
    })
    await here.first.api.roles.create({
      code: 'pembaca',
      name: 'Pembaca',
      permissions: ['user.read', 'company.read', 'audit.export'],
    })
    expect(await here.first.api.users.create(person('kasir'))).toMatchObject({ waits: true })
    for (const role of ['pembaca', 'rm', 'auditor'])
      expect(await here.first.api.users.create(person(role))).toMatchObject({ role, waits: false })
    await here.only()
  })

  test('with an address that is taken is refused when asked for, and when it was taken meanwhile', async () => {
    expect(
      await refused(here.first.api.users.create({ ...person(), email: here.secondUser.email })),
    ).toBe('409 user-email-taken')
    expect(
      await refused(here.first.api.users.create({ ...person(), phone: here.secondUser.phone })),
    ).toBe('409 user-phone-taken')
    const asked = person()
    await here.first.api.users.create(asked)
    await here.second.api.users.create({ ...asked, role: 'rm' })
    expect(await here.approve(await here.only())).toBe('409 user-email-taken')
    expect(
      await here.second.api.pendingAdministration.decide({
        id: await here.only(),
        decision: 'reject',
        reason: 'Sudah ada',
      }),
    ).toBeDefined()
    expect(await here.waiting()).toEqual([])
    expect(await here.kindsOf(here.first)).toEqual(['change.rejected'])
  })

  test('goes at once where nobody else could approve, and the trail says that one person did it alone', async () => {
    await world.owner.run(
      sql`update auth_user set password_hash = null where id = ${here.secondUser.id}`,
    )
    const { id, waits } = await here.first.api.users.create(person())
    expect(waits).toBe(false)
    expect(await here.roleOf(id)).toBe('company-admin')
    await world.sealAll()
    const { items } = await here.first.api.audit.trail({ entity: 'pending_change' })
    expect(items).toMatchObject([
      {
        action: 'create',
        actorId: here.firstUser.id,
        after: { kind: 'user-invitation', decision: 'alone' },
      },
    ])
  })

  test.each(['deactivates', 'takes out', 'demotes'] as const)(
    'waits also when somebody first %s the other: nobody makes oneself a company of one',
    async (how) => {
      const { id } = here.secondUser
      const { version } = await here.first.api.users.get({ id })
      if (how === 'deactivates')
        await here.first.api.users.activeOrDe({
          id,
          decision: 'deactivate',
          reason: 'pergi',
          version,
        })
      else if (how === 'takes out') await here.first.api.users.remove({ id, version })
      else await here.give(id, 'rm')
      expect(await here.first.api.users.create(person())).toMatchObject({ waits: true })
      expect(await here.change({ orderCap: '5' })).toMatchObject({ waits: true })
      await world.owner.run(
        sql`update auth_user_action_log set at = at - interval '8 days' where company_id = ${here.company}`,
      )
      expect(await here.first.api.users.create(person())).toMatchObject({ waits: false })
    },
  )

  test('waits also when somebody first emptied the role of the other, and not for one who never came', async () => {
    const role = await here.second.api.roles.create({
      code: 'atasan',
      name: 'Atasan',
      permissions: here.permissions,
    })
    await here.give(here.secondUser.id, 'atasan')
    await here.first.api.roles.update({ id: role.id, version: 1, changes: { permissions: [] } })
    expect(await here.first.api.users.create(person())).toMatchObject({ waits: true })
    const there = await twoPeople(world)
    await world.owner.run(
      sql`update auth_user set password_hash = null where id = ${there.secondUser.id}`,
    )
    const { version } = await there.first.api.users.get({ id: there.secondUser.id })
    await there.first.api.users.remove({ id: there.secondUser.id, version })
    expect(await there.first.api.users.create(person())).toMatchObject({ waits: false })
  })

  test('asked for by somebody with less power is refused at once, and approved by nobody with less', async () => {
    await here.first.api.roles.create({
      code: 'hr',
      name: 'HR',
      permissions: ['user.read', 'user.create', 'pending-change.read', 'pending-change.decide'],
    })
    const hr = await world.addUser(here.company, 'rm')
    await here.give(hr.id, 'hr')
    await here.approve(await here.only())
    const { api } = await world.signIn(hr)
    expect(await refused(api.users.create(person()))).toBe('403 role-above-own')
    await here.first.api.users.create(person())
    expect(await here.approve(await here.only(), { api })).toBe('403 role-above-own')
    // Nor does a change wait for such a user: without the other administrator it is a company of
    // one.
    await here.goesAway()
    expect(await here.first.api.users.create(person())).toMatchObject({ waits: false })
  })
})

describe('SECURITY 58: settings that touch money', () => {
  test('change once approved, the others at once; changed meanwhile they are asked for anew', async () => {
    const changed = await here.change({
      certifiedSignatureAbove: '100000000',
      otpSeconds: 600,
      brandColour: '#0E5C4A',
    })
    expect(changed).toMatchObject({
      waits: true,
      settings: { certifiedSignatureAbove: null, otpSeconds: 300, brandColour: '#0E5C4A' },
    })
    const [item] = await here.waiting()
    expect(item).toMatchObject({
      kind: 'company-settings',
      payload: {
        settings: { certifiedSignatureAbove: '100000000', otpSeconds: 600 },
        was: { certifiedSignatureAbove: null, otpSeconds: 300 },
      },
    })
    expect(await here.change({ registrationLinkHours: 24 })).toMatchObject({
      waits: false,
      settings: { registrationLinkHours: 24 },
    })
    expect(await here.approve(await here.only())).toBe('ok')
    const { settings } = await here.first.api.companies.own()
    expect(settings).toMatchObject({
      certifiedSignatureAbove: '100000000',
      otpSeconds: 600,
      registrationLinkHours: 24,
    })
    await here.change({ orderCap: '5' })
    await world.owner.run(
      sql`update auth_company set settings = settings || '{"orderCap":"7"}' where id = ${here.company}`,
    )
    expect(await here.approve(await here.only())).toBe('409 change-overtaken')
  })

  test('asked for by two at the same instant: one waits, neither fails in the dark', async () => {
    const answers = await Promise.all([
      refused(here.change({ orderCap: '1' })),
      refused(here.change({ orderCap: '2' }, here.second)),
    ])
    expect(answers.filter((answer) => answer === 'ok').length).toBeGreaterThan(0)
    expect(answers.every((answer) => answer === 'ok' || answer === '409 stale-version')).toBe(true)
    expect(await here.waiting()).toHaveLength(1)
  })

  test('of a company of one change at once, which the trail tells', async () => {
    await here.goesAway()
    expect(await here.change({ orderCap: '5' })).toMatchObject({
      waits: false,
      settings: { orderCap: '5' },
    })
    expect(await here.decisions()).toEqual([{ kind: 'company-settings', decision: 'alone' }])
  })
})

test('SECURITY 58: the database itself takes no approval of one’s own, and the service deletes nothing of it', async () => {
  await here.first.api.users.create(person())
  await expect(
    world.owner.run(
      sql`update pending_change set decision = 'approved', decided_at = now(), decided_by = asked_by where company_id = ${here.company}`,
    ),
  ).rejects.toThrow('pending_change_four_eyes')
  await expect(
    world.asRole(
      async (db) =>
        await db.transaction(
          identity,
          { requestId: 't', ip: null, device: null },
          async (tx) => await tx.run(sql`delete from pending_change`),
        ),
    ),
  ).rejects.toThrow('permission denied')
})
