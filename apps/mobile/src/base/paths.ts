// Every path of the app, declared once.
import type { Href } from 'expo-router'

/** A path assembled at run time; the router types only literal ones. */
export const hrefOf = (address: string | { pathname: string; params: object }) => address as Href

export const paths = {
  leads: '/leads',
  lead: (id: string): Href => hrefOf(`/leads/${id}`),
  newLead: '/leads/new',
  investors: '/investors',
  investor: (id: string): Href => hrefOf(`/investors/${id}`),
  newInvestor: '/investors/new',
  kyc: (id: string, part?: string): Href =>
    hrefOf(part ? `/investors/${id}/kyc/${part}` : `/investors/${id}/kyc`),
  document: (id: string, type: string): Href => hrefOf(`/investors/${id}/documents/${type}`),
  transactions: (id: string): Href => hrefOf(`/investors/${id}/transactions`),
  /**
   * An order for an investor. `repeat` prefills it from an earlier instruction, `correct` from a
   * refused one in the outbox.
   */
  instruct: (
    id: string,
    given: { type?: string; product?: string; repeat?: string; correct?: string } = {},
  ): Href => hrefOf({ pathname: '/investors/[id]/instruct', params: { id, ...given } }),
  /** A new plan of an investor; `change` prefills it from the plan that is to be changed. */
  newPlan: (id: string, given: { product?: string; change?: string } = {}): Href =>
    hrefOf({ pathname: '/investors/[id]/plan', params: { id, ...given } }),
  plans: '/plans',
  plan: (id: string): Href => hrefOf(`/plans/${id}`),
  instructions: '/instructions',
  compare: (codes: readonly string[]): Href => hrefOf(`/products/compare?codes=${codes.join(',')}`),
  reports: '/reports',
  instruction: (id: string): Href => hrefOf(`/instructions/${id}`),
  product: (code: string): Href => hrefOf(`/products/${code}`),
  more: '/more',
  tray: '/tray',
  notifications: '/notifications',
  settings: '/settings',
  devices: '/devices',
} as const
