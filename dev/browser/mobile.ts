// The mobile app in a phone's browser, for tests: opened, signed in, taken offline.
import type { BrowserContext, Page } from 'playwright-core'
import { messageTo } from '../caller.ts'
import { DEMO_PASSWORD, users } from '../seed/people.ts'
import { complaintsOf, phone, type Browser } from './browser.ts'

export type Phone = { context: BrowserContext; page: Page; complaints: string[] }

/** A phone without stored data, on the first page of the app. */
export async function takePhone(browser: Browser, url: string): Promise<Phone> {
  const context = await browser.open({ viewport: phone, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  // Less than a test's time-out, so that the error names the step that was waited for.
  page.setDefaultTimeout(25_000)
  const complaints = complaintsOf(page)
  await page.goto(`${url}/app/`)
  return { context, page, complaints }
}

/**
 * Signs in a demo user, named by the part of the e-mail address before the @, with the code from
 * the SMS.
 */
export async function signInOnPhone({ page }: Phone, url: string, name: string): Promise<void> {
  const user = users.find(({ email }) => email.startsWith(`${name}@`))
  if (!user) throw new Error(`${name} is not in the demo`)
  const since = new Date()
  await page.getByLabel('E-mail atau nomor telepon').fill(user.email)
  await page.getByLabel('Kata sandi', { exact: true }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  const code = page.getByLabel('Kode verifikasi')
  await code.waitFor()
  await code.fill(await messageTo(url, user.phone, /\b(\d{6})\b/, since))
  await page.getByRole('tab', { name: 'Hari ini' }).waitFor()
}

/** Waits until the browser has cached the app, so that it opens without a network. */
export async function untilKept({ page }: Phone): Promise<void> {
  await page.waitForFunction(
    "navigator.serviceWorker.getRegistration().then((kept) => kept?.active?.state === 'activated')",
  )
}
