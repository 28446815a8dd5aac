// The one-time code that verifies the investor's phone (NIST SP 800-63B-4): six digits, valid once
// and for some minutes.
import { codesSpent, otpTooSoon, otpWrong } from '@rmtools/contracts/crm/approvals'
import { contactMissing } from '@rmtools/contracts/crm/remote-registration'
import { Problem } from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import { maskContact } from '@rmtools/kit/secrets'
import { sendToClient } from '../../client-messages/send-to-client.ts'
import {
  codeSecondsOf,
  minutesOf,
  newCode,
  RESEND_SECONDS,
  tryOf,
  waitForCode,
} from '../../one-time-codes/rules.ts'
import type { CrmPorts } from '../../ports.ts'
import { ownCompany } from '../company/queries.ts'
import type { Opened } from './link.ts'
import { countTry, keepCode } from './queries.ts'

type Ports = Pick<CrmPorts, 'clock' | 'otpSecret' | 'gate'>

/**
 * Sends a code and voids the earlier one. Throws otp-too-soon within a minute, codes-spent after
 * five in an hour.
 */
export async function sendCode(
  db: Transaction,
  { link, investor }: Opened,
  { clock, otpSecret, gate }: Ports,
): Promise<{ phone: string; resendAfterSeconds: number }> {
  const { phone } = investor
  if (phone === null)
    throw new Problem(contactMissing, { errors: [{ pointer: '/phone', code: 'required' }] })
  const now = clock.now()
  const { seconds, isSpent } = waitForCode(link, now)
  if (seconds > 0)
    throw new Problem(isSpent ? codesSpent : otpTooSoon, { retryAfterSeconds: seconds })
  await gate.admit(db, {
    what: 'registration-code',
    isStranger: false,
    channel: 'sms',
    destination: phone,
    ip: db.origin.ip,
  })
  const company = await ownCompany(db, investor.companyId)
  const validSeconds = codeSecondsOf(company?.settings ?? {})
  const { code, keep } = newCode(link, phone, { now, secret: otpSecret, seconds: validSeconds })
  await keepCode(db, link.id, keep)
  await sendToClient(db, {
    id: crypto.randomUUID(),
    kind: 'registration-code',
    investorId: investor.id,
    values: { code, companyName: company?.name ?? '', minutes: minutesOf(validSeconds) },
  })
  return { phone: maskContact(phone), resendAfterSeconds: RESEND_SECONDS }
}

/**
 * Counts the attempt. The refusal is returned, not thrown, so that the count is committed. The
 * fifth wrong attempt voids the code.
 */
export async function tryCode(
  db: Transaction,
  { link, investor }: Opened,
  code: string,
  { clock, otpSecret }: Ports,
): Promise<Problem | undefined> {
  const { isRight, isSpent } = tryOf(link, code, {
    now: clock.now(),
    secret: otpSecret,
    phone: investor.phone,
  })
  await countTry(db, link.id, isSpent)
  return isRight
    ? undefined
    : new Problem(otpWrong, { errors: [{ pointer: '/code', code: 'wrong' }] })
}
