// The colour tokens as a style sheet of the document: created by script, so that the style policy
// needs no exception.
import { coloursOf } from '@rmtools/look/colours'
import { cssTokens } from '@rmtools/look/css'

const sheet = new CSSStyleSheet()

/**
 * Applies the product's colours, in the company's brand if it has one. The device decides between
 * light and dark.
 */
export function applyTheme(brand: string | null): void {
  sheet.replaceSync(cssTokens(brand))
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet)
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches
  const meta =
    document.querySelector<HTMLMetaElement>('meta[name=theme-color]') ??
    document.createElement('meta')
  meta.name = 'theme-color'
  meta.content = coloursOf(isDark ? 'dark' : 'light').surface
  document.head.append(meta)
}
