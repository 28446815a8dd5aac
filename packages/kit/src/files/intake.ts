// The door through which files of strangers come in. Whatever they are, one is unpacked at a time in a process: a picture within the limits
// takes up to a third of a container's memory.
import { createGate } from '../process/gate.ts'

/** All that is decoded or parsed goes through here. Both waits together stay below what the services give each other to answer. */
export const intakeGate = createGate({ atOnce: 1, waiting: 20, waitMs: 5000 })

/** What one file may take. */
export const INTAKE_MS = 9000
