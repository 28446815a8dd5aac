// The variants in which the galleries are pictured: both languages and themes, both text sizes, a
// wide and the narrowest window.
import type { GalleryApp } from './apps.ts'

export type Look = {
  readonly name: 'ordinary' | 'large'
  readonly language: 'id' | 'en'
  readonly scheme: 'light' | 'dark'
  /** The text size in per cent. */
  readonly text: 100 | 200
  readonly width: number
}

const widths: Readonly<Record<GalleryApp['name'], readonly [ordinary: number, large: number]>> = {
  console: [1280, 390],
  investor: [390, 320],
  phone: [390, 320],
}

/** Indonesian texts are the longest, so these are the enlarged ones. */
export const looksOf = (app: GalleryApp['name']): readonly Look[] => {
  const [ordinary, large] = widths[app]
  return [
    { name: 'ordinary', language: 'en', scheme: 'light', text: 100, width: ordinary },
    { name: 'large', language: 'id', scheme: 'dark', text: 200, width: large },
  ]
}
