// Every action of the app goes through here: what creates, sends, approves, cancels or pays happens
// once, however often the user taps.
import { useCallback, useState } from 'react'
import { acting } from '@rmtools/contracts/acts'
import { toast } from './Toast.tsx'
import { textOf } from '../base/problems.ts'
import { useLanguage } from '../base/preferences.ts'

/**
 * What an action passes to the API, so that a retry after a lost answer is recognised as the same
 * request.
 */
export type Attempt = { idempotencyKey: string }

type Options<R> = {
  onDone?: (result: R) => unknown
  /** Called instead of the toast that explains the failure. */
  onRefused?: (error: unknown) => void
}

export type Act<I, R> = {
  /** Runs the action, unless it is running or was done a moment ago. */
  run: (input: I) => void
  isBusy: boolean
  isDone: boolean
  error: unknown
  result: R | undefined
  /** Clears the result and error. */
  clear: () => void
}

/**
 * An action of this screen. Buttons that must not both act, such as "send" and "keep as a draft",
 * share one.
 */
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

/** For a screen that shows the error of its action itself. */
export const shownOnScreen = (): void => undefined
