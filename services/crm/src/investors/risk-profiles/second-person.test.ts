import { defaultQuestionnaire, unreachableBands } from '@rmtools/contracts/crm/risk-questionnaires'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createInvestorWorld, people, type World } from '../testing/world.ts'
import { answers, approvedCase, handOver, nikOf } from '../testing/cases.ts'

let world: World
let serial = 500
beforeAll(async () => {
  world = await createInvestorWorld()
  await world.rows('update crm_bib.known_user set reviewer_of = $2 where id = any($1)', [
    [people.reviewer.id, people.otherReviewer.id],
    [people.rm.companyId],
  ])
})
afterAll(async () => await world[Symbol.asyncDispose]())

const refusedWith = (code: string) =>
  expect.objectContaining({ kind: expect.objectContaining({ code }) })
const bold = defaultQuestionnaire.questions.map(({ id }) => ({ questionId: id, optionId: 'o5' }))
const careful = defaultQuestionnaire.questions.map(({ id }) => ({ questionId: id, optionId: 'o1' }))
const assess = async (id: string, given = bold) =>
  await world.as('rm').riskProfiles.create({ id, questionnaireVersion: 1, answers: given })
const bandOf = async (id: string) => (await world.as('rm').investors.get({ id })).riskBand
const waitingOf = async (id: string) =>
  (await world.as('reviewer').pendingChanges.list()).items.find(({ subject }) => subject === id)

async function registered() {
  const { id } = await approvedCase(world, { nik: nikOf(serial++) })
  world.bib.reply = { status: 'REGISTERED', externalId: `RISE-${serial}`, sequence: 1 }
  await handOver(world, id)
  return id
}

describe('SECURITY 58: a higher band of a registered investor', () => {
  test('counts for nothing until a reviewer has approved it; the RM alone cannot', async () => {
    const id = await registered()
    const sent = await world.jobs('bib.investor')
    expect(await assess(id)).toMatchObject({ band: 5, waits: true })
    expect(await bandOf(id)).toBe(3)
    expect((await world.as('rm').investors.get({ id })).waitingRisk).toMatchObject({ band: 5 })
    expect(await world.jobs('bib.investor')).toEqual(sent)
    expect((await world.as('rm').riskProfiles.list({ id })).items).toHaveLength(1)
    const change = await waitingOf(id)
    expect(change).toMatchObject({
      kind: 'risk-rise',
      payload: { was: 3, band: 5, investorName: 'Siti Rahmawati' },
      askedByName: 'Rina RM',
    })
    await expect(
      world.as('rm').pendingChanges.decide({ id: change?.id ?? '', decision: 'approve' }),
    ).rejects.toMatchObject({ status: 403 })
    await world.as('reviewer').pendingChanges.decide({ id: change?.id ?? '', decision: 'approve' })
    expect(await bandOf(id)).toBe(5)
    expect((await world.as('rm').investors.get({ id })).waitingRisk).toBeNull()
    expect(await world.jobs('bib.investor')).not.toEqual(sent)
  })

  test('is overtaken by a lower one, which counts at once', async () => {
    const id = await registered()
    await assess(id)
    const change = await waitingOf(id)
    expect(await assess(id, careful)).toMatchObject({ band: 1, waits: false })
    expect(await bandOf(id)).toBe(1)
    expect(await waitingOf(id)).toBeUndefined()
    await expect(
      world.as('reviewer').pendingChanges.decide({ id: change?.id ?? '', decision: 'approve' }),
    ).rejects.toEqual(refusedWith('change-decided'))
  })

  test('of a draft is the RM’s to enter: a reviewer sees the whole case anyway', async () => {
    const { id } = await world
      .as('rm')
      .investors.create({ kind: 'individual', fullName: 'Siti Rahmawati' })
    await assess(id, answers)
    expect(await assess(id)).toMatchObject({ band: 5, waits: false })
  })
})

describe('SECURITY 58: a questionnaire', () => {
  const { questions, bands } = defaultQuestionnaire
  test('that cannot find some band is refused, naming the band', async () => {
    const first = questions[0]
    const all5 = {
      questions: [
        { ...first, options: first?.options.slice(1, 3).map((one) => ({ ...one, score: 100 })) },
      ],
      bands: [0, 1, 2, 3, 4],
    }
    await expect(world.as('admin').riskProfiles.publish(all5 as never)).rejects.toMatchObject({
      kind: { code: 'band-unreachable' },
      errors: [1, 2, 3, 4].map((band) => ({
        pointer: `/bands/${band - 1}`,
        code: 'band-unreachable',
        detail: String(band),
      })),
    })
    // A gap between reachable sums: all scores are even, and a band covers only an odd one.
    const even = questions.map((one) => ({
      ...one,
      options: one.options.map(({ maxBand: _, ...option }) => ({
        ...option,
        score: option.score * 2,
      })),
    }))
    expect(unreachableBands({ questions: even, bands: [12, 13, 14, 30, 40] })).toEqual([2])
    expect(unreachableBands(defaultQuestionnaire)).toEqual([])
  })

  test('is in use once a second administrator has approved it', async () => {
    await world.rows('update crm_bib.known_user set admin_of = $2 where id = any($1)', [
      [people.admin.id, people.otherReviewer.id],
      [people.rm.companyId],
    ])
    expect(await world.as('admin').riskProfiles.publish({ questions, bands })).toMatchObject({
      waits: true,
    })
    expect((await world.as('rm').riskProfiles.questionnaire()).version).toBe(1)
    const [change] = (await world.as('admin').pendingChanges.list()).items.filter(
      ({ kind }) => kind === 'risk-questionnaire',
    )
    await expect(
      world.as('admin').pendingChanges.decide({ id: change?.id ?? '', decision: 'approve' }),
    ).rejects.toEqual(refusedWith('four-eyes'))
  })
})
