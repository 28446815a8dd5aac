// Every place of the app, once. Notifications link to the same paths.
import type { Href } from 'expo-router'

export const paths = {
  today: '/',
  leads: '/leads',
  lead: (id: string): Href => `/leads/${id}` as Href,
  newLead: '/leads/new',
  investors: '/investors',
  investor: (id: string): Href => `/investors/${id}` as Href,
  instruction: (id: string): Href => `/instructions/${id}` as Href,
  product: (code: string): Href => `/products/${code}` as Href,
  tray: '/tray',
  notifications: '/notifications',
  settings: '/settings',
  devices: '/devices',
} as const
