// Text at 200 %, as a phone or a browser that enlarges text alone shows it: everything else keeps its size.

const KEPT = new Set(['IFRAME', 'SCRIPT', 'STYLE'])

/** Doubles the size of all text below the elements that a selector finds. */
export function doubleText(selector: string): void {
  const elements = [...document.querySelectorAll<HTMLElement | SVGElement>(`${selector} *`)].filter(
    (element) => !KEPT.has(element.tagName),
  )
  // Read first: what is written changes what is inherited.
  const sizes = elements.map((element) => {
    const { fontSize, lineHeight } = getComputedStyle(element)
    return { fontSize: parseFloat(fontSize), lineHeight: parseFloat(lineHeight) }
  })
  elements.forEach(({ style }, index) => {
    const { fontSize = 0, lineHeight = NaN } = sizes[index] ?? {}
    style.setProperty('font-size', `${fontSize * 2}px`, 'important')
    if (!Number.isNaN(lineHeight))
      style.setProperty('line-height', `${lineHeight * 2}px`, 'important')
  })
}
