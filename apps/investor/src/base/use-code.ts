import { useState } from 'react'
import { otpTooSoon } from '@rmtools/contracts/crm/approvals'
import type { Problem } from '@rmtools/contracts/problem'
import { useAct } from './act.ts'
import { problemOf } from './problems.ts'

type Send = () => Promise<{ phone: string; resendAfterSeconds: number }>

/**
 * The code that verifies the phone: requested, typed, and requested again after the pause set by
 * the server.
 */
export function useCode(send: Send) {
  const [digits, setDigits] = useState('')
  const [isSent, setSent] = useState(false)
  const [resendAt, setResendAt] = useState(0)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { isBusy: isSending, run } = useAct()
  /** Sends a code. Resolves to whether one is on its way: this one, or one sent a moment ago. */
  const request = async () =>
    await run(async () => {
      setProblem(null)
      try {
        const { resendAfterSeconds } = await send()
        setDigits('')
        setResendAt(Date.now() + resendAfterSeconds * 1000)
        setSent(true)
        return true
      } catch (error) {
        const refusal = problemOf(error)
        setResendAt(Date.now() + (refusal.retryAfterSeconds ?? 0) * 1000)
        const isOnItsWay = refusal.code === otpTooSoon.code
        if (isOnItsWay) setSent(true)
        else setProblem(refusal)
        return isOnItsWay
      }
    })
  return { digits, setDigits, isSent, resendAt, problem, isSending, request }
}
export type Code = ReturnType<typeof useCode>
