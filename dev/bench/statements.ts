// The product's statements in a form that pgbench can run.
import pg from 'pg'
import { scopeValues, SET_SCOPE, systemOrigin } from '@rmtools/kit/scope'
import { benchCompany } from './actors.ts'

/** Sets the scope of a user who reads `companies`. */
export function scopeStatement(companies: readonly string[]): string {
  const values = scopeValues(
    { companyId: companies[0] ?? null, ownerId: null, userId: benchCompany(99), realm: 'tenant' },
    systemOrigin('bench'),
  )
  return SET_SCOPE.replaceAll(/\$(\d)/g, (_, index: string) =>
    pg.escapeLiteral(values[Number(index) - 1] ?? ''),
  )
}

/** The last statement of this form that crm sent, with its parameters filled in. */
export async function sentStatement(
  ownerUrl: string,
  { like, parameters }: { like: string; parameters: readonly string[] },
): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ query: string }>(
      `select query from pg_stat_activity where usename = 'crm_app' and query ~ $1 limit 1`,
      [like],
    )
    const text = rows[0]?.query
    if (text === undefined) throw new Error(`nothing like ${like} was sent`)
    return text.replaceAll(
      /\$(\d+)/g,
      (_, index: string) => parameters[Number(index) - 1] ?? 'null',
    )
  } finally {
    await client.end()
  }
}
