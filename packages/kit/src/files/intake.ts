// Every uploaded file passes here. A process unpacks one at a time, because a picture within the
// limits takes up to a third of a container's memory.
import { createGate } from '../process/gate.ts'

/**
 * All decoding and parsing of uploads goes through it. Both waits together stay below the timeout
 * between services.
 */
export const intakeGate = createGate({ atOnce: 1, waiting: 20, waitMs: 5000 })

/** Time limit for one file. */
export const INTAKE_MS = 9000
