import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAdministration, type Signed } from '../testing/administration.ts'
import type { AuthWorld } from '../testing/auth-world.ts'
import { isOut, refused } from '../testing/refusals.ts'

let world: AuthWorld
let company: string
let admin: Signed
let platform: Signed
beforeAll(async () => void ({ world, company, admin, platform } = await createAdministration()))
afterAll(async () => await world[Symbol.asyncDispose]())

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
  await isOut(world, signedIn.token)
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
