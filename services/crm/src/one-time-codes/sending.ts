// Sending and trying the code that proves a client's phone; the state of a code is stored with its
// link, in the table that `keep` and `count` write.
import { codesSpent, otpTooSoon, otpWrong, type CodeSent } from '@rmtools/contracts/crm/approvals'
import { contactMissing } from '@rmtools/contracts/crm/investor-problems'
import { Problem } from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import { maskContact } from '@rmtools/kit/secrets'
import { sendToClient } from '../client-messages/send-to-client.ts'
import type { CrmPorts } from '../ports.ts'
import {
  codeSecondsOf,
  minutesOf,
  newCode,
  RESEND_SECONDS,
  tryOf,
  waitForCode,
  type KeptCode,
} from './rules.ts'

type Ports = Pick<CrmPorts, 'clock' | 'otpSecret' | 'gate'>

export type CodeOf = {
  kind: 'approval-code' | 'registration-code' | 'page-code'
  investorId: string
  instructionId?: string
  phone: string | null
  companyName: string
  /** The company's settings, of which `otpSeconds` counts. */
  settings: { readonly otpSeconds?: unknown }
}

/**
 * Sends a code and voids the earlier one. Throws contact-missing, otp-too-soon within a minute,
 * codes-spent after five in an hour.
 */
export async function sendCode(
  db: Transaction,
  link: KeptCode,
  { kind, investorId, instructionId, phone, companyName, settings }: CodeOf,
  {
    ports: { clock, otpSecret, gate },
    keep,
  }: { ports: Ports; keep: (code: Omit<KeptCode, 'id'>, messageId: string) => Promise<void> },
): Promise<CodeSent> {
  if (phone === null) throw withoutPhone()
  const now = clock.now()
  const { seconds, isSpent } = waitForCode(link, now)
  if (seconds > 0)
    throw new Problem(isSpent ? codesSpent : otpTooSoon, { retryAfterSeconds: seconds })
  const validSeconds = codeSecondsOf(settings)
  const made = newCode(link, phone, { now, secret: otpSecret, seconds: validSeconds })
  const messageId = crypto.randomUUID()
  await keep(made.keep, messageId)
  const sent = await sendToClient(db, {
    id: messageId,
    kind,
    investorId,
    ...(instructionId === undefined ? {} : { instructionId }),
    values: { code: made.code, companyName, minutes: minutesOf(validSeconds) },
  })
  if (!sent) throw withoutPhone()
  const { channel } = sent
  // After the channel is known; a refusal takes back what was queued.
  await gate.admit(db, {
    what: kind,
    isStranger: false,
    channel,
    destination: phone,
    ip: db.origin.ip,
  })
  return { phone: maskContact(phone), channel, resendAfterSeconds: RESEND_SECONDS }
}

const withoutPhone = () =>
  new Problem(contactMissing, { errors: [{ pointer: '/phone', code: 'required' }] })

type Trying = {
  phone: string | null
  ports: Pick<Ports, 'clock' | 'otpSecret'>
  /** A mere look does not consume a right code. */
  isLook?: boolean
  count: (isSpent: boolean) => Promise<void>
}

/**
 * Counts the attempt. The refusal is returned, not thrown, so that the count is committed. The
 * fifth wrong code voids it.
 */
export async function tryCode(
  link: KeptCode,
  code: string | undefined,
  { phone, ports: { clock, otpSecret }, isLook = false, count }: Trying,
): Promise<Problem | undefined> {
  const { isRight, isSpent } = tryOf(link, code, { now: clock.now(), secret: otpSecret, phone })
  if (isRight && isLook) return undefined
  await count(isSpent)
  return isRight
    ? undefined
    : new Problem(otpWrong, { errors: [{ pointer: '/code', code: 'wrong' }] })
}
