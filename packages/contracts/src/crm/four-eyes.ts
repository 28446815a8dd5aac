import { Named } from '../endpoint.ts'
import Type from 'typebox'
import { problemKind } from '../problem.ts'

/** The maker of a record does not approve it (maker and checker). */
export const fourEyes = problemKind('four-eyes', 403, 'Somebody other than the author must decide')

/** Part of the reply of an operation that may have to wait for a second person. */
export const Waits = Named(
  'Waits',
  Type.Boolean({ description: 'The change waits for a second approval' }),
)
