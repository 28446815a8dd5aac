// The tokens of the look as a style sheet of the document: made by script, so the policy for styles needs no exception.
import { coloursOf } from '@rmtools/look/colours'
import { cssTokens } from '@rmtools/look/css'

const sheet = new CSSStyleSheet()

/** Puts on the product's colours, in the brand of a company where it has set one. Light or dark is the device's choice. */
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
