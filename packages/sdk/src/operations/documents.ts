// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { Id, Instant } from './fields.ts'

export type Document = {
  id: Id
  investorId: Id
  type: DocumentType
  status: 'declared' | 'stored'
  mediaType: string | null
  sizeBytes: number | null
  width: number | null
  height: number | null
  storedAt: Instant | null
  createdAt: Instant
}

export type DocumentType = 'ktp' | 'passport' | 'selfie' | 'npwp' | 'signature' | 'bank-book' | 'deed' | 'deed-amendment' | 'decree' | 'nib' | 'siup' | 'skd' | 'authorised-identity' | 'owner-identity' | 'board-resolution' | 'specimen-signatures' | 'other'

export type DocumentWithLinks = {
  id: Id
  investorId: Id
  type: DocumentType
  status: 'declared' | 'stored'
  mediaType: string | null
  sizeBytes: number | null
  width: number | null
  height: number | null
  storedAt: Instant | null
  createdAt: Instant
  path: string | null
  thumbnailPath: string | null
}

export type DocumentsListInput = {
  id: Id
}

export type DocumentsDeclareInput = {
  id: Id
  documentId?: Id
  type: DocumentType
}

export type DocumentsUploadInput = {
  id: Id
  documentId: Id
  bytes: Uint8Array
}

export type DocumentsRemoveInput = {
  id: Id
  documentId: Id
}

export type DocumentsDownloadInput = {
  fileToken: string
}

export type DocumentsApi = {
  /**
   * Documents of an investor, with addresses that expire after five minutes
   *
   * Needs the permission `document.read`.
   */
  list: Method<DocumentsListInput, {
    items: Array<DocumentWithLinks>
  }>
  /**
   * Announce a document; upload its content to the path in the reply
   *
   * Needs the permission `investor.write`.
   */
  declare: Method<DocumentsDeclareInput, {
    document: Document
    uploadPath: string
  }>
  /**
   * Upload the content: JPEG, PNG, WebP, HEIC, AVIF or PDF, at most 10 MB
   *
   * The type is detected from the content. Pictures are re-encoded, which removes location and camera data. PDFs are rewritten without links and actions.
   *
   * Needs the permission `investor.write`.
   */
  upload: Method<DocumentsUploadInput, Document>
  /**
   * Remove a document from a case that is not submitted
   *
   * Needs the permission `investor.write`.
   */
  remove: Method<DocumentsRemoveInput, void>
  /**
   * A file by its signed address
   *
   * The address is issued to one person, whom the audit trail names.
   */
  download: Method<DocumentsDownloadInput, Uint8Array>
}

export const documents = {
  list: {"method":"GET","path":"/crm/investors/{id}/documents","reply":"json"},
  declare: {"method":"POST","path":"/crm/investors/{id}/documents","body":["documentId","type"],"reply":"json","needsKey":true},
  upload: {"method":"PUT","path":"/crm/investors/{id}/documents/{documentId}/content","body":"bytes","reply":"json"},
  remove: {"method":"DELETE","path":"/crm/investors/{id}/documents/{documentId}"},
  download: {"method":"GET","path":"/crm/files/{fileToken}","reply":"bytes","isPublic":true},
} as const satisfies Operations[string]
