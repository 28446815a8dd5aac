import type { Bank, Holiday } from '@rmtools/contracts/crm/reference'
import { sql, statements, type Db } from '@rmtools/kit/db'
import type { Static } from 'typebox'
import type { CrmDb } from '../db.ts'

const build = statements<CrmDb>()

/** Banks by name; those that were merged into others only on request. */
export async function banksOf(db: Db, includeInactive: boolean) {
  const query = build.selectFrom('bank').selectAll().orderBy('name')
  return await db.all(includeInactive ? query : query.where('isActive', '=', true))
}

export type Level = 'province' | 'city' | 'district'

/** Areas of a level below `parent`, by name. */
export async function areasOf(db: Db, level: Level, parent: string) {
  if (level === 'province')
    return await db.all(build.selectFrom('province').select(['code', 'name']).orderBy('name'))
  if (level === 'city')
    return await db.all(
      build
        .selectFrom('city')
        .select(['code', 'name'])
        .where('provinceCode', '=', parent)
        .orderBy('name'),
    )
  return await db.all(
    build
      .selectFrom('district')
      .select(['code', 'name'])
      .where('cityCode', '=', parent)
      .orderBy('name'),
  )
}

/** Countries by their Indonesian name. */
export async function allCountries(db: Db) {
  return await db.all(build.selectFrom('country').selectAll().orderBy('nameId'))
}

/** Exchange holidays, of one year or of all. */
export async function holidaysOf(db: Db, year: number | undefined) {
  const query = build.selectFrom('marketHoliday').selectAll().orderBy('date')
  return await db.all(
    year === undefined ? query : query.where(sql<boolean>`extract(year from date) = ${year}`),
  )
}

type HolidayRow = Static<typeof Holiday>
type BankRow = Static<typeof Bank>

/** Sets a holiday; the database records who changed what. */
export async function putHoliday(
  db: Db,
  { date, name, isProvisional }: HolidayRow,
  reason: string | null,
): Promise<HolidayRow | undefined> {
  return await db.one(
    sql<HolidayRow>`select * from put_holiday(${date}::date, ${name}, ${isProvisional}::boolean, ${reason})`,
  )
}

/** Removes a holiday; false if there is none on that day. */
export async function removeHoliday(db: Db, date: string, reason: string | null): Promise<boolean> {
  const row = await db.one(
    sql<{ isRemoved: boolean }>`select remove_holiday(${date}::date, ${reason}) as is_removed`,
  )
  return row?.isRemoved ?? false
}

/** Changes a bank; undefined if it does not exist. */
export async function changeBank(
  db: Db,
  code: string,
  changes: Partial<Omit<BankRow, 'code'>>,
): Promise<BankRow | undefined> {
  const { isActive, ...others } = changes
  const columns = { ...others, ...(isActive === undefined ? {} : { is_active: isActive }) }
  return await db.one(
    sql<BankRow>`select * from change_bank(${code}, ${JSON.stringify(columns)}::jsonb)`,
  )
}
