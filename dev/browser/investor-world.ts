// Shared by the tests of the investor's pages: an installation with a registered investor, a phone,
// and links of every kind.
import { AxeBuilder } from '@axe-core/playwright'
import pg from 'pg'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { messageTo, type Caller } from '../caller.ts'
import { as, throwAwaySystem } from '../e2e/throw-away-system.ts'
import { buildPages } from '@rmtools/operate/pages'
import {
  addPapers,
  approveCase,
  submit,
  untilRegistered,
  whatFor,
  whoIs,
  type Registered,
} from '../tour/papers.ts'
import { demoUser, newPerson, type Stage } from '../tour/stage.ts'
import { signaturePng } from '../tour/pictures.ts'
import { stageAt } from '../tour/walk.ts'
import { complaintsOf, phone, startBrowser } from './browser.ts'

export type InvestorWorld = Awaited<ReturnType<typeof createInvestorWorld>>

/** Emulates a phone. */
export const handheld: BrowserContextOptions = {
  viewport: phone,
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
}

/**
 * Starts an installation with one RM and one investor who is registered at Bib and can receive
 * instructions.
 */
export async function createInvestorWorld() {
  await buildPages('investor')
  const system = await throwAwaySystem()
  const browser = await startBrowser()
  const stage = stageAt(
    system.url,
    { url: system.note.bibUrl, apiKey: system.note.bibApiKey },
    () => undefined,
  )
  const rm = await as(system, 'rina')
  const investor = await registered(stage, rm)
  return {
    system,
    browser,
    stage,
    rm,
    investor,
    ask: async (order: Partial<Order> = {}) => await ask(stage, rm, { investor, order }),
    reviewer: async () => await demoUser(stage, 'maya'),
    picture: async () => await signaturePng('Contoh'),
    /** As after the lifetime of a link. */
    expire: async (instructionId: string) => {
      await using owner = await ownerOf(system.ownerUrl)
      await owner.query(
        `update crm_bib.instruction_token set expires_at = now() - interval '1 minute' where instruction_id = $1`,
        [instructionId],
      )
    },
    invite: async (kind: 'individual' | 'institutional' = 'individual') =>
      await invite(stage, rm, kind),
    async [Symbol.asyncDispose]() {
      await browser[Symbol.asyncDispose]()
      await system[Symbol.asyncDispose]()
    },
  }
}

async function registered(stage: Stage, rm: Caller): Promise<Registered> {
  const person = newPerson('Siti Rahmawati')
  const { id, version } = await rm.api.investors.create({ kind: 'individual', ...person })
  await rm.api.investors.saveKyc({
    id,
    version,
    verificationMethod: 'in-person',
    individual: { ...whoIs(true), ...whatFor() },
  })
  const bankAccountId = await addPapers(rm, id, { kind: 'individual', fullName: person.fullName })
  await submit(stage, rm, id)
  await approveCase(stage, id)
  const { externalId } = await untilRegistered(rm, id)
  return { ...person, id, externalId: externalId ?? '', bankAccountId }
}

async function ownerOf(connectionString: string) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  return Object.assign(client, { [Symbol.asyncDispose]: async () => await client.end() })
}

type Order = Parameters<Caller['api']['instructions']['create']>[0]

async function ask(
  { url }: Stage,
  rm: Caller,
  { investor, order }: { investor: Registered; order: Partial<Order> },
) {
  const { items } = await rm.api.products.list({ type: 'MONEY_MARKET' })
  const product = items.find(({ currency, status }) => currency === 'IDR' && status === 'ACTIVE')
  const asked = new Date()
  const instruction = await rm.api.instructions.create({
    investorId: investor.id,
    type: 'subscription',
    productCode: product?.code ?? '',
    amount: '25000000',
    factSheetOffered: true,
    confirmDuplicate: true,
    ...order,
  })
  const token = await messageTo(url, investor.email, /\/i\/approve\/([\w-]{43})/, asked)
  return { instruction, token, path: `${url}/i/approve/${token}` }
}

async function invite({ url }: Stage, rm: Caller, kind: 'individual' | 'institutional') {
  const { fullName, ...contact } = newPerson('Galih Prakoso')
  const person = {
    fullName: kind === 'individual' ? fullName : `PT ${fullName} Sentosa`,
    ...contact,
  }
  const { id, version } = await rm.api.investors.create({ kind, ...person })
  return { ...(await sendLink(url, rm, { id, version, email: person.email })), person }
}

/** Sends the link of a case to the investor. */
export async function sendLink(
  url: string,
  rm: Caller,
  { id, version, email }: { id: string; version: number; email: string },
) {
  const asked = new Date()
  const sent = await rm.api.remoteRegistration.sendLink({ id, version, channel: 'email' })
  const token = await messageTo(url, email, /\/i\/register\/([\w-]{43})/, asked)
  return { id, token, version: sent.investor.version, path: `${url}/i/register/${token}` }
}

/** The code that was sent to a phone since the given time. */
export async function codeTo(url: string, number: string, since: Date): Promise<string> {
  return await messageTo(url, number, /\b(\d{6})\b/, since)
}

/** Opens a page on a phone; `complaints` is expected to be empty at the end. */
export async function openOnPhone(
  { browser }: Pick<InvestorWorld, 'browser'>,
  path: string,
  options: BrowserContextOptions = {},
) {
  const context = await browser.open({ ...handheld, ...options })
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  await page.goto(path)
  return { context, page, complaints }
}

/** Draws a signature on the pad with the pointer. */
export async function sign(page: Page): Promise<void> {
  const pad = page.getByRole('img', { name: /tanda tangan|signature/i })
  await pad.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const box = await pad.boundingBox()
  if (!box) throw new Error('the pad is not on the page')
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
  await page.mouse.move(...at(0.2, 0.6))
  await page.mouse.down()
  for (const [x, y] of [
    [0.28, 0.2],
    [0.33, 0.75],
    [0.42, 0.3],
    [0.48, 0.7],
    [0.6, 0.35],
    [0.68, 0.65],
    [0.82, 0.4],
  ] as const)
    await page.mouse.move(...at(x, y), { steps: 6 })
  await page.mouse.up()
}

/** axe's findings on a page: expected to be empty. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join(' | ')}`,
  )
}

/** Opens the link and continues to the code field; returns the code that was sent. */
export async function upToCode(world: InvestorWorld, path: string) {
  const opened = await openOnPhone(world, path)
  const { page } = opened
  await page.getByRole('button', { name: 'Lanjut menyetujui' }).tap()
  await page.getByRole('checkbox').check()
  await sign(page)
  const since = new Date()
  await page.getByRole('button', { name: 'Lanjut, kirim kode' }).tap()
  await page.getByLabel('Kode 6 angka').waitFor()
  return { ...opened, code: await codeTo(world.system.url, world.investor.phone, since) }
}
