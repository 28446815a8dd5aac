// The colour scheme and the company's brand, as custom properties of the page.
import { useSyncExternalStore } from 'react'
import type { Scheme } from '@rmtools/look/colours'
import { cssTokens } from '@rmtools/look/css'

const choices = ['light', 'dark', 'system'] as const
export type SchemeChoice = (typeof choices)[number]
const KEY = 'rmtools.scheme'
const dark = matchMedia('(prefers-color-scheme: dark)')
const print = matchMedia('print')
const sheet = new CSSStyleSheet()
const listeners = new Set<() => void>()
let brand: string | null = null

/** Sets the tokens before anything is shown. */
export function startScheme(): void {
  document.adoptedStyleSheets.push(sheet)
  dark.addEventListener('change', changed)
  print.addEventListener('change', changed)
  changed()
}

/** Sets the active company's brand colour. */
export function setBrand(colour: string | null): void {
  if (brand === colour) return
  brand = colour
  changed()
}

export const schemeChoice = (): SchemeChoice =>
  choices.find((choice) => choice === localStorage.getItem(KEY)) ?? 'system'

export function chooseScheme(choice: SchemeChoice): void {
  localStorage.setItem(KEY, choice)
  changed()
}

function changed(): void {
  document.documentElement.dataset['scheme'] = schemeNow()
  sheet.replaceSync(cssTokens(brand))
  for (const listener of listeners) listener()
}

/** Paper is always light. */
const schemeNow = (): Scheme => {
  if (print.matches) return 'light'
  const choice = schemeChoice()
  if (choice !== 'system') return choice
  return dark.matches ? 'dark' : 'light'
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The current scheme, and the brand in it. */
export function useScheme(): { scheme: Scheme; brand: string | null } {
  const key = useSyncExternalStore(subscribe, () => `${schemeNow()} ${brand ?? ''}`)
  const [scheme = 'light', colour = ''] = key.split(' ')
  return { scheme: scheme === 'dark' ? 'dark' : 'light', brand: colour || null }
}
