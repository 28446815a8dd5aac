// Shared by the tests of the console: an installation with demo data, windows of its users, and
// cases as RMs create them.
import type { Locator, Page } from 'playwright-core'
import { DEMO_PASSWORD } from '../seed/people.ts'
import { messageTo, type Caller } from '../caller.ts'
import { as, throwAwaySystem } from '../e2e/throw-away-system.ts'
import { buildPages } from '@rmtools/operate/pages'
import type { SystemOptions } from '../system.ts'
import { addPapers, submit, whatFor, whoIs } from '../tour/papers.ts'
import { demoPerson, newPerson, type Stage } from '../tour/stage.ts'
import { stageAt } from '../tour/walk.ts'
import { complaintsOf, laptop, startBrowser } from './browser.ts'

export type ConsoleWorld = Awaited<ReturnType<typeof createConsoleWorld>>
export type Look = { language?: 'id' | 'en'; scheme?: 'light' | 'dark' }

/**
 * Starts an installation; with `demo: 'full'` it waits until the investors, portfolios and
 * instructions of the demo are written.
 */
export async function createConsoleWorld({ demo = 'people' }: Pick<SystemOptions, 'demo'> = {}) {
  await buildPages('admin')
  const system = await throwAwaySystem({ demo })
  await system.demoWritten
  const browser = await startBrowser()
  const stage = stageAt(
    system.url,
    { url: system.note.bibUrl, apiKey: system.note.bibApiKey },
    () => undefined,
  )
  return {
    system,
    browser,
    stage,
    /** A user of the demo, over the API. */
    as: async (name: string) => await as(system, name),
    async [Symbol.asyncDispose]() {
      await browser[Symbol.asyncDispose]()
      await system[Symbol.asyncDispose]()
    },
  }
}

/** A window in which a demo user is signed in; `complaints` is expected to be empty at the end. */
export async function openConsole(
  { browser, system }: Pick<ConsoleWorld, 'browser' | 'system'>,
  name: string,
  path: string,
  look: Look = {},
) {
  const { language = 'id', scheme = 'light' } = look
  const context = await browser.open({ viewport: laptop, colorScheme: scheme })
  await context.addInitScript(
    (chosen) => localStorage.setItem('rmtools.language', chosen),
    language,
  )
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  const user = demoPerson(name)
  const since = new Date()
  await page.goto(`${system.url}/admin${path}`)
  await page.locator('#login').fill(user.email)
  await page.locator('#password').fill(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  const code = page.locator('#code')
  await code.waitFor()
  await code.fill(await messageTo(system.url, user.phone, /\b(\d{6})\b/, since))
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  return { context, page, complaints }
}

/** Opens another screen by its address. */
export async function goTo({ system }: ConsoleWorld, page: Page, path: string): Promise<void> {
  await page.goto(`${system.url}/admin${path}`)
}

/**
 * Opens an instruction in a window without live updates, which learns of a change only when its
 * request is refused.
 */
export async function openUnaware(world: ConsoleWorld, id: string) {
  const opened = await openConsole(world, 'maya', '/account')
  await opened.page.route('**/live', async (route) => await route.abort())
  await goTo(world, opened.page, `/instructions/${id}`)
  return opened
}

/** A window without a session. */
export async function openSignedOut({ browser, system }: ConsoleWorld, path: string) {
  const context = await browser.open()
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  await page.goto(system.url + path)
  return { context, page, complaints }
}

/** The user of the demo whose name has this word. */
export async function userCalled({ api }: Caller, search: string) {
  const [user] = (await api.users.list({ search })).items
  if (!user) throw new Error(`${search} is not in the demo`)
  return user
}

/** An instruction of the demo in one of the statuses. */
export async function instructionOf({ api }: Caller, statuses: string) {
  const [found] = (await api.instructions.list({ statuses, limit: 1 })).items
  if (!found) throw new Error(`the demo has no instruction ${statuses}`)
  return found
}

/** Submits a complete case for an RM, without warnings. */
export async function submittedCase(stage: Stage, rm: Caller, name = 'Siti Rahmawati') {
  const person = newPerson(name)
  const { id, version } = await rm.api.investors.create({ kind: 'individual', ...person })
  await rm.api.investors.saveKyc({
    id,
    version,
    verificationMethod: 'in-person',
    individual: { ...whoIs(true), ...whatFor() },
  })
  await addPapers(rm, id, { kind: 'individual', fullName: person.fullName })
  await submit(stage, rm, id)
  return { id, ...person }
}

/** A control's accessible description, such as why it is disabled. */
export async function descriptionOf(page: Page, control: Locator): Promise<string | null> {
  const id = await control.getAttribute('aria-describedby')
  return await page.locator(`[id="${id ?? ''}"]`).textContent()
}
