import type { Document, DocumentType } from '@rmtools/contracts/crm/documents'
import { actAs } from '@rmtools/kit/acting'
import { sql, statements, type Db } from '@rmtools/kit/db'
import type { CrmDb } from '../../db.ts'

const build = statements<CrmDb>()

export type DocumentRow = Document & {
  companyId: string
  storageKey: string | null
  thumbnailKey: string | null
  sha256: string | null
}

// Joined with the investor, whose policy determines the book.
const fromDocuments = sql`select d.* from investor_document d join investor i on i.id = d.investor_id`

/** The documents of an investor within the caller's reach, oldest first. */
export async function documentsOf(db: Db, investorId: string): Promise<DocumentRow[]> {
  return await db.all(
    sql<DocumentRow>`${fromDocuments} where d.investor_id = ${investorId} order by d.created_at, d.id`,
  )
}

/** One document of an investor. */
export async function documentById(
  db: Db,
  investorId: string,
  id: string,
): Promise<DocumentRow | undefined> {
  return await db.one(
    sql<DocumentRow>`${fromDocuments} where d.investor_id = ${investorId} and d.id = ${id}`,
  )
}

/** Creates the record of a document; false if its id exists. */
export async function insertDocument(
  db: Db,
  document: { id: string; investorId: string; type: DocumentType },
): Promise<boolean> {
  return (
    (await db.run(
      build
        .insertInto('investorDocument')
        .values(document)
        .onConflict((conflict) => conflict.column('id').doNothing()),
    )) > 0
  )
}

export type StoredContent = {
  storageKey: string
  thumbnailKey: string | null
  mediaType: string
  sizeBytes: number
  sha256: string
  width: number | null
  height: number | null
  uploadedBy: 'user' | 'investor'
  storedAt: string
}

/** Stores the key under which a document's content is kept. */
export async function storeContent(db: Db, id: string, content: StoredContent): Promise<void> {
  await db.run(
    build
      .updateTable('investorDocument')
      .set({ ...content, status: 'stored' })
      .where('id', '=', id),
  )
}

/** Deletes the record of a document. */
export async function deleteDocument(db: Db, id: string): Promise<void> {
  await db.run(build.deleteFrom('investorDocument').where('id', '=', id))
}

/** The document of the active company whose content or thumbnail has the key. */
export async function documentByKey(db: Db, key: string): Promise<DocumentRow | undefined> {
  return await db.one(
    sql<DocumentRow>`select * from investor_document where storage_key = ${key} or thumbnail_key = ${key}`,
  )
}

/** A URL without a user is opened by another system, not by an investor. */
export async function actAsSystem(db: Db): Promise<void> {
  await db.all(actAs('system'))
}
