// Generated from the contracts by `npm run generate`. Do not edit.

/** The change waits for a second approval */
export type Waits = boolean
