// Every screen of the console, the role that opens it, and how to wait until it is loaded.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { goTo, openConsole, type ConsoleWorld, type Look } from './console-world.ts'

export type Screen = { readonly name: string; readonly path: string; readonly as: 'sari' | 'putri' }

/** The names (in paths.ts) of the routes inside the shell. */
export async function routesOf(): Promise<string[]> {
  const source = await sourceOf('shell/routes.tsx')
  return [...source.matchAll(/\bscreen\(paths\.(\w+)\(/g)].map(([, name = '']) => name)
}

/** The tabs of an investor, by their names on the screen. */
async function investorTabs(): Promise<string[]> {
  const [, list = ''] =
    /const tabs = \[([^\]]+)\]/.exec(await sourceOf('investors/InvestorPage.tsx')) ?? []
  const tabs = [...list.matchAll(/'(\w+)'/g)].map(([, name = '']) => name)
  if (tabs.length === 0) throw new Error('The walk over the console found no tabs of an investor')
  return tabs
}

const sourceOf = async (path: string) =>
  await readFile(join(import.meta.dirname, '../../apps/admin/src', path), 'utf8')

/**
 * The screens of all routes, with addresses of this installation. Throws for a route that is not
 * listed here.
 */
export async function screensOf({ as }: ConsoleWorld): Promise<Screen[]> {
  const [{ api }, platform] = await Promise.all([as('sari'), as('putri')])
  const [leads, registered, submitted, instructions, plans, people, companies, products] =
    await Promise.all([
      api.leads.list({ limit: 1 }),
      api.investors.list({ limit: 1, status: 'registered' }),
      api.investors.list({ limit: 1, status: 'submitted' }),
      api.instructions.list({ limit: 1 }),
      api.plans.list({ limit: 1 }),
      api.users.list({ role: 'rm', limit: 1 }),
      platform.api.companies.list({ limit: 1 }),
      api.products.list({}),
    ])
  const idOf = ({ items }: { items: readonly { id: string }[] }) => items[0]?.id ?? 'none'
  const codes = products.items.map(({ code }) => code)
  const addresses: Record<string, readonly string[]> = {
    home: ['/'],
    review: ['/review'],
    reviewCase: [`/review/${idOf(submitted)}`],
    investors: ['/investors'],
    investor: (await investorTabs()).map((tab) => `/investors/${idOf(registered)}?tab=${tab}`),
    instructions: ['/instructions'],
    instruction: [`/instructions/${idOf(instructions)}`],
    plans: ['/plans', '/plans?failing=yes'],
    plan: [`/plans/${idOf(plans)}`],
    leads: ['/leads', '/leads?view=board'],
    leadImport: ['/leads/import'],
    lead: [`/leads/${idOf(leads)}`],
    people: ['/people'],
    person: [`/people/${idOf(people)}`],
    roles: ['/people/roles'],
    products: ['/products'],
    product: [`/products/${codes[0]}`],
    compareProducts: [`/products/compare?codes=${codes.slice(0, 2).join(',')}`],
    reports: ['/reports', '/reports?view=sales&by=product', '/reports?view=transactions'],
    sync: ['/sync', '/sync?part=reconciliations'],
    audit: ['/audit'],
    settings: ['/settings'],
    settingsPart: ['codes', 'questionnaire', 'messages', 'holidays', 'banks'].map(
      (part) => `/settings/${part}`,
    ),
    notifications: ['/notifications'],
    account: ['/account'],
    secondPerson: ['/second-person'],
    elsewhere: [`/elsewhere/${idOf(leads)}/leads/${idOf(leads)}`],
    companies: ['/companies'],
    company: [`/companies/${idOf(companies)}`],
  }
  return (await routesOf()).flatMap((name) => {
    const paths = addresses[name]
    if (!paths) throw new Error(`The walk over the console has no address for the route ${name}`)
    return paths.map((path) => ({
      name,
      path,
      as: name.startsWith('compan') ? ('putri' as const) : ('sari' as const),
    }))
  })
}

/** Opens a screen and waits until everything on it is loaded. */
export async function visit(world: ConsoleWorld, page: Page, path: string): Promise<void> {
  await goTo(world, page, path)
  await settled(page)
}

const waiting = '[aria-busy="true"], .skeleton-screen, .ant-skeleton, [data-pending="true"]'

/** Waits until there is a heading and nothing is loading. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1', { hasText: /\S/ }).first().waitFor()
  await page.locator(waiting).first().waitFor({ state: 'detached' })
}

/** axe's findings on a page, one per line. */
export async function findingsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  )
}

/** The faults of the screens in one look, by address; empty if there are none. */
export async function faultsOf(
  world: ConsoleWorld,
  screens: readonly Screen[],
  look: Look,
): Promise<Record<string, string[]>> {
  const faults: Record<string, string[]> = {}
  for (const who of new Set(screens.map((screen) => screen.as))) {
    const { page, complaints, context } = await openConsole(world, who, '/account', look)
    for (const { path } of screens.filter((screen) => screen.as === who)) {
      const found = await visit(world, page, path).then(
        async () => await findingsOn(page),
        (error: Error) => [`it does not come to rest: ${error.message.slice(0, 200)}`],
      )
      found.push(...complaints.splice(0))
      if (found.length > 0) faults[path] = found
    }
    await context.close()
  }
  return faults
}
