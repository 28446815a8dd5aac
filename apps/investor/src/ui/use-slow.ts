import { useEffect, useState } from 'react'

const SLOW_AFTER_MS = 5000

/** Whether something takes longer than people expect. */
export function useSlow(isBusy: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    setSlow(false)
    if (!isBusy) return undefined
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS)
    return () => clearTimeout(timer)
  }, [isBusy])
  return isSlow
}
