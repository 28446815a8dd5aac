// The first part of every query's key. Both queries and invalidations take it from this list, so
// that a misspelt key does not compile instead of keeping a stale screen for ever.

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
