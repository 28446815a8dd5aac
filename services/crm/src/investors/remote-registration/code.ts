// The one-time code that proves the investor's phone (NIST SP 800-63B-4): six digits, five minutes, once.
import { createHmac } from 'node:crypto'
import { otpTooSoon, otpWrong } from '@rmtools/contracts/crm/approvals'
import { codesSpent, contactMissing } from '@rmtools/contracts/crm/remote-registration'
import { Problem } from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import { addJob } from '@rmtools/kit/jobs'
import { equalSecret, maskContact, randomOtp } from '@rmtools/kit/secrets'
import type { CrmPorts } from '../../ports.ts'
import { ownCompany } from '../queries.ts'
import type { Opened } from './link.ts'
import { countTry, keepCode } from './queries.ts'

const CODE_SECONDS = 300
const CODE_TRIES = 5
const RESEND_SECONDS = 60
const CODES_AN_HOUR = 5

type Ports = Pick<CrmPorts, 'clock' | 'otpSecret'>

/** Sends a code, which ends the earlier one. Throws otp-too-soon within a minute, codes-spent after five in an hour. */
export async function sendCode(
  db: Transaction,
  { link, investor }: Opened,
  { clock, otpSecret }: Ports,
): Promise<{ phone: string; resendAfterSeconds: number }> {
  const { phone } = investor
  if (phone === null) throw new Problem(contactMissing, { errors: [{ pointer: '/phone', code: 'required' }] })
  const now = clock.now().getTime()
  const since = (instant: string | null) => (instant === null ? Infinity : (now - Date.parse(instant)) / 1000)
  const waited = since(link.codeSentAt)
  if (waited < RESEND_SECONDS) throw new Problem(otpTooSoon, { retryAfterSeconds: RESEND_SECONDS - waited })
  const isNewHour = since(link.codesCountedSince) >= 3600
  const codesSent = isNewHour ? 0 : link.codesSent
  if (codesSent >= CODES_AN_HOUR) throw new Problem(codesSpent, { retryAfterSeconds: 3600 - since(link.codesCountedSince) })
  const code = randomOtp()
  const at = clock.now().toISOString()
  await keepCode(db, link.id, {
    codeHash: hashCode(link.id, code, otpSecret),
    codePhone: phone,
    codeSentAt: at,
    codeExpiresAt: new Date(now + CODE_SECONDS * 1000).toISOString(),
    codesSent: codesSent + 1,
    codesCountedSince: isNewHour ? at : (link.codesCountedSince ?? at),
  })
  const company = await ownCompany(db, investor.companyId)
  const text = `${code} adalah kode pendaftaran investor ${company?.name ?? ''}. Jangan berikan kepada siapa pun. Berlaku 5 menit.`
  await addJob(db, 'message', { id: crypto.randomUUID(), channel: 'sms', to: phone, text })
  return { phone: maskContact(phone), resendAfterSeconds: RESEND_SECONDS }
}

/**
 * Counts the try; the refusal is returned, not thrown, so that the count is kept. The fifth wrong one burns the code, and a code
 * that went to another phone than the present one proves nothing.
 */
export async function tryCode(
  db: Transaction,
  { link, investor }: Opened,
  code: string,
  { clock, otpSecret }: Ports,
): Promise<Problem | undefined> {
  const { codeHash, codeExpiresAt, codeTries, codePhone } = link
  const isAlive =
    codeHash !== null && codeExpiresAt !== null && Date.parse(codeExpiresAt) > clock.now().getTime() && codePhone === investor.phone
  const isRight = isAlive && codeTries < CODE_TRIES && equalSecret(hashCode(link.id, code, otpSecret), codeHash)
  await countTry(db, link.id, isRight || codeTries + 1 >= CODE_TRIES)
  return isRight ? undefined : new Problem(otpWrong, { errors: [{ pointer: '/code', code: 'wrong' }] })
}

/** How a code is kept: keyed, and bound to its link. */
function hashCode(linkId: string, code: string, otpSecret: string): Buffer {
  return createHmac('sha256', otpSecret).update(`${linkId}:${code}`).digest()
}
