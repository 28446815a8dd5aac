// Checks every statement of the product against a migrated database.
import { Describer, type Description } from './describe.ts'
import { insertComplaints } from './inserts.ts'
import { columnComplaints, rowComplaints, valueComplaints } from './judge.ts'
import type { Kept } from './kept.ts'
import type { Site } from './sources.ts'

/**
 * The packages with SQL, and the schemas that it is written for: kit's needs to be valid in only
 * one.
 */
export const HOMES: Readonly<Record<string, readonly string[]>> = {
  'services/auth': ['auth_bib'],
  'services/crm': ['crm_bib'],
  'packages/kit': ['auth_bib', 'crm_bib'],
}

type Asked = {
  home: string
  schemas: readonly string[]
  sites: readonly Site[]
  kept: readonly Kept[]
  /** The statements of all packages: a fragment of one may be used in another. */
  all?: readonly Kept[]
}

/** The faults in a package's statements, each with its place. */
export async function complaints(
  url: string,
  { home, schemas, sites, kept, all = kept }: Asked,
): Promise<string[]> {
  await using describers = new AsyncDisposableStack()
  const open = await Promise.all(schemas.map((schema) => Describer.on(url, schema)))
  for (const describer of open) describers.use(describer)
  const byTemplate = Map.groupBy(sites, ({ template }) => template)
  const fillable = new Map(open.flatMap((one) => [...one.fillable()]))
  const found = coverage({ home, sites, kept, all })
  for (const statement of kept) {
    const own = byTemplate.get(statement.root) ?? []
    const description = await described(open, statement.text)
    const said =
      typeof description === 'string'
        ? [description]
        : [
            ...own.flatMap(({ claims }) => (claims ? rowComplaints(claims, description) : [])),
            ...columnComplaints(statement, description, byTemplate),
            ...valueComplaints(statement, description, byTemplate),
            ...insertComplaints(
              { place: `${home} ${statement.place}`, text: statement.text },
              fillable,
            ),
          ]
    found.push(...said.map((one) => `${home} ${statement.place}: ${one}`))
  }
  return [...new Set(found)]
}

/**
 * The description from the first schema that has the statement's tables, or else PostgreSQL's
 * error.
 */
async function described(
  describers: readonly Describer[],
  text: string,
): Promise<Description | string> {
  let refusal = 'no schema'
  for (const describer of describers) {
    try {
      return await describer.describe(text)
    } catch (error) {
      refusal = error instanceof Error ? error.message : String(error)
    }
  }
  return `PostgreSQL refuses it: ${refusal}`
}

const REMEDY = 'run a test that executes it by `npm run statements -- <test file>`'

/** Statements without a record, and records whose sources have changed. */
function coverage({ home, sites, kept, all }: Required<Omit<Asked, 'schemas'>>): string[] {
  const templates = new Set(sites.map(({ template }) => template))
  const roots = new Set(kept.map(({ root }) => root))
  const parts = new Set(all.flatMap(({ templates: own }) => own))
  const unseen = sites.filter(
    (site) =>
      site.home === home &&
      site.strings.some((text) => /\w/.test(text)) &&
      !(isWhole(site) ? roots : parts).has(site.template),
  )
  const stale = kept.filter((one) => one.templates.some((id) => !templates.has(id)))
  return [
    ...unseen.map(
      ({ place }) => `${home} ${place}: none of its statements was recorded; ${REMEDY}`,
    ),
    ...stale.map(
      ({ place }) => `${home} ${place}: its SQL has changed since it was recorded; ${REMEDY}`,
    ),
  ]
}

/**
 * Whether a template is a statement of its own: it is executed, or declares its rows. Any other is
 * part of one.
 */
function isWhole({ isStatement, column, claims }: Site): boolean {
  return isStatement || (claims !== undefined && !column)
}
