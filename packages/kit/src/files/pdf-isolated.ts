/** A text inside another, whose direction stays its own (UAX 9, first strong isolate). */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`
}
