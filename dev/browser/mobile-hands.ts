// Steps of tests in the RM's app. Lower screens stay in the page, hidden, so only visible elements
// are used.
import type { Locator, Page } from 'playwright-core'

const escaped = (label: string) => label.replace(/[()]/g, '\\$&')

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).filter({ visible: true })
export const next = async (page: Page) => await button(page, /^(Lanjut|Selesai)$/).tap()
export const field = (page: Page, label: string) =>
  page
    .getByRole('textbox', { name: new RegExp(`^${escaped(label)}(\\s+opsional)?$`) })
    .filter({ visible: true })
export const seen = (page: Page, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first()

/** Chooses an option from a field that opens a sheet. */
export async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await button(page, new RegExp(`^${escaped(label)}:`))
    .first()
    .tap()
  await page.getByRole('dialog').getByRole('radio', { name: option }).first().tap()
}

/** The address of another app that a tap opens; it is not opened. */
export async function openedBy(page: Page, control: Locator): Promise<string> {
  await page.evaluate(() => {
    window.open = (url) => {
      document.documentElement.dataset['opened'] = String(url)
      return null
    }
  })
  await control.tap()
  const html = page.locator('html[data-opened]')
  await html.waitFor({ state: 'attached' })
  return (await html.getAttribute('data-opened')) ?? ''
}

/** Chooses a visible option by its label. */
export const pick = async (page: Page, label: string | RegExp, option: string | RegExp) =>
  await page
    .getByRole('group', { name: label })
    .filter({ visible: true })
    .getByRole('checkbox', { name: option, exact: true })
    .tap()

/**
 * Pairs of visible texts that are drawn over each other in one row; expected to be empty. A bar that
 * floats above the page does not count.
 */
export async function overlaps(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const texts = [...document.querySelectorAll('[dir="auto"]')].flatMap((element) => {
      const box = element.getBoundingClientRect()
      const isLeaf = element.childElementCount === 0 && element.textContent !== ''
      return isLeaf && element.checkVisibility() && box.width > 2 && box.height > 2
        ? [{ text: element.textContent ?? '', box, row: element.closest('[role="button"]') }]
        : []
    })
    return texts.flatMap((a, index) =>
      texts
        .slice(index + 1)
        .filter(
          (b) =>
            a.row === b.row &&
            Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 2 &&
            Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 2,
        )
        .map((b) => `${a.text} / ${b.text}`),
    )
  })
}
