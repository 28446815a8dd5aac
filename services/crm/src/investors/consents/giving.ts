import {
  consentNotInForce,
  consentTexts,
  consentTextChanged,
  lacksConsent,
  type Consent,
  type GivenConsent,
} from '@rmtools/contracts/crm/consents'
import { Problem } from '@rmtools/contracts/problem'
import type { Db, Transaction } from '@rmtools/kit/db'
import type { CrmPorts } from '../../ports.ts'
import { consentsOf, insertConsent } from './queries.ts'

type Giver = { investorId: string; by: 'user' | 'investor' }

/** Stores a consent with the words that were shown (UU 27/2022). Throws consent-text-changed when those are not the present ones. */
export async function giveConsent(
  db: Transaction,
  { investorId, by }: Giver,
  given: GivenConsent,
  { clock }: Pick<CrmPorts, 'clock'>,
): Promise<Consent> {
  const { purpose, textVersion, language } = given
  const text = consentTexts[purpose]
  if (text.version !== textVersion) throw new Problem(consentTextChanged)
  const { ip, device } = db.origin
  return await insertConsent(db, {
    investorId,
    purpose,
    textVersion,
    language,
    words: text[language],
    by,
    givenAt: clock.now().toISOString(),
    ip,
    device,
  })
}

/** Throws consent-not-in-force when a needed consent was withdrawn. Every write checks it, except what an investor is owed. */
export async function requireConsents(db: Db, investorId: string): Promise<void> {
  if (lacksConsent(await consentsOf(db, investorId))) throw new Problem(consentNotInForce)
}
