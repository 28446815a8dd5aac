import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consentTexts } from '@rmtools/contracts/crm/consents'
import { defaultQuestionnaire } from '@rmtools/contracts/crm/risk-questionnaires'
import { createInvestorWorld, people, type World } from '../testing/world.ts'
import { answers, readyCase } from '../testing/cases.ts'
import { yearAfter } from './assessment.ts'

let world: World
beforeAll(async () => void (world = await createInvestorWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

const refusedWith = (code: string) =>
  expect.objectContaining({ kind: expect.objectContaining({ code }) })
const draft = async () =>
  (await world.as('rm').investors.create({ kind: 'individual', fullName: 'Siti' })).id

describe('the risk profile', () => {
  test('is valid for a year, after which the case cannot be submitted with it', async () => {
    const { id, version } = await readyCase(world)
    world.pass(365 * 86_400)
    const { missing } = await world.as('rm').investors.get({ id })
    expect(missing).toEqual([{ pointer: '/riskProfile', code: 'expired' }])
    await expect(world.as('rm').investors.submit({ id, version })).rejects.toEqual(
      refusedWith('kyc-incomplete'),
    )
    const renewed = await world
      .as('rm')
      .riskProfiles.create({ id, questionnaireVersion: 1, answers })
    expect(renewed).toMatchObject({
      band: 3,
      score: 18,
      profiledOn: '2027-11-23',
      expiresOn: '2028-11-23',
      by: 'user',
    })
    expect(
      (await world.as('rm').riskProfiles.list({ id })).items.map(({ expiresOn }) => expiresOn),
    ).toEqual(['2028-11-23', '2027-11-23'])
    expect([yearAfter('2028-02-29'), yearAfter('2026-11-23')]).toEqual(['2029-02-28', '2027-11-23'])
  })

  test('refuses answers that are incomplete or to another questionnaire', async () => {
    const id = await draft()
    await expect(
      world
        .as('rm')
        .riskProfiles.create({ id, questionnaireVersion: 1, answers: answers.slice(1) }),
    ).rejects.toEqual(refusedWith('answers-invalid'))
    await expect(
      world.as('rm').riskProfiles.create({ id, questionnaireVersion: 2, answers }),
    ).rejects.toEqual(refusedWith('questionnaire-changed'))
  })

  test('a company publishes its own questionnaire, which other companies do not see', async () => {
    const { questions } = defaultQuestionnaire
    const content = { questions: questions.slice(0, 2), bands: [2, 4, 6, 8, 10] }
    await expect(world.as('reviewer').riskProfiles.publish(content)).rejects.toMatchObject({
      status: 403,
    })
    await expect(
      world.as('foreignAdmin').riskProfiles.publish({ ...content, bands: [2, 2, 6, 8, 10] }),
    ).rejects.toEqual(refusedWith('questionnaire-invalid'))
    expect((await world.as('foreignAdmin').riskProfiles.publish(content)).version).toBe(2)
    expect(await world.as('foreignRm').riskProfiles.questionnaire()).toEqual({
      version: 2,
      ...content,
    })
    expect((await world.as('rm').riskProfiles.questionnaire()).version).toBe(1)
  })

  test('earlier questionnaires stay to be read, with who published them', async () => {
    const { questions } = defaultQuestionnaire
    const before = await world.as('rm').riskProfiles.versions()
    expect(before.items).toEqual([
      { version: 1, publishedAt: null, publishedByName: null, questions: 6 },
    ])
    const foreign = await world.as('foreignRm').riskProfiles.versions()
    expect(foreign.items).toMatchObject([
      {
        version: 2,
        publishedAt: expect.any(String),
        publishedByName: expect.any(String),
        questions: 2,
      },
      { version: 1 },
    ])
    expect((await world.as('foreignRm').riskProfiles.version({ version: 2 })).questions).toEqual(
      questions.slice(0, 2),
    )
    expect(await world.as('foreignRm').riskProfiles.version({ version: 1 })).toEqual(
      defaultQuestionnaire,
    )
    await expect(world.as('rm').riskProfiles.version({ version: 2 })).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('consents', () => {
  test('keep the words, time and address; once until withdrawn', async () => {
    const id = await draft()
    const api = world.as('rm').consents
    const given = {
      id,
      purpose: 'marketing',
      textVersion: consentTexts.marketing.version,
      language: 'en',
    } as const
    const consent = await api.give(given)
    expect(consent).toMatchObject({
      words: consentTexts.marketing.en,
      by: 'user',
      withdrawnAt: null,
    })
    await expect(api.give(given)).rejects.toEqual(refusedWith('consent-in-force'))
    await expect(api.give({ ...given, purpose: 'terms', textVersion: '1999-01' })).rejects.toEqual(
      refusedWith('consent-text-changed'),
    )
    await expect(
      world.as('otherRm').consents.withdraw({ id, consentId: consent.id }),
    ).rejects.toMatchObject({ status: 404 })
    expect((await api.withdraw({ id, consentId: consent.id })).withdrawnAt).not.toBeNull()
    expect(await world.jobs('notify')).toContainEqual(
      expect.objectContaining({ kind: 'investor.consent-withdrawn', userId: people.rm.id }),
    )
    await expect(api.withdraw({ id, consentId: consent.id })).rejects.toEqual(
      refusedWith('consent-withdrawn'),
    )
    await api.give(given)
    expect((await api.list({ id })).items).toHaveLength(2)
    expect(
      await world.rows('select ip, device from crm_bib.consent where id = $1', [consent.id]),
    ).toEqual([{ ip: '10.1.2.3', device: 'tests' }])
  })
})

describe('SECURITY 26: as the service’s role', () => {
  const tables = [
    'investor',
    'investor_individual',
    'investor_institutional',
    'investor_bank_account',
    'investor_document',
    'investor_risk_profile',
    'investor_return_reason',
    'investor_event',
    'investor_token',
    'consent',
    'code_list_entry',
    'risk_questionnaire',
  ]

  test('every table of the investors is forced under row-level security', async () => {
    const rows = await world.rows<{ relname: string }>(
      'select relname from pg_class where relname = any($1) and relnamespace = $2::regnamespace and relrowsecurity and relforcerowsecurity',
      [tables, 'crm_bib'],
    )
    expect(rows.map(({ relname }) => relname).toSorted()).toEqual(tables.toSorted())
  })

  test('consents and profiles cannot be erased, nor profiles changed', async () => {
    const rights = await world.rows<{ can: boolean }>(
      "select has_table_privilege('crm_app', t, p) as can from (values ('crm_bib.consent', 'delete'), ('crm_bib.investor_risk_profile', 'update'), ('crm_bib.investor_risk_profile', 'delete'), ('crm_bib.investor_event', 'update')) v (t, p)",
    )
    expect(rights).toEqual([{ can: false }, { can: false }, { can: false }, { can: false }])
    expect(people.rm.role).toBe('rm')
  })
})
