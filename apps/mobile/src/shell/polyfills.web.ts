// Browsers have all of these APIs.
export const isComplete = true
