// Half-filled forms: input is stored on the device within a moment, so that an incoming call or a
// crash loses nothing.
import { useCallback, useEffect, useRef, useState } from 'react'
import { AppState } from 'react-native'
import { useStore } from '../base/store.ts'
import { deviceVault } from '../vault/device-vault.ts'
import { engine } from './engine.ts'

const WRITE_AFTER_MS = 250
/** Stored beside the values: no form has a field of this name. */
const ID = '#id'

export type Draft<T> = {
  /**
   * The id of the record to be created: made when the form opens and stored with it, so that saving
   * twice creates one record.
   */
  id: string
  value: T
  /** False until the stored draft is loaded. */
  isReady: boolean
  set(change: Partial<T>): void
  /** Discards the draft: it was sent or abandoned. */
  clear(): Promise<void>
  /** Discards the draft and starts a new one, for a form that stays open. */
  restart(): Promise<void>
}

/** A form's values that survive the screen; `name` identifies the form and its record. */
export function useDraft<T extends object>(name: string, initial: T): Draft<T> {
  const owner = useStore(engine)?.owner
  const key = owner === undefined ? undefined : `draft/${owner}/${name}`
  const [id, setId] = useState<string>(() => crypto.randomUUID())
  const [value, setValue] = useState(initial)
  const [isReady, setReady] = useState(false)
  const current = useRef(initial)
  const ownId = useRef(id)
  const first = useRef(initial)
  // Once the form is sent, a late change from a field that loses the focus must not be stored: the
  // next form would create the same record.
  const isOver = useRef(false)
  const unwritten = useRef<T | undefined>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const write = useCallback(async () => {
    clearTimeout(timer.current)
    timer.current = undefined
    const latest = unwritten.current
    unwritten.current = undefined
    if (latest && key)
      await (await deviceVault()).write({ [key]: { ...latest, [ID]: ownId.current } })
  }, [key])

  useEffect(() => {
    let isGone = false
    const read = async () => {
      const known = key === undefined ? undefined : await (await deviceVault()).read(key)
      if (isGone) return
      if (known) {
        const { [ID]: knownId, ...values } = known as Partial<T> & { [ID]?: string }
        if (knownId !== undefined) ownId.current = knownId
        current.current = { ...current.current, ...(values as Partial<T>) }
        setId(ownId.current)
        setValue(current.current)
      }
      setReady(true)
    }
    void read()
    const subscription = AppState.addEventListener('change', () => void write())
    return () => {
      isGone = true
      subscription.remove()
      void write()
    }
  }, [key, write])

  const set = useCallback(
    (change: Partial<T>) => {
      current.current = { ...current.current, ...change }
      setValue(current.current)
      if (isOver.current) return
      unwritten.current = current.current
      timer.current ??= setTimeout(() => void write(), WRITE_AFTER_MS)
    },
    [write],
  )
  const clear = useCallback(async () => {
    isOver.current = true
    clearTimeout(timer.current)
    timer.current = undefined
    unwritten.current = undefined
    if (key) await (await deviceVault()).write({ [key]: null })
  }, [key])
  const restart = useCallback(async () => {
    await clear()
    isOver.current = false
    ownId.current = crypto.randomUUID()
    current.current = first.current
    setId(ownId.current)
    setValue(first.current)
  }, [clear])
  return { id, value, isReady, set, clear, restart }
}
