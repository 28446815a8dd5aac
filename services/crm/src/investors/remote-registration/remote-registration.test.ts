import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consentTexts } from '@rmtools/contracts/crm/consents'
import { people, picture } from '../testing/world.ts'
import { ACCOUNT_NUMBER, MOTHER } from '../testing/cases.ts'
import {
  allConsents,
  createRegistrationWorld,
  type RegistrationWorld,
} from './registration-world.ts'

let world: RegistrationWorld
beforeAll(async () => void (world = await createRegistrationWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

const refusedWith = (code: string) =>
  expect.objectContaining({ kind: expect.objectContaining({ code }) })
const WRONG_TOKEN = 'A'.repeat(43)

describe('remote registration', () => {
  test('a link names its sender, even after it was withdrawn', async () => {
    const { id, token } = await world.invited()
    const { sender } = world.anybody.remoteRegistration
    expect(await sender({ token })).toMatchObject({
      companyName: 'Investa',
      rmName: 'Rina RM',
      status: 'awaiting-investor',
    })
    await world.as('rm').remoteRegistration.withdrawLink({ id, version: 2 })
    expect(await sender({ token })).toMatchObject({
      companyName: 'Investa',
      rmName: 'Rina RM',
      status: 'draft',
      answeredAt: null,
    })
    await expect(sender({ token: WRONG_TOKEN })).rejects.toEqual(refusedWith('not-found'))
  })

  test('from the link to the approval: the reviewer is the one who verified', async () => {
    const { id, token, sent } = await world.invited()
    expect(sent).toMatchObject({
      investor: { status: 'awaiting-investor' },
      sentTo: 's***@example.co.id',
      expiresAt: '2026-11-30T03:00:00.000Z',
    })
    const version = await world.filled(token)
    const shown = await world.anybody.remoteRegistration.view({ token })
    expect(shown).toMatchObject({
      companyName: 'Investa',
      rmName: 'Rina RM',
      individual: { identityNumber: '************0001', motherMaidenName: '********' },
    })
    for (const secret of [MOTHER, ACCOUNT_NUMBER, world.lastNik()])
      expect(JSON.stringify(shown)).not.toContain(secret)
    const code = await world.codeSent(token)
    expect(await world.lastMessage()).toMatchObject({ channel: 'sms', to: '+6281200000001' })
    expect(
      await world.anybody.remoteRegistration.submit({
        token,
        version,
        code,
        consents: allConsents,
      }),
    ).toMatchObject({
      status: 'submitted',
    })
    const submitted = await world.as('reviewer').investors.get({ id })
    expect(submitted).toMatchObject({
      status: 'submitted',
      verificationMethod: 'non-face-to-face',
      verifiedBy: null,
    })
    expect(submitted.consents.map(({ by, words }) => [by, words])).toEqual(
      expect.arrayContaining([['investor', consentTexts.terms.id]]),
    )
    await world
      .as('reviewer')
      .investors.review({ items: [{ id, version: submitted.version }], decision: 'approve' })
    expect(await world.as('reviewer').investors.get({ id })).toMatchObject({
      status: 'approved',
      verifiedBy: people.reviewer.id,
    })
    const trail = await world.rows<{ actor_kind: string }>(
      "select actor_kind from auth_bib.auth_user_action_log where entity = 'investor_individual' and entity_id = $1",
      [id],
    )
    expect(trail).toEqual([{ actor_kind: 'investor' }])
  })

  test('a returned case opens the returned fields only, also by link', async () => {
    const { id, token } = await world.invited()
    const version = await world.filled(token)
    await world.anybody.remoteRegistration.submit({
      token,
      version,
      code: await world.codeSent(token),
      consents: allConsents,
    })
    const submitted = await world.as('reviewer').investors.get({ id })
    const reasons = [{ pointer: '/individual/placeOfBirth', reason: 'Beda' }]
    await world.as('reviewer').investors.review({
      items: [{ id, version: submitted.version }],
      decision: 'return',
      reasons,
    })
    const returned = await world.as('rm').investors.get({ id })
    await world
      .as('rm')
      .remoteRegistration.sendLink({ id, version: returned.version, channel: 'sms' })
    const again = /register\/([\w-]{43})/.exec((await world.lastMessage())?.text ?? '')?.[1] ?? ''
    const shown = await world.anybody.remoteRegistration.view({ token: again })
    expect(shown).toMatchObject({
      openFields: ['/individual/placeOfBirth'],
      returnReasons: [{ reason: 'Beda' }],
    })
    const save = async (individual: object) =>
      await world.anybody.remoteRegistration.save({
        token: again,
        version: shown.version,
        individual,
      })
    await expect(save({ alias: 'X' })).rejects.toEqual(refusedWith('field-not-open'))
    await expect(
      world.anybody.remoteRegistration.declareDocument({ token: again, type: 'ktp' }),
    ).rejects.toEqual(refusedWith('document-not-open'))
    expect((await save({ placeOfBirth: 'Bogor' })).individual?.placeOfBirth).toBe('Bogor')
    const back = await world
      .as('rm')
      .remoteRegistration.withdrawLink({ id, version: shown.version + 1 })
    expect(back.status).toBe('returned')
  })

  test('while the link is out the RM does not write; after taking it back the RM does', async () => {
    const { id, token, sent } = await world.invited()
    const { version } = sent.investor
    await expect(
      world.as('rm').investors.saveKyc({ id, version, individual: { alias: 'X' } }),
    ).rejects.toEqual(refusedWith('wrong-state'))
    await expect(
      world.as('otherRm').remoteRegistration.withdrawLink({ id, version }),
    ).rejects.toMatchObject({ status: 404 })
    const back = await world.as('rm').remoteRegistration.withdrawLink({ id, version })
    expect(back.status).toBe('draft')
    await expect(world.anybody.remoteRegistration.view({ token })).rejects.toMatchObject({
      status: 410,
    })
    await world
      .as('rm')
      .investors.saveKyc({ id, version: back.version, individual: { alias: 'X' } })
  })

  test('needs somewhere to send the link to, and only for one’s own investor', async () => {
    const { id, version } = await world
      .as('rm')
      .investors.create({ kind: 'individual', fullName: 'Tanpa Kontak' })
    await expect(
      world.as('rm').remoteRegistration.sendLink({ id, version, channel: 'email' }),
    ).rejects.toEqual(refusedWith('contact-missing'))
    await expect(
      world.as('otherRm').remoteRegistration.sendLink({ id, version, channel: 'email' }),
    ).rejects.toMatchObject({ status: 404 })
  })
})

describe('SECURITY 21: the link', () => {
  const refusals = async () =>
    (
      await world.rows<{ n: number }>(
        "select count(*)::int as n from auth_bib.auth_user_action_log where action = 'link-refused'",
      )
    )[0]?.n ?? 0

  test('a wrong token is 404 everywhere, changes nothing and leaves one line in the audit trail each time', async () => {
    const { remoteRegistration: api } = world.anybody
    const token = WRONG_TOKEN
    const attempts = [
      async () => await api.view({ token }),
      async () => await api.save({ token, version: 1, individual: { alias: 'X' } }),
      async () => await api.sendCode({ token }),
      async () => await api.declareDocument({ token, type: 'ktp' }),
      async () => await api.submit({ token, version: 1, code: '123456', consents: [] }),
    ]
    for (const attempt of attempts) {
      const before = await refusals()
      await expect(attempt()).rejects.toMatchObject({ status: 404 })
      expect(await refusals()).toBe(before + 1)
    }
    const before = await refusals()
    await expect(
      api.uploadDocument({ token, documentId: crypto.randomUUID(), bytes: await picture() }),
    ).rejects.toMatchObject({
      status: 404,
    })
    expect(await refusals()).toBe(before + 1)
  })

  test('an expired one is 410, a replaced one 410, a used one 409', async () => {
    const { id, token, sent } = await world.invited()
    await world
      .as('rm')
      .remoteRegistration.sendLink({ id, version: sent.investor.version, channel: 'email' })
    await expect(world.anybody.remoteRegistration.view({ token })).rejects.toEqual(
      refusedWith('link-void'),
    )
    const fresh = await world.invited()
    const version = await world.filled(fresh.token)
    await world.anybody.remoteRegistration.submit({
      token: fresh.token,
      version,
      code: await world.codeSent(fresh.token),
      consents: allConsents,
    })
    const before = await refusals()
    await expect(
      world.anybody.remoteRegistration.view({ token: fresh.token }),
    ).rejects.toMatchObject({ status: 409 })
    await expect(
      world.anybody.remoteRegistration.save({
        token: fresh.token,
        version,
        individual: { alias: 'X' },
      }),
    ).rejects.toEqual(refusedWith('link-used'))
    expect(await refusals()).toBe(before + 2)
    const late = await world.invited()
    world.pass(7 * 86_400)
    await expect(world.anybody.remoteRegistration.view({ token: late.token })).rejects.toEqual(
      refusedWith('link-expired'),
    )
    await expect(
      world.anybody.remoteRegistration.sendCode({ token: late.token }),
    ).rejects.toMatchObject({ status: 410 })
  })

  test('looking at it changes nothing, however often (mail scanners prefetch)', async () => {
    const { id, token } = await world.invited()
    const state = async () =>
      await world.rows(
        'select to_jsonb(i) as i, (select jsonb_agg(to_jsonb(t)) from crm_bib.investor_token t where t.investor_id = i.id) as t from crm_bib.investor i where id = $1',
        [id],
      )
    const before = await state()
    for (let index = 0; index < 3; index++) await world.anybody.remoteRegistration.view({ token })
    expect(await state()).toEqual(before)
  })

  test('is kept as a hash, and a document of another case is 404 by it', async () => {
    const [first, second] = [await world.invited(), await world.invited()]
    const stored = await world.rows<{ token: string }>(
      'select to_jsonb(t)::text as token from crm_bib.investor_token t',
    )
    expect(stored.length).toBeGreaterThan(2)
    expect(JSON.stringify(stored)).not.toContain(first.token)
    const { document } = await world.anybody.remoteRegistration.declareDocument({
      token: first.token,
      type: 'ktp',
    })
    const bytes = await picture()
    await expect(
      world.anybody.remoteRegistration.uploadDocument({
        token: second.token,
        documentId: document.id,
        bytes,
      }),
    ).rejects.toMatchObject({ status: 404 })
  })

  test('of two submissions at once one succeeds', async () => {
    const { token } = await world.invited()
    const version = await world.filled(token)
    const code = await world.codeSent(token)
    const both = await Promise.allSettled(
      [1, 2].map(
        async () =>
          await world.anybody.remoteRegistration.submit({
            token,
            version,
            code,
            consents: allConsents,
          }),
      ),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: refusedWith('link-used'),
    })
  })
})
