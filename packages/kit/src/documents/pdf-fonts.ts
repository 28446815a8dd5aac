// The typefaces of our documents: Inter, as on the screens, with fallbacks for Arabic and Chinese
// letters. Subsets are embedded, so that a name looks the same whatever fonts a reader has
// installed.
import { openSync, type Font } from 'fontkit'
import { fileURLToPath } from 'node:url'

export const weights = ['plain', 'strong'] as const
export type Weight = (typeof weights)[number]

const beside = (name: string, path: string) =>
  fileURLToPath(new URL(path, import.meta.resolve(name)))

/** In order of preference. Chinese has one weight: another would take 8 MB. */
const files = {
  latin: {
    plain: beside('@expo-google-fonts/inter', '400Regular/Inter_400Regular.ttf'),
    strong: beside('@expo-google-fonts/inter', '600SemiBold/Inter_600SemiBold.ttf'),
  },
  arabic: {
    plain: beside(
      '@expo-google-fonts/noto-sans-arabic',
      '400Regular/NotoSansArabic_400Regular.ttf',
    ),
    strong: beside(
      '@expo-google-fonts/noto-sans-arabic',
      '600SemiBold/NotoSansArabic_600SemiBold.ttf',
    ),
  },
  han: {
    plain: beside('@embedpdf/fonts-sc', '../fonts/NotoSansHans-Regular.otf'),
    strong: beside('@embedpdf/fonts-sc', '../fonts/NotoSansHans-Regular.otf'),
  },
}
export type Face = keyof typeof files
const faces: readonly Face[] = ['latin', 'arabic', 'han']

/** The file of a typeface. */
export function fontFile(face: Face, weight: Weight): string {
  return files[face][weight]
}

// Opened on demand: loading the Chinese typeface takes a while, and few documents need it.
const opened = new Map<string, Font>()

function fontOf(face: Face, weight: Weight): Font {
  const file = fontFile(face, weight)
  const kept = opened.get(file)
  if (kept) return kept
  const font = openSync(file)
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${file} is a collection, not a font`)
  opened.set(file, font)
  return font
}

const chosen = new Map<number, Face | undefined>()

/** The first typeface with a glyph for the code point; undefined if none has one. */
export function faceFor(codePoint: number): Face | undefined {
  if (!chosen.has(codePoint))
    chosen.set(
      codePoint,
      faces.find((face) => hasLetter(face, codePoint)),
    )
  return chosen.get(codePoint)
}

/** Whether a typeface has a glyph for the code point in all of its weights. */
export function hasLetter(face: Face, codePoint: number): boolean {
  return weights.every((weight) => fontOf(face, weight).hasGlyphForCodePoint(codePoint))
}
