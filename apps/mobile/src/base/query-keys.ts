// The first part of every query's key. A key that is none of these does not compile, neither where something is asked for nor where
// news say that it is old: a misspelt one would keep an old screen for ever.

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
