import type { ProblemKind } from '../problem.ts'

/** Why an order is refused, and at which field; `figure` is the limit that it breaks. */
export type OrderRefusal = { kind: ProblemKind; pointer: string; detail?: string; figure?: string }
