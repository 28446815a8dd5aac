import { sql, statements, type Db } from '@rmtools/kit/db'
import type { CrmDb } from '../db.ts'

const build = statements<CrmDb>()

/** Banks by name; those that were merged away only on request. */
export async function banksOf(db: Db, includeInactive: boolean) {
  const query = build.selectFrom('bank').selectAll().orderBy('name')
  return await db.all(includeInactive ? query : query.where('isActive', '=', true))
}

export type Level = 'province' | 'city' | 'district'

/** Areas of a level below `parent`, by name. */
export async function areasOf(db: Db, level: Level, parent: string) {
  if (level === 'province') return await db.all(build.selectFrom('province').select(['code', 'name']).orderBy('name'))
  if (level === 'city')
    return await db.all(build.selectFrom('city').select(['code', 'name']).where('provinceCode', '=', parent).orderBy('name'))
  return await db.all(build.selectFrom('district').select(['code', 'name']).where('cityCode', '=', parent).orderBy('name'))
}

/** Countries by their Indonesian name. */
export async function allCountries(db: Db) {
  return await db.all(build.selectFrom('country').selectAll().orderBy('nameId'))
}

/** Exchange holidays, of one year or of all. */
export async function holidaysOf(db: Db, year: number | undefined) {
  const query = build.selectFrom('marketHoliday').selectAll().orderBy('date')
  return await db.all(year === undefined ? query : query.where(sql<boolean>`extract(year from date) = ${year}`))
}
