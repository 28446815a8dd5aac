import { Problem, type FieldError } from '@rmtools/contracts/problem'
import { faultText } from '@rmtools/look/faults'
import { problemText, requestText } from '@rmtools/look/problems'
import type { Language } from '@rmtools/look/words'

/** The code of a problem; any other error is a fault in our own code. */
export const codeOf = (error: unknown): string =>
  error instanceof Problem ? error.code : 'internal-error'

/** A problem as text. A fault of our own shows the number under which the log has it. */
export const textOf = (error: unknown, language: Language): string => {
  const number = error instanceof Problem ? requestText(error, language) : undefined
  return [problemText(codeOf(error), language), ...(number === undefined ? [] : [number])].join(' ')
}

/** The message for one field, by its JSON pointer, such as `/phone`. */
export function faultOf(error: unknown, pointer: string, language: Language): string | undefined {
  const errors: readonly FieldError[] = error instanceof Problem ? (error.errors ?? []) : []
  const found = errors.find((fault) => fault.pointer === pointer)
  return found && faultText(found.code, language)
}
