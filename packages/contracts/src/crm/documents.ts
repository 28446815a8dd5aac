// Documents of an investor. Images are re-encoded, and everything is served as a download by URLs
// that are valid for five minutes.
import Type, { type Static } from 'typebox'
import { can, endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { ById, Id, Instant } from '../fields.ts'
import { problemKind, unsupportedMediaType, wrongState, savedDifferently } from '../problem.ts'
import { consentNotInForce } from './consents.ts'
import type { InvestorKind } from './kyc.ts'
import { NamedList } from '../list-names.ts'

export const documentTypes = NamedList('DocumentType', [
  'ktp',
  'passport',
  'selfie',
  'npwp',
  'signature',
  'bank-book',
  'deed',
  'deed-amendment',
  'decree',
  'nib',
  'siup',
  'skd',
  'authorised-identity',
  'owner-identity',
  'board-resolution',
  'specimen-signatures',
  'other',
])
export type DocumentType = (typeof documentTypes)[number]

export const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024
export const MAX_DOCUMENTS = 20

export const fileUnreadable = problemKind('file-unreadable', 422, 'This file is damaged')
export const fileTooManyPixels = problemKind(
  'file-too-many-pixels',
  422,
  'This picture has too many pixels',
)
export const pictureTooSmall = problemKind(
  'picture-too-small',
  422,
  'This picture is too small or too narrow to be read',
)
export const fileActive = problemKind(
  'file-active',
  422,
  'This PDF holds scripts, attachments or other active content',
)
export const fileEncrypted = problemKind(
  'file-encrypted',
  422,
  'This PDF is protected by a password',
)
export const fileTooComplex = problemKind(
  'file-too-complex',
  422,
  'This file takes too long to read',
)
export const tooManyDocuments = problemKind(
  'too-many-documents',
  422,
  'An investor has at most 20 documents',
)
export const documentIdTaken = problemKind(
  'document-id-taken',
  409,
  'This id belongs to another record',
)
export const documentNotOpen = problemKind(
  'document-not-open',
  422,
  'This document was not returned for change',
)

/**
 * The documents that a case needs [B: the closest Indonesian analogue asks for these]; a company
 * may set its own list.
 */
export function requiredDocuments(
  kind: InvestorKind,
  identityType: string | null | undefined,
): DocumentType[] {
  if (kind === 'institutional')
    return ['deed', 'decree', 'nib', 'npwp', 'authorised-identity', 'specimen-signatures']
  return [identityType === 'passport' ? 'passport' : 'ktp', 'selfie', 'signature']
}

export const Document = Named(
  'Document',
  Shape({
    id: Id,
    investorId: Id,
    type: OneOf(documentTypes),
    status: OneOf(['declared', 'stored']),
    mediaType: Nullable(Type.String()),
    sizeBytes: Nullable(Type.Integer()),
    width: Nullable(Type.Integer()),
    height: Nullable(Type.Integer()),
    storedAt: Nullable(Instant),
    createdAt: Instant,
  }),
)
export type Document = Static<typeof Document>

/** Paths below the public origin; null until the content is stored, the thumbnail also for PDF. */
const DocumentWithLinks = Named(
  'DocumentWithLinks',
  Shape({
    ...Document.properties,
    path: Nullable(Type.String()),
    thumbnailPath: Nullable(Type.String()),
  }),
)

const ById2 = Shape({ id: Id, documentId: Id })
// A separate permission: a scan of an identity card shows what is masked elsewhere.
const readers = can('document.read', 'rm', 'reviewer', 'company-admin', 'auditor')
const writers = can('investor.write', 'rm')
export const uploadProblems = [
  wrongState,
  documentNotOpen,
  fileUnreadable,
  fileTooManyPixels,
  pictureTooSmall,
  fileActive,
  fileEncrypted,
  fileTooComplex,
  unsupportedMediaType,
]

export const documents = {
  list: endpoint({
    method: 'GET',
    path: '/crm/investors/{id}/documents',
    summary: 'Documents of an investor, with addresses that expire after five minutes',
    access: readers,
    params: ById,
    reply: Shape({ items: Type.Array(DocumentWithLinks) }),
  }),
  declare: endpoint({
    method: 'POST',
    path: '/crm/investors/{id}/documents',
    summary: 'Announce a document; upload its content to the path in the reply',
    access: writers,
    params: ById,
    body: Shape({ documentId: Type.Optional(Id), type: OneOf(documentTypes) }),
    reply: Shape({ document: Document, uploadPath: Type.String() }),
    status: 201,
    idempotent: true,
    problems: [
      wrongState,
      tooManyDocuments,
      documentIdTaken,
      savedDifferently,
      documentNotOpen,
      consentNotInForce,
    ],
  }),
  upload: endpoint({
    method: 'PUT',
    path: '/crm/investors/{id}/documents/{documentId}/content',
    summary: 'Upload the content: JPEG, PNG, WebP, HEIC, AVIF or PDF, at most 10 MB',
    description:
      'The type is detected from the content. Pictures are re-encoded, which removes location and camera data. PDFs are rewritten without links and actions.',
    access: writers,
    params: ById2,
    upload: { maxBytes: MAX_DOCUMENT_BYTES },
    reply: Document,
    problems: [...uploadProblems, consentNotInForce],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/crm/investors/{id}/documents/{documentId}',
    summary: 'Remove a document from a case that is not submitted',
    access: writers,
    params: ById2,
    problems: [wrongState, documentNotOpen],
  }),
  download: endpoint({
    method: 'GET',
    path: '/crm/files/{fileToken}',
    summary: 'A file by its signed address',
    description: 'The address is issued to one person, whom the audit trail names.',
    access: 'link',
    params: Shape({
      fileToken: Type.String({ pattern: '^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}$', maxLength: 300 }),
    }),
    produces: 'application/octet-stream',
    throttle: { points: 300, seconds: 60, by: 'address' },
  }),
}
