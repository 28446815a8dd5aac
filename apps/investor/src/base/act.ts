import { useState } from 'react'
import { acting } from '@rmtools/contracts/acts'

/**
 * Every action of these pages (send, sign, approve, remove) goes through this hook, so that it
 * happens once, however often it is pressed. `run` returns the action's result, or false if the
 * press repeats the previous one. An action that returns false has failed and may be retried at
 * once.
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
