import { sql, type Db } from '@rmtools/kit/db'

/** Counts a change of a product; heard by every process at once, whatever becomes of the transaction. */
export async function countChange(db: Db): Promise<void> {
  await db.all(sql`select nextval('product_edition')`)
}
