// The token of a visit, kept for as long as the tab lives: a browser that throws the tab away
// between two steps restores it. Nothing outlives the tab.

const keyOf = (token: string) => `rmtools.visit.${token.slice(0, 12)}`

/** The visit of this tab, if there is one. */
export function keptVisit(token: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(token))
  } catch {
    // Storage can be forbidden; the page then asks for a code after each reload.
    return null
  }
}

/** Keeps a visit, or forgets it. */
export function keepVisit(token: string, visit: string | null): void {
  try {
    if (visit === null) sessionStorage.removeItem(keyOf(token))
    else sessionStorage.setItem(keyOf(token), visit)
  } catch {
    // As above.
  }
}
