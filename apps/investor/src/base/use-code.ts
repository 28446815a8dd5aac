import { useState } from 'react'
import { otpTooSoon, type CodeSent } from '@rmtools/contracts/crm/approvals'
import type { Problem } from '@rmtools/contracts/problem'
import { clientChannelWords } from '@rmtools/look/client-message-words'
import type { Bilingual } from '@rmtools/look/words'
import { useAct } from './act.ts'
import { both } from './language.tsx'
import { problemOf } from './problems.ts'

type Send = () => Promise<CodeSent>

/**
 * The code that verifies the phone: requested, typed, and requested again after the pause set by
 * the server.
 */
export function useCode(send: Send) {
  const [digits, setDigits] = useState('')
  const [isSent, setSent] = useState(false)
  // Unknown after a reload: the code was sent a moment ago.
  const [channel, setChannel] = useState<CodeSent['channel'] | null>(null)
  const [resendAt, setResendAt] = useState(0)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { isBusy: isSending, run } = useAct()
  /** Sends a code. Resolves to whether one is on its way: this one, or one sent a moment ago. */
  const request = async () =>
    await run(async () => {
      setProblem(null)
      try {
        // During a roll-out an older crm names no channel.
        const { channel: used = null, resendAfterSeconds } = await send()
        setChannel(used)
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
  return { digits, setDigits, isSent, channel, resendAt, problem, isSending, request }
}
export type Code = ReturnType<typeof useCode>

/** Where the code is: at this number, by the channel that was used if it is known. */
export function codeSent({ channel }: Pick<Code, 'channel'>, phone: string): Bilingual {
  if (channel === null)
    return both(`Kami mengirim kode ke ${phone}.`, `We sent a code to ${phone}.`)
  const { id, en } = clientChannelWords[channel]
  return both(`Kami mengirim kode lewat ${id} ke ${phone}.`, `We sent a code by ${en} to ${phone}.`)
}
