// The permissions for a screen's address, including records and tools below a menu item.
import { companies } from '@rmtools/contracts/auth/companies'
import { roles } from '@rmtools/contracts/auth/roles'
import { users } from '@rmtools/contracts/auth/users'
import { products } from '@rmtools/contracts/bff/products'
import { instructions } from '@rmtools/contracts/crm/instructions'
import { investors } from '@rmtools/contracts/crm/investors'
import { leadImports } from '@rmtools/contracts/crm/lead-imports'
import { leads } from '@rmtools/contracts/crm/leads'
import { mayGo, navigation, type NavItem } from './navigation.ts'
import { paths } from './paths.ts'

type Screen = Pick<NavItem, 'to' | 'needs'>

const tools: readonly Screen[] = [
  { to: paths.roles(), needs: [roles.list] },
  { to: paths.leadImport(), needs: [leadImports.create] },
  { to: paths.compareProducts(), needs: [products.list] },
]
const records: readonly Screen[] = [
  { to: paths.reviewCase(''), needs: [investors.get] },
  { to: paths.investor(''), needs: [investors.get] },
  { to: paths.instruction(''), needs: [instructions.get] },
  { to: paths.lead(''), needs: [leads.get] },
  { to: paths.person(''), needs: [users.get] },
  { to: paths.product(''), needs: [products.get] },
  { to: paths.company(''), needs: [companies.get] },
]

/**
 * Whether a user with these permissions may open an address; everybody may open those not listed
 * here.
 */
export function mayOpen(permissions: readonly string[], pathname: string): boolean {
  const screen =
    [...navigation.flat(), ...tools].find(({ to }) => to === pathname) ??
    records.find(({ to }) => pathname.startsWith(to))
  return screen === undefined || mayGo(permissions, screen)
}
