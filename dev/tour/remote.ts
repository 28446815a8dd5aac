// Chapter four: an investor completes the registration alone, by a link, on their own phone.
import { consentTexts, requiredConsents } from '@rmtools/contracts/crm/consents'
import { requiredDocuments } from '@rmtools/contracts/crm/documents'
import { messageTo, type Caller } from '../caller.ts'
import { WITHOUT_WHATSAPP } from '../whatsapp.ts'
import { drawnDocument } from './pictures.ts'
import { approveCase, riskAnswers, untilRegistered, whatFor, whoIs, type Person } from './papers.ts'
import type { Client } from './word.ts'
import {
  newPerson,
  uniqueDigits,
  refusalOf,
  waitingOutLimits,
  visitor,
  type Stage,
} from './stage.ts'

/** Runs the chapter with the RM; returns the investor. */
export async function remoteRegistration(stage: Stage, rm: Caller): Promise<Client> {
  const { url, say, expect } = stage
  const person = newPerson('Galih Prakoso', WITHOUT_WHATSAPP)
  const { id, version } = await rm.api.investors.create({ kind: 'individual', ...person })
  const asked = new Date()
  const { sentTo } = await rm.api.remoteRegistration.sendLink({ id, version, channel: 'email' })
  const token = await messageTo(url, person.email, /\/i\/register\/([\w-]{43})/, asked)
  const meanwhile = await refusalOf(
    rm.api.investors.saveKyc({ id, version: version + 1, individual: { placeOfBirth: 'Bogor' } }),
  )
  expect(meanwhile === 'wrong-state', 'while the link is out the investor has the pen')
  say(`the RM sends ${person.fullName} a link to ${sentTo}; from now on the investor has the pen`)

  const browser = visitor(stage, 'Investor phone (tour)')
  await fillIn(browser, token, person)
  say(
    'the investor saves the form in two parts, adds KTP, selfie and signature, a bank account, and answers the risk questions',
  )
  await send(stage, browser, { token, person })
  const again = await refusalOf(browser.api.remoteRegistration.view({ token }))
  expect(again === 'link-used', `the link has done its work (${again})`)
  say('the code from the SMS submits it; the link no longer opens anything')

  const { verificationMethod } = await rm.api.investors.get({ id })
  expect(verificationMethod === 'non-face-to-face', 'nobody has met the investor')
  await approveCase(stage, id)
  const { externalId } = await untilRegistered(rm, id)
  say(`Maya verifies and approves; Bib registers the investor as ${externalId}`)
  return { id, ...person }
}

async function fillIn(
  { api: { remoteRegistration } }: Caller,
  token: string,
  { fullName }: Person,
): Promise<void> {
  const first = await remoteRegistration.view({ token })
  const half = await remoteRegistration.save({
    token,
    version: first.version,
    individual: whoIs(false),
  })
  await remoteRegistration.save({ token, version: half.version, individual: whatFor() })
  for (const type of requiredDocuments('individual', 'ktp')) {
    const { document } = await remoteRegistration.declareDocument({ token, type })
    await remoteRegistration.uploadDocument({
      token,
      documentId: document.id,
      bytes: await drawnDocument(type, fullName),
    })
  }
  await remoteRegistration.addBankAccount({
    token,
    bankCode: '008',
    number: `13${uniqueDigits(10)}`,
    holderName: fullName,
  })
  await remoteRegistration.assessRisk({
    token,
    questionnaireVersion: first.questionnaire.version,
    answers: riskAnswers,
  })
}

async function send(
  stage: Stage,
  { api }: Caller,
  { token, person }: { token: string; person: Person },
): Promise<void> {
  const { url, expect } = stage
  const { missing, version } = await api.remoteRegistration.view({ token })
  const left = missing.filter(({ pointer }) => !pointer.startsWith('/consents/'))
  expect(left.length === 0, `nothing but the consents is missing (${JSON.stringify(left)})`)
  const asked = new Date()
  await waitingOutLimits(stage, async () => await api.remoteRegistration.sendCode({ token }))
  const code = await messageTo(url, person.phone, /\b(\d{6})\b/, asked)
  const consents = requiredConsents.map((purpose) => ({
    purpose,
    textVersion: consentTexts[purpose].version,
    language: 'id' as const,
  }))
  await api.remoteRegistration.submit({ token, version, code, consents })
}
