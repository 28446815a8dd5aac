// The actor and the company of a statement, for statements that must name them: as a value, or
// where row-level security shows more than the active company (kit/scope.ts).
import { sql } from 'kysely'

/** The active company; null outside any. */
export const activeCompany = sql<
  string | null
>`(select nullif(current_setting('app.company_id', true), '')::uuid)`
/** The acting user; null for the system or an investor. */
export const actingUser = sql<
  string | null
>`(select nullif(current_setting('app.user_id', true), '')::uuid)`

/**
 * For the rest of the transaction the audit trail records this kind of actor where no user acts.
 */
export const actAs = (kind: 'investor' | 'system') =>
  kind === 'investor'
    ? sql`select set_config('app.origin', (current_setting('app.origin')::jsonb || '{"kind": "investor"}'::jsonb)::text, true)`
    : sql`select set_config('app.origin', (current_setting('app.origin')::jsonb - 'kind')::text, true)`
