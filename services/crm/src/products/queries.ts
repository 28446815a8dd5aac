import { sql, type Db } from '@rmtools/kit/db'

/**
 * Counts a change of a product; every process sees it at once, even if the transaction rolls back.
 */
export async function countChange(db: Db): Promise<void> {
  await db.all(sql`select nextval('product_edition')`)
}
