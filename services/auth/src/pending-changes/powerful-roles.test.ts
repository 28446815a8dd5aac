import { sql } from '@rmtools/kit/db'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAuthWorld, type AuthWorld } from '../testing/auth-world.ts'
import { twoPeople, type TwoPeople } from '../testing/two-people.ts'

let world: AuthWorld
let here: TwoPeople
beforeAll(async () => void (world = await createAuthWorld()))
beforeEach(async () => void (here = await twoPeople(world)))
afterAll(async () => await world[Symbol.asyncDispose]())

describe('SECURITY 58: a role with powers for somebody who is here', () => {
  test('counts once approved, never by the person concerned; taking powers away acts at once', async () => {
    const user = await world.addUser(here.company, 'reviewer')
    const { version } = await here.first.api.users.get({ id: user.id })
    const changed = await here.first.api.users.update({
      id: user.id,
      version,
      changes: { role: 'company-admin', licenceNumber: 'W-7' },
    })
    expect(changed).toMatchObject({ role: 'reviewer', licenceNumber: 'W-7', waits: true })
    const own = await world.signIn(user)
    const id = await here.only()
    // A user who got the permission otherwise may still not decide on themselves.
    await world.owner.run(
      sql`update auth_membership set role_id = (select id from auth_role where code = 'company-admin' and company_id is null) where user_id = ${user.id}`,
    )
    expect(await here.approve(id, await world.signIn(user))).toBe('403 own-account')
    await world.owner.run(
      sql`update auth_membership set role_id = (select id from auth_role where code = 'reviewer' and company_id is null) where user_id = ${user.id}`,
    )
    expect(await here.approve(id)).toBe('ok')
    expect(await here.roleOf(user.id)).toBe('company-admin')
    expect(
      (
        await world.call('sessions.refresh', {
          refreshToken: own.refreshToken,
          deviceSecret: own.deviceSecret,
        })
      ).status,
    ).toBe(401)
    expect(await here.give(user.id, 'rm')).toMatchObject({ role: 'rm', waits: false })
    expect(await here.waiting()).toEqual([])
  })

  test('is refused when the role was changed meanwhile, and when the role itself grew', async () => {
    const user = await world.addUser(here.company, 'rm')
    await here.give(user.id, 'company-admin')
    await here.give(user.id, 'auditor')
    expect(await here.approve(await here.only())).toBe('409 change-overtaken')
    expect(await here.roleOf(user.id)).toBe('auditor')
    const role = await here.first.api.roles.create({
      code: 'atur',
      name: 'Atur',
      permissions: ['company.update'],
    })
    const other = await world.addUser(here.company, 'rm')
    await here.give(other.id, 'atur')
    const id = (await here.waiting()).find(({ subject }) => subject === other.id)?.id ?? ''
    await world.owner.run(
      sql`update auth_role set permissions = '{company.update,master-data.write}' where id = ${role.id}`,
    )
    expect(await here.approve(id)).toBe('409 change-overtaken')
    expect(await here.roleOf(other.id)).toBe('rm')
  })

  test('waits when an applicant with it is approved, and when somebody deactivated is let in again', async () => {
    const applicant = await world.addUser(here.company, 'reviewer', 'pending')
    const decision = {
      id: applicant.id,
      decision: 'approve' as const,
      version: (await here.first.api.users.get({ id: applicant.id })).version,
    }
    expect(await here.first.api.users.approveOrReject(decision)).toMatchObject({
      status: 'pending',
      waits: true,
    })
    expect(await here.approve(await here.only())).toBe('ok')
    expect(await here.first.api.users.get({ id: applicant.id })).toMatchObject({
      status: 'active',
      role: 'reviewer',
    })
    const switchTo = async (decision: 'activate' | 'deactivate') => {
      const { version } = await here.first.api.users.get({ id: applicant.id })
      return await here.first.api.users.activeOrDe({
        id: applicant.id,
        decision,
        reason: 'cuti',
        version,
      })
    }
    expect(await switchTo('deactivate')).toMatchObject({ status: 'inactive', waits: false })
    expect(await switchTo('activate')).toMatchObject({ status: 'inactive', waits: true })
    expect(await here.approve(await here.only())).toBe('ok')
    expect(await here.first.api.users.get({ id: applicant.id })).toMatchObject({ status: 'active' })
    const rm = await world.addUser(here.company, 'rm', 'pending')
    const { version } = await here.first.api.users.get({ id: rm.id })
    expect(
      await here.first.api.users.approveOrReject({ id: rm.id, decision: 'approve', version }),
    ).toMatchObject({
      status: 'active',
      waits: false,
    })
  })

  test('given twice at once by two approvals is given once; a newer wish replaces an older; who asked takes it back; a week is its time', async () => {
    const user = await world.addUser(here.company, 'rm')
    await here.give(user.id, 'company-admin')
    const third = await world.signIn(await world.addUser(here.company, 'company-admin'))
    const id = await here.only()
    expect((await Promise.all([here.approve(id), here.approve(id, third)])).sort()).toEqual([
      '409 change-decided',
      'ok',
    ])
    expect(await here.kindsOf(here.first)).toEqual(['change.approved'])
    const other = await world.addUser(here.company, 'rm')
    await here.give(other.id, 'company-admin')
    await here.give(other.id, 'reviewer')
    expect(await here.waiting()).toMatchObject([{ payload: { role: 'reviewer' } }])
    await here.first.api.pendingAdministration.decide({ id: await here.only(), decision: 'reject' })
    expect(await here.waiting()).toEqual([])
    await here.give(other.id, 'reviewer')
    const late = await here.only()
    world.pass(8 * 86_400)
    const later = await world.signIn(here.secondUser)
    expect(await here.waiting(later)).toEqual([])
    expect(await here.approve(late, later)).toBe('409 change-expired')
    expect((await here.decisions()).map(({ decision }) => decision)).toEqual([
      'approved',
      'replaced',
      'withdrawn',
      null,
    ])
  })
})

describe('SECURITY 58: a role that gains powers', () => {
  const edit = async (id: string, permissions: string[]) => {
    const { version = 0 } =
      (await here.first.api.roles.list()).items.find((role) => role.id === id) ?? {}
    return await here.first.api.roles.update({ id, version, changes: { permissions } })
  }

  test('has them once approved; others and fewer at once; changed meanwhile it is asked for anew', async () => {
    const { id } = await here.first.api.roles.create({
      code: 'tim',
      name: 'Tim',
      permissions: ['lead.read'],
    })
    expect(await edit(id, ['lead.read', 'user.read'])).toMatchObject({
      permissions: ['lead.read', 'user.read'],
      waits: false,
    })
    expect(await edit(id, ['lead.read', 'role.manage'])).toMatchObject({
      permissions: ['lead.read', 'user.read'],
      waits: true,
    })
    expect(await here.approve(await here.only())).toBe('ok')
    const permissions = async () =>
      (await here.first.api.roles.list()).items.find((role) => role.id === id)?.permissions
    expect(await permissions()).toEqual(['lead.read', 'role.manage'])
    expect(await edit(id, ['lead.read'])).toMatchObject({
      permissions: ['lead.read'],
      waits: false,
    })
    expect(await edit(id, ['user.create'])).toMatchObject({ waits: true })
    await edit(id, [])
    expect(await here.approve(await here.only())).toBe('409 change-overtaken')
    expect(await permissions()).toEqual([])
  })
})
