// Investors who register by a link: invited by the RM, and answering with a code.
import { expect } from 'vitest'
import { consentTexts, requiredConsents } from '@rmtools/contracts/crm/consents'
import { ACCOUNT_NUMBER, answers, individualForm, nikOf } from '../testing/cases.ts'
import { createInvestorWorld, picture } from '../testing/world.ts'

export const allConsents = requiredConsents.map((purpose) => ({
  purpose,
  textVersion: consentTexts[purpose].version,
  language: 'id' as const,
}))
type Message = { id: string; channel: string; to: string; text: string }
/** The token of a link in a message. */
export const tokenIn = (message: Pick<Message, 'text'> | undefined) =>
  /\/i\/register\/([\w-]{43})/.exec(message?.text ?? '')?.[1] ?? ''

/** Starts it. */
export async function createRegistrationWorld() {
  const world = await createInvestorWorld()
  const { remoteRegistration } = world.anybody
  let serial = 1
  const lastMessage = async () => (await world.jobs<Message>('message')).at(-1)
  return {
    ...world,
    lastMessage,
    /** The identity number in the form that was completed last. */
    lastNik: () => nikOf(serial - 1),
    codeSent: async (token: string) => {
      world.pass(61)
      await remoteRegistration.sendCode({ token })
      return (await lastMessage())?.text.slice(0, 6) ?? ''
    },
    /** A draft with an open link. */
    invited: async (channel: 'email' | 'sms' = 'email') => {
      const api = world.as('rm')
      const { id, version } = await api.investors.create({
        kind: 'individual',
        fullName: 'Siti Rahmawati',
        email: 'siti@example.co.id',
        phone: '081200000001',
      })
      const sent = await api.remoteRegistration.sendLink({ id, version, channel })
      return { id, token: tokenIn(await lastMessage()), sent }
    },
    /** Completes everything as the investor; returns the version to submit. */
    filled: async (token: string): Promise<number> => {
      const api = remoteRegistration
      const { version } = await api.view({ token })
      await api.save({ token, version, individual: individualForm(nikOf(serial++)) })
      for (const type of ['ktp', 'selfie', 'signature'] as const) {
        const { document } = await api.declareDocument({ token, type })
        await api.uploadDocument({ token, documentId: document.id, bytes: await picture() })
      }
      await api.addBankAccount({
        token,
        bankCode: '014',
        number: ACCOUNT_NUMBER,
        holderName: 'Siti Rahmawati',
      })
      await api.assessRisk({ token, questionnaireVersion: 1, answers })
      const shown = await api.view({ token })
      expect(shown.missing).toEqual([])
      return shown.version
    },
  }
}
export type RegistrationWorld = Awaited<ReturnType<typeof createRegistrationWorld>>
