// The first part of every query's key. Queries and invalidations both take it from this list, so
// that a misspelt key does not compile; otherwise a screen would silently stay stale.

export type QueryNoun =
  | 'banks'
  | 'companies'
  | 'company'
  | 'countries'
  | 'devices'
  | 'holidays'
  | 'instruction'
  | 'instructions'
  | 'investor'
  | 'investors'
  | 'lead'
  | 'lead-activities'
  | 'lead-duplicates'
  | 'leads'
  | 'me'
  | 'membership-offers'
  | 'navs'
  | 'notifications'
  | 'places'
  | 'plan'
  | 'plans'
  | 'portfolio'
  | 'preferences'
  | 'products'
  | 'reports'
  | 'risk-questionnaire'
  | 'sessions'
  | 'today'

declare module '@tanstack/react-query' {
  interface Register {
    queryKey: readonly [QueryNoun, ...unknown[]]
  }
}
