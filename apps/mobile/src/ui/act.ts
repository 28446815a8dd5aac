// The one way in which the app acts: what creates, sends, approves, cancels or pays happens once, however often the thumb comes down.
import { useCallback, useState } from 'react'
import { acting } from '@rmtools/contracts/acts'
import { toast } from './Toast.tsx'
import { textOf } from '../base/problems.ts'
import { useLanguage } from '../base/preferences.ts'

/** What an act may hand to the API, so that a second try after a lost answer counts as the first. */
export type Attempt = { idempotencyKey: string }

type Options<R> = {
  onDone?: (result: R) => unknown
  /** Told instead of the toast that says why it did not work. */
  onRefused?: (error: unknown) => void
}

export type Act<I, R> = {
  /** Acts, unless an act is under way or the same was done a moment ago. */
  run: (input: I) => void
  isBusy: boolean
  isDone: boolean
  error: unknown
  result: R | undefined
  /** Forgets result and error. */
  clear: () => void
}

/** An act of this screen. Buttons that must not both act, such as "send" and "keep as a draft", share one. */
export function useAct<I = void, R = void>(
  act: (input: I, attempt: Attempt) => Promise<R>,
  options: Options<R> = {},
): Act<I, R> {
  const language = useLanguage()
  const [acts] = useState(() => acting())
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<{ isDone?: boolean; error?: unknown; result?: R }>({})
  const refuse = options.onRefused ?? ((error: unknown) => toast(textOf(error, language)))
  const carryOut = async (input: I, idempotencyKey: string) => {
    let isDone = false
    try {
      const result = await act(input, { idempotencyKey })
      isDone = true
      setOutcome({ isDone, result })
      await options.onDone?.(result)
    } catch (error) {
      if (!isDone) setOutcome({ error })
      refuse(error)
    } finally {
      acts.end(isDone)
      setBusy(false)
    }
  }
  const run = (input: I) => {
    const key = acts.begin(input)
    if (key === undefined) return
    setBusy(true)
    setOutcome({})
    void carryOut(input, key)
  }
  const clear = useCallback(() => setOutcome({}), [])
  return {
    run,
    isBusy,
    isDone: outcome.isDone ?? false,
    error: outcome.error,
    result: outcome.result,
    clear,
  }
}

/** For a screen that shows the error of its act itself. */
export const shownOnScreen = (): void => undefined
