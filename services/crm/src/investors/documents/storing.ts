// Creates, stores and removes documents, by the RM or by the investor through a link.
import {
  documentIdTaken,
  documentNotOpen,
  MAX_DOCUMENTS,
  tooManyDocuments,
  type Document,
  type DocumentType,
} from '@rmtools/contracts/crm/documents'
import { Problem } from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import type { Files } from '@rmtools/kit/files'
import { addJob } from '@rmtools/kit/jobs'
import { existing } from '@rmtools/kit/existing'
import { crmJobs } from '../../jobs.ts'
import type { CrmPorts } from '../../ports.ts'
import { requireOpen, type Editing } from '../case/editing.ts'
import { readContent } from './content.ts'
import {
  deleteDocument,
  documentById,
  documentsOf,
  insertDocument,
  storeContent,
  type DocumentRow,
} from './queries.ts'
import { requireSame } from '../../replays/rules.ts'

/** Creates the record of a document; a repeated id returns the stored one. */
export async function declare(
  db: Transaction,
  editing: Editing,
  { documentId, type }: { documentId?: string | undefined; type: DocumentType },
): Promise<Document> {
  const { investor } = editing
  requireOpen(editing, `/documents/${type}`, documentNotOpen)
  const id = documentId ?? crypto.randomUUID()
  const known = await documentById(db, investor.id, id)
  if (known) {
    requireSame({ type }, known, ['type'])
    return known
  }
  if ((await documentsOf(db, investor.id)).length >= MAX_DOCUMENTS)
    throw new Problem(tooManyDocuments)
  if (!(await insertDocument(db, { id, investorId: investor.id, type })))
    throw new Problem(documentIdTaken)
  return await changeable(db, editing, id)
}

/** A document that the holder of the pen may change. */
export async function changeable(
  db: Transaction,
  editing: Editing,
  id: string,
): Promise<DocumentRow> {
  const document = existing(await documentById(db, editing.investor.id, id))
  requireOpen(editing, `/documents/${document.type}`, documentNotOpen)
  return document
}

/** Removes a document; after the commit a job deletes its files. */
export async function discard(db: Transaction, editing: Editing, id: string): Promise<void> {
  const document = await changeable(db, editing, id)
  await deleteDocument(db, id)
  await eraseFiles(db, document)
}

async function eraseFiles(
  db: Transaction,
  { storageKey, thumbnailKey }: DocumentRow,
): Promise<void> {
  const keys = [storageKey, thumbnailKey].filter((key) => key !== null)
  if (keys.length > 0) await addJob(db, crmJobs.documentErase, { keys })
}

type Edit = <R>(work: (db: Transaction, editing: Editing) => Promise<R>) => Promise<R>

/**
 * Stores the content of a document. No connection is held while the file is read and written:
 * `edit` takes the pen once to check that the upload is allowed, and again to record its key.
 */
export async function upload(
  edit: Edit,
  documentId: string,
  bytes: Uint8Array,
  ports: Pick<CrmPorts, 'clock' | 'files'>,
): Promise<Document> {
  const { type } = await edit(async (db, editing) => await changeable(db, editing, documentId))
  const { bytes: clean, thumbnail, extension, ...content } = await readContent(bytes, type)
  const name = crypto.randomUUID()
  const storageKey = `documents/${name}.${extension}`
  const thumbnailKey = thumbnail ? `thumbnails/${name}.jpg` : null
  try {
    await ports.files.put(storageKey, clean)
    if (thumbnail && thumbnailKey) await ports.files.put(thumbnailKey, thumbnail)
    return await edit(async (db, editing) => {
      const before = await changeable(db, editing, documentId)
      const kept = {
        ...content,
        storageKey,
        thumbnailKey,
        sizeBytes: clean.length,
        uploadedBy: editing.by,
        storedAt: ports.clock.now().toISOString(),
      }
      await storeContent(db, documentId, kept)
      await eraseFiles(db, before)
      return await changeable(db, editing, documentId)
    })
  } catch (error) {
    // Other errors may hide a commit whose response was lost; the nightly check finds what nothing
    // refers to.
    if (error instanceof Problem && error.status < 500)
      await discardFiles(ports.files, storageKey, thumbnailKey)
    throw error
  }
}

/** Their record was not committed, so nothing refers to them. */
async function discardFiles(files: Files, ...keys: (string | null)[]): Promise<void> {
  for (const key of keys) if (key !== null) await files.delete(key).catch(() => undefined)
}
