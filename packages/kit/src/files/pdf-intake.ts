// PDFs of strangers, judged by pdf-judge.ts in a thread of its own.
import { INTAKE_MS, intakeGate } from './intake.ts'
import type { PdfVerdict } from './pdf-judge.ts'
import { createWorkshop, WorkshopFault } from './workshop.ts'

export type { PdfVerdict } from './pdf-judge.ts'

const workshop = createWorkshop<Uint8Array, PdfVerdict>({
  program: new URL('./pdf-intake-thread.ts', import.meta.url),
  gate: intakeGate,
  taskMs: INTAKE_MS,
  heapMb: 224,
  idleMs: 60_000,
})

/**
 * Returns the file rewritten without active parts, or the reason for refusing it. Throws 503 when
 * too many files are waiting.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfVerdict> {
  try {
    return await workshop.run(bytes)
  } catch (error) {
    if (error instanceof WorkshopFault) return { refused: 'too-complex', what: error.message }
    throw error
  }
}
