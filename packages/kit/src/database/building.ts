// Statements before they are sent: built by Kysely, which never runs anything itself.
import {
  CamelCasePlugin,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type RawBuilder,
} from 'kysely'
import type { Sent } from './pg-query.ts'

/** Anything that compiles to one statement: a Kysely query or a `sql` fragment. */
export type Statement<T> = { compile(): CompiledQuery<T> } | RawBuilder<T>

/**
 * The typed statement builder of a service's tables; it compiles statements and never runs them.
 */
export function statements<Tables>(): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [new CamelCasePlugin()],
  })
}

const fragments = statements<unknown>().withoutPlugins()

function compiled<T>(statement: Statement<T>): CompiledQuery<T> {
  return 'isRawBuilder' in statement ? statement.compile(fragments) : statement.compile()
}

type Built = Pick<CompiledQuery, 'sql' | 'query'>
const listening = new Set<(built: Built) => void>()

/**
 * Calls `hear` with every statement of this process until the returned function is called. For
 * tests, which collect or count statements.
 */
export function onStatement(hear: (built: Built) => void): () => void {
  listening.add(hear)
  return () => void listening.delete(hear)
}

/** A statement's text and values. */
export function sentOf(statement: Statement<unknown>): Sent {
  const built = compiled(statement)
  for (const hear of listening) hear(built)
  return { text: built.sql, values: built.parameters }
}
