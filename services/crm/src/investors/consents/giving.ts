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

/**
 * Stores a consent with the text that was shown (UU 27/2022). Throws consent-text-changed if that
 * is not the current text.
 */
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

/**
 * Throws consent-not-in-force if a required consent was withdrawn. Every write checks it, except
 * acts to which the investor has a right.
 */
export async function requireConsents(db: Db, investorId: string): Promise<void> {
  if (lacksConsent(await consentsOf(db, investorId))) throw new Problem(consentNotInForce)
}
