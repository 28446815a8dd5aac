// The design tokens as CSS custom properties, for pages without a component library.
import { coloursOf, type Colours } from './colours.ts'

const declarations = (colours: Colours) =>
  Object.entries(colours)
    .map(
      ([name, value]) =>
        `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`,
    )
    .join(';')

/**
 * `:root` rules for both schemes: the browser's preference, unless `data-scheme` on the root
 * overrides it.
 */
export function cssTokens(brand?: string | null): string {
  const [light, dark] = [
    declarations(coloursOf('light', brand)),
    declarations(coloursOf('dark', brand)),
  ]
  return `:root{color-scheme:light;${light}}@media(prefers-color-scheme:dark){:root:not([data-scheme=light]){color-scheme:dark;${dark}}}:root[data-scheme=dark]{color-scheme:dark;${dark}}`
}
