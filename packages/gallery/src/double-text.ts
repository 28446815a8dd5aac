// Text at 200 %, as a phone or a browser that enlarges text alone shows it: everything else keeps its size, charts included.

const KEPT = new Set(['IFRAME', 'SCRIPT', 'STYLE'])

/** Doubles the size of all text below the elements that a selector finds. */
export function doubleText(selector: string): void {
  const elements = [...document.querySelectorAll<HTMLElement>(`${selector} *`)].filter(
    (element) => !KEPT.has(element.tagName) && !element.closest('svg'),
  )
  // Read first: what is written changes what is inherited.
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

/** What fits itself to its room, such as `min(34px, 8cqw)`, goes on to do so. */
function doubled(own: string, computed: string): string {
  const size = own.includes('cqw') ? own : computed
  return size.replace(/([\d.]+)px/, (_, pixels) => `${Number(pixels) * 2}px`)
}
