// A browser has all of it.
export const isComplete = true
