// Every address of the console, built here only.

export const paths = {
  home: () => '/',
  signIn: () => '/sign-in',
  resetPassword: () => '/reset-password',
  setPassword: () => '/set-password',
  review: () => '/review',
  reviewCase: (id: string) => `/review/${id}`,
  investors: () => '/investors',
  investor: (id: string) => `/investors/${id}`,
  instructions: () => '/instructions',
  instruction: (id: string) => `/instructions/${id}`,
  plans: () => '/plans',
  plan: (id: string) => `/plans/${id}`,
  leads: () => '/leads',
  leadImport: () => '/leads/import',
  lead: (id: string) => `/leads/${id}`,
  people: () => '/people',
  person: (id: string) => `/people/${id}`,
  roles: () => '/people/roles',
  products: () => '/products',
  product: (code: string) => `/products/${code}`,
  compareProducts: () => '/products/compare',
  reports: () => '/reports',
  secondPerson: () => '/second-person',
  sync: () => '/sync',
  audit: () => '/audit',
  settings: () => '/settings',
  settingsPart: (part: string) => `/settings/${part}`,
  companies: () => '/companies',
  company: (id: string) => `/companies/${id}`,
  notifications: () => '/notifications',
  account: () => '/account',
  /** A record in another of the user's companies, at its address there. */
  elsewhere: (companyId: string, path: string) => `/elsewhere/${companyId}${path}`,
} as const

export type Place = keyof typeof paths
/** Those whose address names no record. */
export type PlainPlace = {
  [P in Place]: Parameters<(typeof paths)[P]> extends [] ? P : never
}[Place]
