import {
  codes,
  codesStopped,
  codeSpent,
  wrongCode,
  type CodePurpose,
} from '@rmtools/contracts/auth/codes'
import { Problem, tooManyRequests } from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import { identity } from '@rmtools/kit/scope'
import { equalSecret, maskContact } from '@rmtools/kit/secrets'
import { implement } from '@rmtools/kit/service'
import type { AuthPorts } from '../ports.ts'
import { codeHash, sendCode, type Completion } from './challenges.ts'
import { notify } from '../notifications/notify.ts'
import {
  areCodesStopped,
  countWrongCode,
  forgetWrongCodes,
  lastCode,
  lockPerson,
  sentLastHour,
  spendTry,
  useCode,
  voidCodes,
  type SentCode,
} from './queries.ts'

/** `completions`: the effect of a correct code, by purpose. */
export const codesRoutes = (
  ports: AuthPorts,
  completions: Readonly<Record<CodePurpose, Completion>>,
) =>
  implement('codes', codes, {
    verify: async (input, { db, reply, headers }) => {
      await db.enter(identity)
      const now = ports.clock.now().toISOString()
      const code = await spendTry(db, input.challengeId, ports.config.OTP_TRIES, now)
      // Returned, not thrown, so that the used try is committed.
      if (!code) return new Problem(codeSpent)
      const isRight = equalSecret(code.secretHash, codeHash(ports, code.challengeId, input.code))
      if (await areCodesStopped(db, code.userId)) return new Problem(codesStopped)
      if (!isRight || code.purpose !== input.purpose || code.deviceKey !== input.deviceId)
        return await refuseCode(db, ports, code)
      await forgetWrongCodes(db, code.userId)
      await useCode(db, code.id, now)
      return await completions[code.purpose](db, code, reply, headers['cookie'])
    },

    resend: async ({ challengeId, deviceId }, { db }) => {
      await db.enter(identity)
      const instant = ports.clock.now()
      const now = instant.toISOString()
      const { OTP_RESEND_SECONDS, OTP_RESENDS_PER_HOUR } = ports.config
      const seen = await lastCode(db, challengeId, deviceId, now)
      if (!seen) throw new Problem(codeSpent)
      await lockPerson(db, seen.userId)
      // Checked again under the lock: two parallel clicks send one code.
      const last = await lastCode(db, challengeId, deviceId, now)
      if (!last) throw new Problem(codeSpent)
      const waited = (instant.getTime() - Date.parse(last.createdAt)) / 1000
      if (waited < OTP_RESEND_SECONDS)
        throw new Problem(tooManyRequests, { retryAfterSeconds: OTP_RESEND_SECONDS - waited })
      const { resends } = await sentLastHour(db, last.userId, last.purpose, now)
      if (resends >= OTP_RESENDS_PER_HOUR)
        throw new Problem(tooManyRequests, { retryAfterSeconds: 3600 })
      await voidCodes(db, last, now)
      await sendCode(db, ports, { ...last, isResend: true })
      return {
        channel: last.channel,
        destination: maskContact(last.destination),
        resendAfter: OTP_RESEND_SECONDS,
      }
    },
  })

/**
 * Each challenge allows few attempts, but somebody with the password can request new challenges and
 * keep guessing. Consecutive wrong codes therefore count across challenges (NIST SP 800-63B-4,
 * 3.2.2), and the owner is notified when codes are stopped.
 */
async function refuseCode(
  db: Transaction,
  ports: AuthPorts,
  { userId }: SentCode,
): Promise<Problem> {
  const most = ports.config.WRONG_CODES_IN_A_ROW
  const { isStopped, inARow } = await countWrongCode(
    db,
    userId,
    most,
    ports.clock.now().toISOString(),
  )
  if (inARow === most)
    await notify(db, ports, {
      userId,
      companyId: null,
      kind: 'security.codes-stopped',
      params: {},
      email: true,
    })
  return new Problem(isStopped ? codesStopped : wrongCode)
}
