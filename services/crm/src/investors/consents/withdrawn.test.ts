// UU 27/2022 art. 9: a withdrawn consent stops every kind of processing until it is given again.
import { consentTexts } from '@rmtools/contracts/crm/consents'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createInvestorWorld, picture, type World } from '../testing/world.ts'
import { answers, approvedCase, handOver, nikOf, readyCase } from '../testing/cases.ts'

let world: World
let serial = 700
beforeAll(async () => void (world = await createInvestorWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

const refused = expect.objectContaining({
  kind: expect.objectContaining({ code: 'consent-not-in-force' }),
})
const again = {
  purpose: 'personal-data',
  textVersion: consentTexts['personal-data'].version,
  language: 'id',
} as const

async function withdraw(id: string) {
  const { items } = await world.as('rm').consents.list({ id })
  const consent = items.find(({ purpose }) => purpose === 'personal-data')
  await world.as('rm').consents.withdraw({ id, consentId: consent?.id ?? '' })
}
async function registered() {
  const { id } = await approvedCase(world, { nik: nikOf(serial++) })
  world.bib.reply = { status: 'REGISTERED', externalId: `INV-${serial}`, sequence: 1 }
  await handOver(world, id)
  return id
}

describe('a consent that was withdrawn', () => {
  test('ends the capture of a draft: form, account, document, risk profile, link; a step back stays possible', async () => {
    const { id, version } = await readyCase(world, { nik: nikOf(serial++) })
    const api = world.as('rm')
    const { document } = await api.documents.declare({ id, type: 'selfie' })
    await withdraw(id)
    const account = { id, bankCode: '014', number: '5270999888', holderName: 'Siti Rahmawati' }
    await expect(
      api.investors.saveKyc({ id, version, individual: { alias: 'X' } }),
    ).rejects.toEqual(refused)
    await expect(api.bankAccounts.create(account)).rejects.toEqual(refused)
    await expect(api.documents.declare({ id, type: 'npwp' })).rejects.toEqual(refused)
    await expect(
      api.documents.upload({ id, documentId: document.id, bytes: await picture() }),
    ).rejects.toEqual(refused)
    await expect(api.riskProfiles.create({ id, questionnaireVersion: 1, answers })).rejects.toEqual(
      refused,
    )
    await expect(
      api.remoteRegistration.sendLink({ id, version, channel: 'email' }),
    ).rejects.toEqual(refused)
    await expect(
      api.investors.reveal({ id, pointer: '/individual/identityNumber' }),
    ).rejects.toEqual(refused)
    await api.documents.remove({ id, documentId: document.id })
    await api.consents.give({ id, ...again })
    expect(await api.riskProfiles.create({ id, questionnaireVersion: 1, answers })).toMatchObject({
      band: 3,
    })
  })

  test('ends what a registered investor can be asked, and nothing more goes to Bib', async () => {
    const id = await registered()
    const api = world.as('rm')
    const added = await api.bankAccounts.create({
      id,
      bankCode: '008',
      number: '1370011112222',
      holderName: 'Siti Rahmawati',
    })
    const before = world.bib.sent.length
    await withdraw(id)
    await expect(api.riskProfiles.create({ id, questionnaireVersion: 1, answers })).rejects.toEqual(
      refused,
    )
    await expect(
      world.as('reviewer').bankAccounts.review({
        id,
        accountId: added.id,
        version: added.version,
        decision: 'accept',
      }),
    ).rejects.toEqual(refused)
    expect(
      await world.as('reviewer').bankAccounts.review({
        id,
        accountId: added.id,
        version: added.version,
        decision: 'refuse',
      }),
    ).toMatchObject({ review: 'refused' })
    expect(world.bib.sent).toHaveLength(before)
    // Staff who must answer an authority can still read it; the trail records this as usual.
    expect(
      await world.as('reviewer').investors.reveal({ id, pointer: '/individual/identityNumber' }),
    ).toMatchObject({
      value: nikOf(serial - 1),
    })
  })

  test('between approval and hand-over the data stay here, and nobody can push them on', async () => {
    const { id } = await approvedCase(world, { nik: nikOf(serial++) })
    const before = world.bib.sent.length
    await withdraw(id)
    await handOver(world, id)
    expect(world.bib.sent).toHaveLength(before)
    const held = await world.as('reviewer').investors.get({ id })
    expect(held).toMatchObject({
      status: 'sync-failed',
      syncError: expect.stringContaining('consent-not-in-force'),
    })
    await expect(world.as('reviewer').investors.syncBib({ id })).rejects.toEqual(refused)
  })

  test('while the link is out the investor cannot be asked on; giving the consent with the submission is their own act', async () => {
    const ready = await readyCase(world, { nik: nikOf(serial++) })
    const { id } = ready
    await world
      .as('rm')
      .remoteRegistration.sendLink({ id, version: ready.version, channel: 'email' })
    const sent = (await world.jobs<{ text: string }>('message')).at(-1)
    const token = /register\/([\w-]{43})/.exec(sent?.text ?? '')?.[1] ?? ''
    await withdraw(id)
    const { remoteRegistration: api } = world.anybody
    const { version } = await api.view({ token })
    await expect(api.save({ token, version, individual: { alias: 'X' } })).rejects.toEqual(refused)
    await expect(api.assessRisk({ token, questionnaireVersion: 1, answers })).rejects.toEqual(
      refused,
    )
    await expect(api.declareDocument({ token, type: 'npwp' })).rejects.toEqual(refused)
    await api.sendCode({ token })
    const code = (await world.jobs<{ text: string }>('message')).at(-1)?.text.slice(0, 6) ?? ''
    expect(await api.submit({ token, version, code, consents: [again] })).toMatchObject({
      status: 'submitted',
    })
  })
})
