// Every place of the app, once. Notifications link to the same paths.
import type { Href } from 'expo-router'

export const paths = {
  today: '/',
  leads: '/leads',
  lead: (id: string): Href => `/leads/${id}` as Href,
  newLead: '/leads/new',
  investors: '/investors',
  investor: (id: string): Href => `/investors/${id}` as Href,
  newInvestor: '/investors/new',
  kyc: (id: string, part?: string): Href =>
    (part ? `/investors/${id}/kyc/${part}` : `/investors/${id}/kyc`) as Href,
  document: (id: string, type: string): Href => `/investors/${id}/documents/${type}` as Href,
  transactions: (id: string): Href => `/investors/${id}/transactions` as Href,
  /** An order for an investor; `repeat` fills it in as an earlier instruction, `mend` as one that was refused and waits on the device. */
  instruct: (
    id: string,
    given: { type?: string; product?: string; repeat?: string; correct?: string } = {},
  ): Href => ({ pathname: '/investors/[id]/instruct', params: { id, ...given } }) as Href,
  instructions: '/instructions',
  compare: (codes: readonly string[]): Href => `/products/compare?codes=${codes.join(',')}` as Href,
  reports: '/reports',
  instruction: (id: string): Href => `/instructions/${id}` as Href,
  product: (code: string): Href => `/products/${code}` as Href,
  tray: '/tray',
  notifications: '/notifications',
  settings: '/settings',
  devices: '/devices',
} as const
