// The permissions for a screen's address, including records and tools outside of the menu.
import { companies } from '@rmtools/contracts/auth/companies'
import { roles } from '@rmtools/contracts/auth/roles'
import { users } from '@rmtools/contracts/auth/users'
import { products } from '@rmtools/contracts/bff/products'
import { instructions } from '@rmtools/contracts/crm/instructions'
import { investors } from '@rmtools/contracts/crm/investors'
import { leadImports } from '@rmtools/contracts/crm/lead-imports'
import { leads } from '@rmtools/contracts/crm/leads'
import { plans } from '@rmtools/contracts/crm/plans'
import { keysOf } from '@rmtools/contracts/keys'
import { mayGo, navigation, type InMenu, type Needed } from './navigation.ts'
import { paths, type Place } from './paths.ts'

/**
 * What the screens outside of the menu need: any one of these, or nothing. A place that is neither
 * here nor in the menu does not compile.
 */
const others: Readonly<Record<Exclude<Place, InMenu>, readonly Needed[]>> = {
  signIn: [],
  resetPassword: [],
  setPassword: [],
  account: [],
  notifications: [],
  elsewhere: [],
  roles: [roles.list],
  leadImport: [leadImports.create],
  compareProducts: [products.list],
  reviewCase: [investors.get],
  investor: [investors.get],
  instruction: [instructions.get],
  plan: [plans.get],
  lead: [leads.get],
  person: [users.get],
  product: [products.get],
  company: [companies.get],
  // Each part asks for its own permission.
  settingsPart: [],
}

type Screen = { readonly address: string; readonly needs: readonly Needed[] }

const screens: readonly Screen[] = [
  ...navigation.flat().map(({ to, needs }) => ({ address: to, needs })),
  ...keysOf(others).map((place) => ({ address: startOf(place), needs: others[place] })),
]

/** The address of a place, or how the addresses of its records start. */
function startOf(place: Place): string {
  const build: (...ids: string[]) => string = paths[place]
  return build('', '')
}

const isOfRecords = (address: string): boolean => address !== '/' && address.endsWith('/')

/** Whether a user with these permissions may open an address. */
export function mayOpen(permissions: readonly string[], pathname: string): boolean {
  const screen =
    screens.find(({ address }) => address === pathname) ??
    screens.find(({ address }) => isOfRecords(address) && pathname.startsWith(address))
  return screen === undefined || mayGo(permissions, screen)
}
