// The parts that a reviewer marks for correction, each with its reason; absent where a case is
// read-only.
import { createContext, useContext } from 'react'

/** Reasons by the pointer of their part. */
export type Marks = Readonly<Record<string, string>>

export type Marking = {
  readonly marks: Marks
  /** Whether sending was attempted: from then on, marks without a reason are shown as faults. */
  readonly isTried: boolean
  write(pointer: string, reason: string): void
  drop(pointer: string): void
}

export const MarkingContext = createContext<Marking | null>(null)
export const useMarking = () => useContext(MarkingContext)

/** The marks that have no reason yet. */
export const unexplained = (marks: Marks): string[] =>
  Object.keys(marks).filter((pointer) => marks[pointer]?.trim() === '')
