// Text at 200 %, as on a phone or browser that enlarges only text: everything else, charts
// included, keeps its size.

const KEPT = new Set(['IFRAME', 'SCRIPT', 'STYLE'])

/** Doubles the size of all text within the elements that match a selector. */
export function doubleText(selector: string): void {
  const elements = [...document.querySelectorAll<HTMLElement>(`${selector} *`)].filter(
    (element) => !KEPT.has(element.tagName) && !element.closest('svg'),
  )
  // Reads all sizes first: writing one changes those that inherit it.
  const sizes = elements.map((element) => {
    const { fontSize, lineHeight } = getComputedStyle(element)
    return {
      fontSize: doubled(element.style.fontSize, fontSize),
      lineHeight: parseFloat(lineHeight),
    }
  })
  elements.forEach(({ style }, index) => {
    const { fontSize = '', lineHeight = NaN } = sizes[index] ?? {}
    style.setProperty('font-size', fontSize, 'important')
    if (!Number.isNaN(lineHeight))
      style.setProperty('line-height', `${lineHeight * 2}px`, 'important')
  })
}

/** Text that adapts to the available room, such as `min(34px, 8cqw)`, still does. */
function doubled(own: string, computed: string): string {
  const size = own.includes('cqw') ? own : computed
  return size.replace(/([\d.]+)px/, (_, pixels) => `${Number(pixels) * 2}px`)
}
