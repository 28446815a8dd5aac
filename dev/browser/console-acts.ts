// Steps that tests repeat on many console screens: download a file, open a dialog.
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'

/** The file that a click downloads. */
export async function savedBy(
  page: Page,
  click: () => Promise<void>,
): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

/** The file that a list's export downloads. */
export async function exported(page: Page, format: 'CSV' | 'Excel') {
  await page.getByRole('button', { name: 'Ekspor' }).click()
  return await savedBy(page, async () => await page.getByRole('menuitem', { name: format }).click())
}

/** The lines of a CSV file. */
export const linesOf = (bytes: Buffer) => bytes.toString('utf8').trim().split('\r\n')

/** Opens the dialog behind a button of the page. */
export async function dialogOf(page: Page, button: string): Promise<Locator> {
  await page.getByRole('button', { name: button }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  return dialog
}

/** Chooses an option from a field's dropdown. */
export async function choose(
  place: Page | Locator,
  label: string | RegExp,
  name: string,
): Promise<void> {
  await place.getByRole('combobox', { name: label }).click()
  const page = 'page' in place ? place.page() : place
  await page.locator('.ant-select-dropdown:visible').getByTitle(name, { exact: true }).click()
}
