import { useCallback, useEffect, useState } from 'react'
import type { InstructionStatus } from '@rmtools/contracts/crm/instruction-statuses'
import type { PaymentState } from '@rmtools/contracts/crm/payment-rules'
import { api, type PaymentNews } from './api.ts'

const ASK_AGAIN_MS = 5000
const TICK_MS = 1000

/** States after which nothing changes any more. */
const final: readonly PaymentState[] = ['unpaid', 'refunded', 'ended']
const over: readonly InstructionStatus[] = ['settled', 'cancelled', 'rejected', 'declined']

/**
 * The payment of a signed instruction, polled while it may change and the page is visible; with the
 * server's time.
 */
export function usePayment(token: string) {
  const [news, setNews] = useState<PaymentNews | null>(null)
  // Phone clocks may be wrong: the server's offset when it replied.
  const [ahead, setAhead] = useState(0)
  const [now, setNow] = useState(() => Date.now())
  const load = useCallback(async () => {
    const answer = await api.payment({ token }).catch(() => null)
    if (!answer) return
    setNews(answer)
    setAhead(Date.parse(answer.now) - Date.now())
  }, [token])
  const isFinal = news !== null && isOver(news)
  useEffect(() => {
    void load()
    const ask = () => document.visibilityState === 'visible' && void load()
    document.addEventListener('visibilitychange', ask)
    const timer = isFinal ? undefined : setInterval(ask, ASK_AGAIN_MS)
    return () => {
      document.removeEventListener('visibilitychange', ask)
      clearInterval(timer)
    }
  }, [load, isFinal])
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return { news, now: now + ahead }
}

function isOver({ status, payment }: PaymentNews): boolean {
  if (payment === null) return over.includes(status)
  return final.includes(payment.state) || (status === 'settled' && !isReturning(payment))
}

const isReturning = ({ returns }: NonNullable<PaymentNews['payment']>) =>
  returns.some(({ status }) => status === 'pending')
