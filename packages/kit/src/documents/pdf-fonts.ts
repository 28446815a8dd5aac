// The typefaces of our documents. Inter is that of the screens; behind it stand one for Arabic and one for Chinese letters. All are
// embedded, as far as they are used: what a reader's machine has installed must not decide how a name looks.
import { openSync, type Font } from 'fontkit'
import { fileURLToPath } from 'node:url'

export const weights = ['plain', 'strong'] as const
export type Weight = (typeof weights)[number]

const beside = (name: string, path: string) =>
  fileURLToPath(new URL(path, import.meta.resolve(name)))

/** In the order in which they are asked for a letter. Chinese has one weight: another would take 8 MB. */
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

// Opened by the first document that needs them: reading the one for Chinese takes a while, and few documents have any.
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

/** The first typeface that has a letter; undefined when none does. */
export function faceFor(codePoint: number): Face | undefined {
  if (!chosen.has(codePoint))
    chosen.set(
      codePoint,
      faces.find((face) => hasLetter(face, codePoint)),
    )
  return chosen.get(codePoint)
}

/** Whether a typeface has a letter in each of its weights. */
export function hasLetter(face: Face, codePoint: number): boolean {
  return weights.every((weight) => fontOf(face, weight).hasGlyphForCodePoint(codePoint))
}
