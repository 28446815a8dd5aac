// Keyboard shortcuts of a screen: single letters, active while no field and no dialog has the
// focus. They can be turned off (WCAG 2.1.4); `?` lists them.
import { useEffect, useRef } from 'react'
import type { Bilingual } from '@rmtools/look/words'

export type Key = { readonly key: string; readonly word: Bilingual; readonly run: () => void }
type Holder = { current: readonly Key[] }

const holders = new Set<Holder>()
let areOff = false

/** Turns all letter keys off or on. */
export function turnKeys(off: boolean): void {
  areOff = off
}

/** The keys of the current screen. */
export const keysNow = (): readonly Key[] => [...holders].flatMap(({ current }) => current)

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
const hasDialog = () => document.querySelector('[role=dialog],[role=listbox],[role=menu]') !== null

// Runs before any other handler sees the key: Escape closes the dialog it was meant for.
let wasInDialog = false
addEventListener('keydown', () => (wasInDialog = hasDialog()), { capture: true })

/** Whether a key press is meant for the screen rather than for a field, a menu or a dialog. */
function isForScreen({
  defaultPrevented,
  ctrlKey,
  metaKey,
  altKey,
  target,
}: KeyboardEvent): boolean {
  return !defaultPrevented && !ctrlKey && !metaKey && !altKey && !isTyping(target) && !wasInDialog
}

/** Registers the screen's keys for as long as it is shown. */
export function useKeys(keys: readonly Key[]): void {
  const holder = useRef(keys)
  holder.current = keys
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((areOff && event.key.length === 1) || !isForScreen(event)) return
      const found = holder.current.find(
        ({ key }) => key === event.key.toLowerCase() || key === event.key,
      )
      if (!found) return
      event.preventDefault()
      found.run()
    }
    holders.add(holder)
    addEventListener('keydown', listen)
    return () => {
      holders.delete(holder)
      removeEventListener('keydown', listen)
    }
  }, [])
}
