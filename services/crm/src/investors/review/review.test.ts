import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createInvestorWorld, people, type Person, type World } from '../testing/world.ts'
import { nikOf, readyCase, submittedCase } from '../testing/cases.ts'

let world: World
beforeAll(async () => void (world = await createInvestorWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

let serial = 1
const submitted = async (wish: Parameters<typeof submittedCase>[1] = {}) =>
  await submittedCase(world, { nik: nikOf(serial++), ...wish })
type Item = { id: string; version: number }
const approve = async (person: Person, ...items: Item[]) =>
  (
    await world.as(person).investors.review({
      items: items.map(({ id, version }) => ({ id, version })),
      decision: 'approve',
    })
  ).results
const refusedWith = (code: string) =>
  expect.objectContaining({ kind: expect.objectContaining({ code }) })
const problem = (code: string) =>
  expect.objectContaining({
    problem: expect.objectContaining({ type: `/problems/${code}` }),
    status: null,
  })

describe('approving', () => {
  test('hands the case over to Bib and tells the RM, in the same transaction', async () => {
    const investor = await submitted()
    expect(await approve('reviewer', investor)).toEqual([
      { id: investor.id, status: 'approved', version: investor.version + 1, problem: null },
    ])
    expect(await world.jobs('bib.investor')).toContainEqual({
      companyId: people.rm.companyId,
      investorId: investor.id,
      version: investor.version + 1,
    })
    expect(await world.jobs('notify')).toContainEqual(
      expect.objectContaining({
        userId: people.rm.id,
        kind: 'investor.approved',
        link: `/investors/${investor.id}`,
      }),
    )
  })

  test('SECURITY 25: nobody approves what they made, also not after they became a reviewer', async () => {
    const investor = await submitted()
    await world.rows('update crm_bib.investor set makers = makers || $2::uuid where id = $1', [
      investor.id,
      people.reviewer.id,
    ])
    expect(await approve('reviewer', investor)).toEqual([problem('four-eyes')])
    await world.rows('update crm_bib.investor set rm_id = $2 where id = $1', [
      investor.id,
      people.otherReviewer.id,
    ])
    expect(await approve('otherReviewer', investor)).toEqual([problem('four-eyes')])
    await expect(world.as('reviewer').investors.claim({ id: investor.id })).rejects.toEqual(
      refusedWith('four-eyes'),
    )
    expect((await world.as('admin').investors.get({ id: investor.id })).status).toBe('submitted')
  })

  test('SECURITY 25: a second approval is 409, and of two reviewers at once one wins', async () => {
    const investor = await submitted()
    const both = await Promise.all([
      approve('reviewer', investor),
      approve('otherReviewer', investor),
    ])
    const outcomes = both.flat().map(({ status, problem: refusal }) => status ?? refusal?.status)
    expect(outcomes.toSorted()).toEqual([409, 'approved'])
    expect(await approve('admin', investor)).toEqual([
      expect.objectContaining({
        problem: { type: '/problems/wrong-state', title: expect.any(String), status: 409 },
      }),
    ])
    expect(
      (await world.jobs<{ investorId: string }>('bib.investor')).filter(
        ({ investorId }) => investorId === investor.id,
      ),
    ).toHaveLength(1)
  })

  test('is refused once a consent that is needed was withdrawn; returning the case is not', async () => {
    const investor = await submitted()
    const { consents, version } = await world.as('rm').investors.get({ id: investor.id })
    await world.as('rm').consents.withdraw({
      id: investor.id,
      consentId: consents.find(({ purpose }) => purpose === 'personal-data')?.id ?? '',
    })
    expect(await approve('reviewer', { id: investor.id, version })).toEqual([
      problem('consent-not-in-force'),
    ])
    const reasons = [{ pointer: '/consents', reason: 'Ditarik' }]
    const { results } = await world
      .as('reviewer')
      .investors.review({ items: [{ id: investor.id, version }], decision: 'return', reasons })
    expect(results[0]?.status).toBe('returned')
  })

  test('refuses a version that is no longer the one seen', async () => {
    const investor = await submitted()
    expect(await approve('reviewer', { id: investor.id, version: investor.version - 1 })).toEqual([
      problem('stale-version'),
    ])
  })

  test('each item has its own result: a refused one holds up no other', async () => {
    const [good, other] = [await submitted(), await submitted()]
    const foreign = await submitted({ person: 'foreignRm' })
    const draft = await readyCase(world, { nik: nikOf(serial++) })
    const results = await approve(
      'reviewer',
      good,
      { ...other, version: 99 },
      foreign,
      draft,
      { id: crypto.randomUUID(), version: 1 },
      good,
    )
    expect(results.map(({ status, problem: refusal }) => status ?? refusal?.type)).toEqual([
      'approved',
      '/problems/stale-version',
      '/problems/not-found',
      '/problems/wrong-state',
      '/problems/not-found',
    ])
    expect((await world.as('foreignRm').investors.get({ id: foreign.id })).status).toBe('submitted')
  })

  test('takes at most 100 at a time', async () => {
    const items = Array.from({ length: 101 }, () => ({ id: crypto.randomUUID(), version: 1 }))
    await expect(
      world.as('reviewer').investors.review({ items, decision: 'approve' }),
    ).rejects.toMatchObject({ status: 400 })
    expect(
      (await world.as('reviewer').investors.review({ items: items.slice(1), decision: 'approve' }))
        .results,
    ).toHaveLength(100)
  })

  test('a politically exposed person needs senior approval first', async () => {
    const investor = await submitted({ isPep: true })
    expect(await approve('reviewer', investor)).toEqual([problem('senior-approval-missing')])
    const given = {
      id: investor.id,
      version: investor.version,
      note: 'Harta dari gaji dan warisan, dokumen dilihat',
    }
    await expect(world.as('reviewer').investors.approvePep(given)).rejects.toMatchObject({
      status: 403,
    })
    const agreed = await world.as('admin').investors.approvePep(given)
    expect((await approve('reviewer', agreed))[0]?.status).toBe('approved')
  })

  test('SECURITY 58: who gave the senior approval does not decide as well, and says why it was given', async () => {
    const investor = await submitted({ isPep: true })
    const { id, version } = investor
    await expect(
      world.as('admin').investors.approvePep({ id, version } as never),
    ).rejects.toMatchObject({
      status: 400,
      errors: [{ pointer: '/note', code: 'required' }],
    })
    await expect(
      world.as('admin').investors.approvePep({ id, version, note: '   ' }),
    ).rejects.toMatchObject({ status: 400 })
    const note = 'Sumber harta: gaji sebagai bupati dan warisan orang tua'
    const agreed = await world.as('admin').investors.approvePep({ id, version, note })
    expect(await approve('admin', agreed)).toEqual([problem('senior-approver-decides')])
    const seen = await world.as('reviewer').investors.get({ id })
    expect(seen).toMatchObject({ seniorApprovalNote: note, seniorApprovedBy: people.admin.id })
    const { items } = await world.as('reviewer').investors.history({ id })
    expect(items.find(({ kind }) => kind === 'senior-approved')).toMatchObject({ detail: note })
    expect((await approve('reviewer', agreed))[0]?.status).toBe('approved')
  })
})

describe('claiming', () => {
  test('keeps other reviewers out for 30 minutes, and can be given back', async () => {
    const { id, version } = await submitted()
    const [first, second] = [world.as('reviewer').investors, world.as('otherReviewer').investors]
    expect(await first.claim({ id })).toMatchObject({
      claimedBy: people.reviewer.id,
      claimedByName: 'Ratna Reviewer',
      version,
    })
    expect(
      (await first.list({ claimedBy: people.reviewer.id })).items.map((item) => item.id),
    ).toEqual([id])
    await expect(second.claim({ id })).rejects.toEqual(refusedWith('claimed-by-other'))
    await expect(second.release({ id })).rejects.toEqual(refusedWith('claimed-by-other'))
    expect(await approve('otherReviewer', { id, version })).toEqual([problem('claimed-by-other')])
    world.pass(30 * 60 + 1)
    expect(await second.claim({ id })).toMatchObject({ claimedBy: people.otherReviewer.id })
    expect(await second.release({ id })).toMatchObject({ claimedBy: null })
    expect((await approve('reviewer', { id, version }))[0]?.status).toBe('approved')
    await expect(first.claim({ id })).rejects.toEqual(refusedWith('wrong-state'))
  })

  test('of two simultaneous claims one gets the case', async () => {
    const { id } = await submitted()
    const claims = await Promise.allSettled([
      world.as('reviewer').investors.claim({ id }),
      world.as('otherReviewer').investors.claim({ id }),
    ])
    expect(claims.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('the audit trail', () => {
  test('SECURITY 32: one row per change of the investor, with who and from where; none for what was refused', async () => {
    const trail = async (id: string) =>
      await world.rows<{
        action: string
        actor_id: string
        before: Record<string, unknown>
        after: Record<string, unknown>
      }>(
        "select action, actor_id, ip, before, after from auth_bib.auth_user_action_log where entity = 'investor' and entity_id = $1 order by id",
        [id],
      )
    const created = await world.as('rm').investors.create({ kind: 'individual', fullName: 'Audit' })
    expect(await trail(created.id)).toMatchObject([
      { action: 'create', actor_id: people.rm.id, ip: '10.1.2.3' },
    ])
    const { id, version } = await submitted()
    const before = (await trail(id)).length
    await approve('reviewer', { id, version: version - 1 })
    expect(await trail(id)).toHaveLength(before)
    await approve('reviewer', { id, version })
    const entries = await trail(id)
    expect(entries).toHaveLength(before + 1)
    expect(entries.at(-1)).toMatchObject({
      action: 'update',
      actor_id: people.reviewer.id,
      before: { status: 'submitted' },
      after: { status: 'approved' },
    })
  })
})
