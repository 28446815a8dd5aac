/// <reference lib="dom" />
// What a designer would not let pass on a sheet of the gallery, found by measuring: words that are cut or leave their place, and what a
// thumb misses.
import type { Page } from 'playwright-core'

/** The faults of an open sheet, each with the state that shows it. */
export async function faultsOf(
  page: Page,
  { leastTouch }: { leastTouch: number },
): Promise<string[]> {
  return await page.evaluate((least) => {
    const SLACK = 1.5
    const TOUCHED =
      'button, a, [role=button], [role=radio], [role=checkbox], [role=switch], [role=tab]'

    /** Whether a reader can scroll it into view. */
    const isScrolled = (element: Element, stage: Element): boolean => {
      for (let one: Element | null = element; one && one !== stage; one = one.parentElement)
        if (/auto|scroll/.test(getComputedStyle(one).overflowX)) return true
      return false
    }
    const isHidden = (element: Element) => {
      // Checked too: what is inside closed details has a place, but is not drawn.
      if (element.closest('svg, option') !== null || !element.checkVisibility()) return true
      for (let one: Element | null = element; one; one = one.parentElement)
        if (getComputedStyle(one).clipPath.startsWith('inset(50%')) return true
      return false
    }
    const isCut = (element: HTMLElement) => {
      const { overflowX } = getComputedStyle(element)
      return (
        (overflowX === 'hidden' || overflowX === 'clip') &&
        element.scrollWidth > element.clientWidth + SLACK &&
        // The selected option is truncated, but its title has the full text.
        !element.closest('.ant-select')
      )
    }
    const faultOf = (element: HTMLElement, stage: Element) => {
      const { left, right, width, height } = element.getBoundingClientRect()
      const place = stage.getBoundingClientRect()
      const isOut = right > place.right + SLACK || left < place.left - SLACK
      const hasWords = element.textContent?.trim() !== ''
      if (hasWords && isCut(element)) return 'is cut'
      if (hasWords && isOut && !isScrolled(element, stage)) return 'leaves its place'
      if (element.matches(TOUCHED) && Math.min(width, height) < least)
        return `is ${Math.round(width)} × ${Math.round(height)}, too small for a thumb`
      return undefined
    }
    return [...document.querySelectorAll<HTMLElement>('.gallery-stage')].flatMap((stage) =>
      [...stage.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
        const fault = isHidden(element) ? undefined : faultOf(element, stage)
        const words = (element.textContent ?? '').trim().slice(0, 40)
        return fault ? [`${stage.dataset['story']}: "${words}" ${fault}`] : []
      }),
    )
  }, leastTouch)
}
