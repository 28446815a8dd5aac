import { useEffect, useState } from 'react'
import { timeLeft } from '@rmtools/look/payment-words'

const TICK_MS = 1000

/** The time left until an instant, counted down; null if none is left. */
export function useLeft(dueAt: string | null) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return dueAt === null ? null : timeLeft(dueAt, now)
}
