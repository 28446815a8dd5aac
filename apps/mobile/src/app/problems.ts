import { Problem, type FieldError } from '@rmtools/contracts/problem'
import { faultText } from '@rmtools/look/faults'
import { problemText } from '@rmtools/look/problems'
import type { Language } from '@rmtools/look/words'

/** The code of a problem; anything else is a fault of ours. */
export const codeOf = (error: unknown): string => (error instanceof Problem ? error.code : 'internal-error')

/** A problem in words. */
export const textOf = (error: unknown, language: Language): string => problemText(codeOf(error), language)

/** The words of the fault of one field, by its pointer, such as `/phone`. */
export function faultOf(error: unknown, pointer: string, language: Language): string | undefined {
  const errors: readonly FieldError[] = error instanceof Problem ? (error.errors ?? []) : []
  const found = errors.find((fault) => fault.pointer === pointer)
  return found && faultText(found.code, language)
}
