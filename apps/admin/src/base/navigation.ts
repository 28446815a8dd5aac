// The console's menu in the order of a working day, each item with the permissions it needs.
import {
  Activity,
  Building2,
  CalendarSync,
  ChartNoAxesCombined,
  ClipboardCheck,
  FileText,
  House,
  Landmark,
  type LucideIcon,
  Package,
  RefreshCw,
  Settings,
  UserCheck,
  UserRoundSearch,
  Users,
} from 'lucide-react'
import { audit } from '@rmtools/contracts/auth/audit'
import { companies } from '@rmtools/contracts/auth/companies'
import { users } from '@rmtools/contracts/auth/users'
import { products } from '@rmtools/contracts/bff/products'
import { reports } from '@rmtools/contracts/bff/reports'
import { instructions } from '@rmtools/contracts/crm/instructions'
import { investors } from '@rmtools/contracts/crm/investors'
import { leads } from '@rmtools/contracts/crm/leads'
import { outbox } from '@rmtools/contracts/crm/outbox'
import { plans } from '@rmtools/contracts/crm/plans'
import { reconciliations } from '@rmtools/contracts/crm/reconciliations'
import { pendingChanges } from '@rmtools/contracts/second-person'
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import { planWords } from '@rmtools/look/plan-words'
import { nouns, type Bilingual } from '@rmtools/look/words'
import { paths, type Place, type PlainPlace } from './paths.ts'

export type NavItem<P extends Place = Place> = {
  readonly place: P
  readonly to: string
  readonly word: Bilingual
  readonly icon: LucideIcon
  /** Any one of these suffices; if empty, everybody may open it. */
  readonly needs: readonly Needed[]
}
export type Needed = Pick<EndpointSpec, 'access'>

const navItem = <P extends PlainPlace>(
  place: P,
  word: Bilingual,
  icon: LucideIcon,
  ...needs: readonly Needed[]
): NavItem<P> => ({ place, to: paths[place](), word, icon, needs })

/** Whether a user with these permissions may open the item. */
export function mayGo(permissions: readonly string[], { needs }: Pick<NavItem, 'needs'>): boolean {
  return (
    needs.length === 0 ||
    needs.some(
      ({ access }) => typeof access !== 'object' || permissions.includes(access.permission),
    )
  )
}

const menu = [
  [navItem('home', { id: 'Beranda', en: 'Home' }, House)],
  [
    navItem('review', nouns.kycReview, ClipboardCheck, investors.review),
    navItem('investors', nouns.investors, Landmark, investors.list),
    navItem('instructions', nouns.instructions, FileText, instructions.list),
    navItem('plans', planWords.plans, CalendarSync, plans.list),
    navItem('leads', nouns.leads, UserRoundSearch, leads.list),
  ],
  [
    navItem('products', nouns.products, Package, products.list),
    navItem('reports', nouns.reports, ChartNoAxesCombined, reports.aum),
  ],
  [
    navItem('people', { id: 'Pengguna', en: 'People' }, Users, users.list),
    navItem(
      'secondPerson',
      { id: 'Persetujuan kedua', en: 'Second approval' },
      UserCheck,
      pendingChanges.list,
    ),
    navItem(
      'sync',
      { id: 'Sinkronisasi', en: 'Sync' },
      RefreshCw,
      outbox.list,
      reconciliations.list,
      outbox.poison,
    ),
    navItem('audit', nouns.auditTrail, Activity, audit.trail),
    navItem('settings', nouns.settings, Settings, companies.own),
    navItem('companies', { id: 'Perusahaan', en: 'Companies' }, Building2, companies.list),
  ],
]

export const navigation: readonly (readonly NavItem[])[] = menu
/** The places that the menu leads to; `allowed.ts` states the others. */
export type InMenu = (typeof menu)[number][number]['place']

const STORAGE_KEY = 'rmtools.places'
const remembered = localStorage.getItem(STORAGE_KEY)?.split(' ')

export const isFirstVisit = remembered === undefined

/**
 * Whether the user of the last visit in this browser could open the item; true on the first visit.
 */
export const wasAllowed = ({ to }: NavItem): boolean => remembered?.includes(to) ?? true

/** Remembers the items that the user may open. */
export const rememberNavigation = (items: readonly NavItem[]): void =>
  localStorage.setItem(STORAGE_KEY, items.map(({ to }) => to).join(' '))
