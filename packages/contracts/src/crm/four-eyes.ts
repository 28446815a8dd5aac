import { problemKind } from '../problem.ts'

/** Who made something does not approve it (maker and checker). */
export const fourEyes = problemKind('four-eyes', 403, 'Somebody else than who made this must decide')
