// Limits an answer in the editor of the questionnaire, and tries it.
import type { Page } from 'playwright-core'

/** Limits the second answer of the second question, and tries it beside the highest answers. */
export async function limitAndTry(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Batas jawaban 2' }).nth(1).click()
  await page.getByTitle('paling tinggi Moderat').filter({ visible: true }).click()
  const trial = page.getByRole('heading', { name: 'Coba jawaban' }).locator('..')
  for (const [index, box] of (await trial.getByRole('combobox').all()).entries()) {
    await box.click()
    await page
      .locator('.ant-select-dropdown:visible .ant-select-item-option')
      .nth(index === 1 ? 1 : 4)
      .click()
  }
  await trial.getByText('Skor 27: Moderat').waitFor()
  await trial.getByText('Skornya lebih tinggi, tetapi dibatasi oleh: Apa tujuan').waitFor()
}
