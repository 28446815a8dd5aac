// What pages put on the clipboard.
import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'

/** What is on the clipboard. */
export const clipboardOf = async (page: Page) => {
  await page.bringToFront()
  return await page.evaluate(async () => await navigator.clipboard.readText())
}

/** What a press puts on the clipboard. */
export async function copiedBy(page: Page, button: Locator): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.bringToFront()
  await page.evaluate(async () => await navigator.clipboard.writeText('nothing yet'))
  await button.click()
  await expect.poll(async () => await clipboardOf(page)).not.toBe('nothing yet')
  return await clipboardOf(page)
}
/** What the page selects, copied by the keyboard, where the browser forbids copying by a press. */
export async function copiedByHand(page: Page, button: Locator): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.bringToFront()
  await page.evaluate(() => {
    getSelection()?.removeAllRanges()
    navigator.clipboard.writeText = async () => await Promise.reject(new Error('forbidden'))
  })
  await button.click()
  await expect.poll(async () => await page.evaluate(() => String(getSelection()))).not.toBe('')
  await page.keyboard.press('ControlOrMeta+C')
  return await clipboardOf(page)
}
