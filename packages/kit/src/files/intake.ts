// Every uploaded file passes here. A process unpacks one at a time, because a picture within the limits takes up to a third of a
// container's memory.
import { createGate } from '../process/gate.ts'

/** All that is decoded or parsed goes through here. Both waits together stay below what the services give each other to answer. */
export const intakeGate = createGate({ atOnce: 1, waiting: 20, waitMs: 5000 })

/** What one file may take. */
export const INTAKE_MS = 9000
