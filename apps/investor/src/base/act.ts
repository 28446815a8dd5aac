import { useState } from 'react'
import { acting } from '@rmtools/contracts/acts'

/**
 * The one way in which these pages send, sign, approve or take away: once, however often it is pressed. `run` gives what the act gives, or
 * false where the press belongs to the one before; an act that gives false has not succeeded and may be tried again at once.
 */
export function useAct(): {
  isBusy: boolean
  run: (work: () => Promise<boolean>) => Promise<boolean>
} {
  const [acts] = useState(() => acting())
  const [isBusy, setBusy] = useState(false)
  const run = async (work: () => Promise<boolean>) => {
    if (acts.begin(undefined) === undefined) return false
    let isDone = false
    setBusy(true)
    try {
      isDone = await work()
      return isDone
    } finally {
      acts.end(isDone)
      setBusy(false)
    }
  }
  return { isBusy, run }
}
