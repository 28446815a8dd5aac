// Generated from the contracts by `npm run generate`. Do not edit.

export type Total = {
  count: number
  /** There are more than this */
  isCapped: boolean
}
