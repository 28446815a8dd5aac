// Measures a list of very many leads as a user waits for it: in the page itself, from the action
// until the rows are painted.
import pg from 'pg'
import type { Page } from 'playwright-core'
import { users } from '../seed/people.ts'
import { settled } from './console-screens.ts'

/** The duration of each action in ms, including the search field's delay. */
export type Waits = { readonly what: string; readonly ms: readonly number[] }

/** Gives Rina this many more leads: in four stages, with different names. */
export async function fillLeads(ownerUrl: string, count: number): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const rm = users.find(({ email }) => email.startsWith('rina@'))?.id
  await owner.query(
    `insert into crm_bib.lead (company_id, rm_id, full_name, phone, status, created_at)
     select company_id, rm_id, 'Banyak ' || n, '+62899' || lpad(n::text, 8, '0'),
       (array['new', 'contacted', 'qualified', 'proposal'])[1 + n % 4], now() - n * interval '1 minute'
     from (select company_id, rm_id from crm_bib.lead where rm_id = $1 limit 1) of_rina, generate_series(1, $2::int) n`,
    [rm, count],
  )
  await owner.query('analyze crm_bib.lead')
  await owner.end()
}

/** Pages, searches and filters the list of leads on the page. */
export async function waitsOf(page: Page): Promise<Waits[]> {
  await settled(page)
  const pages: number[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    const next = page.getByRole('button', { name: 'Muat lebih banyak' })
    await next.scrollIntoViewIfNeeded()
    pages.push(await waitFor(page, async () => await next.click()))
  }
  await page.reload()
  await settled(page)
  const search = page.getByRole('main').getByRole('textbox', { name: 'Cari' })
  const searches: number[] = []
  for (const text of ['Banyak 99999', '62899000123', 'Banyak 7', 'tidak ada', 'Banyak'])
    searches.push(await waitFor(page, async () => await search.fill(text)))
  await page.goto(page.url().split('?')[0] ?? '')
  await settled(page)
  const filters: number[] = []
  const stage = page.getByRole('main').getByRole('combobox', { name: 'Tahap' })
  for (const word of ['Dihubungi', 'Memenuhi syarat', 'Penawaran', 'Baru', 'Dihubungi']) {
    await stage.click()
    filters.push(
      await waitFor(page, async () => await page.getByTitle(word, { exact: true }).last().click()),
    )
  }
  return [
    { what: 'the next page', ms: pages },
    { what: 'a search', ms: searches },
    { what: 'a filter', ms: filters },
  ]
}

// The page itself measures; we only poll whether it has finished.
const ASK_MS = 50
const TOO_LONG_MS = 30_000

/**
 * From the first event of the action until the list shows other rows, nothing is loading, and the
 * result is painted.
 */
async function waitFor(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(watch)
  await act()
  const deadline = performance.now() + TOO_LONG_MS
  while (performance.now() < deadline) {
    const waited = await page.evaluate<number>('window.__waited')
    if (waited > 0) return waited
    await page.waitForTimeout(ASK_MS)
  }
  throw new Error('the list stayed as it was')
}

// Runs in the page: as text, because this package does not have the DOM's types.
const watch = `(() => {
  window.__waited = 0
  const list = () => document.querySelector('main section[aria-busy]')
  const shown = () => [...list().querySelectorAll('[data-row-key]')].map((row) => row.dataset.rowKey).join()
  const before = shown()
  let began
  const begin = () => { began ??= performance.now() }
  for (const type of ['input', 'click']) addEventListener(type, begin, { capture: true })
  const look = () => {
    const isWaiting = list().getAttribute('aria-busy') === 'true' || list().querySelector('.ant-btn-loading') !== null
    if (began === undefined || isWaiting || shown() === before) return requestAnimationFrame(look)
    // A frame that begins after the next one tells that this one's rows have been painted.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      for (const type of ['input', 'click']) removeEventListener(type, begin, { capture: true })
      window.__waited = performance.now() - began
    }))
  }
  look()
})()`
