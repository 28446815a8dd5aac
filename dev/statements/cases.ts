// Statements with false claims, one for each fault that the check must find; the last ones are
// correct.
import { sql, statements } from '@rmtools/kit/db'

const id = '00000000-0000-0000-0000-000000000000'
const three = 3
const dear = sql`(select u.full_name from known_user u where u.id = l.rm_id) as rm_name`

const wrongName = sql<{ fullname: string }>`select full_name from lead where id = ${id}`
const wrongType = sql<{
  version: string
}>`select version from lead where id = ${id}`
const wrongArray = sql<{ tags: number[] }>`select tags from lead where id = ${id}`
const neverNull = sql<{ email: string }>`select email from lead where id = ${id}`
const outerJoin = sql<{ fullName: string }>`
  select u.full_name from lead l left join known_user u on u.id = l.rm_id where l.id = ${id}`
const fewerWords = sql<{
  status: 'new' | 'lost'
}>`select status from lead where id = ${id} order by status`
const wrongValue = sql`select 1 from lead where full_name = ${three}`
const noTable = sql`select 1 from leed`
const forgetful = sql`insert into investor_event (investor_id, kind, status, by) values (${id}, 'x', 'x', 'user')`
const emptySubSelect = sql<{
  rmName: string
}>`select (select u.full_name from known_user u where u.id = l.rm_id) as rm_name from lead l`
const built = statements<{ lead: { id: string; rmId: string; version: number } }>().selectFrom(
  'lead',
)
const builtNeverNull = built.select(
  sql<string>`(select k.full_name from known_user k where k.id = lead.rm_id)`.as('rmName'),
)
const builtWrongType = built.select(sql<string>`lead.version + ${three}::int`.as('next'))
const builtRefused = built.select('id').where(sql<boolean>`lead.version`)

const builtRight = built.select([
  sql<string | null>`(select m.full_name from known_user m where m.id = lead.rm_id)`.as('rmName'),
  sql<number>`lead.version + 1`.as('next'),
])
const right = sql<{
  id: string
  email: string | null
  status: 'new'
  version: number
  tags: string[]
  rmName: string | null
}>`select l.id, l.email, l.status, l.version, l.tags, ${dear} from lead l where l.status = 'new' and l.id = ${id}`
const rightWithout = sql<{
  email: string
}>`select email from lead where email is not null and version > ${three}`

export const cases = {
  wrongName,
  wrongType,
  wrongArray,
  neverNull,
  outerJoin,
  fewerWords,
  wrongValue,
  noTable,
  forgetful,
  emptySubSelect,
  builtNeverNull,
  builtWrongType,
  builtRefused,
  builtRight,
  right,
  rightWithout,
}
