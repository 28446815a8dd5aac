// Every screen and its address. Screens load on demand; the shell is there at once.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { offline } from '@rmtools/contracts/fetch'
import { Problem } from '@rmtools/contracts/problem'
import { paths } from '../base/paths.ts'
import { NotFound, ScreenFailed } from './Failures.tsx'
import { Guard } from './Guard.tsx'
import { Shell } from './Shell.tsx'
import { ScreenSkeleton } from './ScreenSkeleton.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })

/** Screens without a session. */
const publicRoot = createRoute({ getParentRoute: () => root, id: 'public', component: Outlet })
/**
 * The console: a session and the shell, with antd in our theme, which loads in parallel with the
 * screen.
 */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: () => (
    <Guard>
      <Shell />
    </Guard>
  ),
})
const themed = createRoute({
  getParentRoute: () => inside,
  id: 'themed',
  component: lazyRouteComponent(async () => await import('../ui/Themed.tsx'), 'Themed'),
  pendingComponent: ScreenSkeleton,
})

type Load<M> = () => Promise<M>

/**
 * Offline, the router would reload the whole page and lose it; the screen shows what is missing
 * instead.
 */
const orOffline =
  <M,>(load: Load<M>): Load<M> =>
  async () =>
    await load().catch((cause: unknown) => {
      throw navigator.onLine ? cause : new Problem(offline)
    })

type ScreenOf<M> = { [K in keyof M]: M[K] extends ComponentType ? K : never }[keyof M] & string

const screen = <M extends object>(path: string, load: Load<M>, name: ScreenOf<M>) =>
  createRoute({
    getParentRoute: () => themed,
    path,
    component: lazyRouteComponent(orOffline(load as Load<Record<string, ComponentType>>), name),
  })
const doorScreen = <M extends object>(path: string, load: Load<M>, name: ScreenOf<M>) =>
  createRoute({
    getParentRoute: () => publicRoot,
    path,
    component: lazyRouteComponent(orOffline(load as Load<Record<string, ComponentType>>), name),
  })

const tree = root.addChildren([
  publicRoot.addChildren([
    doorScreen(paths.signIn(), async () => await import('../sign-in/SignInPage.tsx'), 'SignInPage'),
    doorScreen(
      paths.resetPassword(),
      async () => await import('../sign-in/ResetPasswordPage.tsx'),
      'ResetPasswordPage',
    ),
    doorScreen(
      paths.setPassword(),
      async () => await import('../sign-in/SetPasswordPage.tsx'),
      'SetPasswordPage',
    ),
  ]),
  inside.addChildren([
    themed.addChildren([
      screen(
        paths.notifications(),
        async () => await import('../notifications/NotificationsPage.tsx'),
        'NotificationsPage',
      ),
      screen(
        paths.account(),
        async () => await import('../account/AccountPage.tsx'),
        'AccountPage',
      ),
      screen(
        paths.elsewhere('$companyId', '/$'),
        async () => await import('../account/ElsewherePage.tsx'),
        'ElsewherePage',
      ),
      screen(
        paths.companies(),
        async () => await import('../companies/CompaniesPage.tsx'),
        'CompaniesPage',
      ),
      screen(
        paths.company('$id'),
        async () => await import('../companies/CompanyPage.tsx'),
        'CompanyPage',
      ),
      screen(
        paths.settings(),
        async () => await import('../settings/SettingsPage.tsx'),
        'SettingsPage',
      ),
      screen(
        paths.settingsPart('$part'),
        async () => await import('../settings/SettingsPage.tsx'),
        'SettingsPage',
      ),
      screen(
        paths.secondPerson(),
        async () => await import('../second-person/SecondPersonPage.tsx'),
        'SecondPersonPage',
      ),
      screen(paths.people(), async () => await import('../people/PeoplePage.tsx'), 'PeoplePage'),
      screen(
        paths.person('$id'),
        async () => await import('../people/PersonPage.tsx'),
        'PersonPage',
      ),
      screen(paths.roles(), async () => await import('../people/RolesPage.tsx'), 'RolesPage'),
      screen(
        paths.review(),
        async () => await import('../investors/review/ReviewPage.tsx'),
        'ReviewPage',
      ),
      screen(
        paths.reviewCase('$id'),
        async () => await import('../investors/review/CasePage.tsx'),
        'CasePage',
      ),
      screen(
        paths.investors(),
        async () => await import('../investors/InvestorsPage.tsx'),
        'InvestorsPage',
      ),
      screen(
        paths.investor('$id'),
        async () => await import('../investors/InvestorPage.tsx'),
        'InvestorPage',
      ),
      screen(paths.leads(), async () => await import('../leads/LeadsPage.tsx'), 'LeadsPage'),
      screen(
        paths.instructions(),
        async () => await import('../instructions/InstructionsPage.tsx'),
        'InstructionsPage',
      ),
      screen(paths.plans(), async () => await import('../plans/PlansPage.tsx'), 'PlansPage'),
      screen(paths.plan('$id'), async () => await import('../plans/PlanPage.tsx'), 'PlanPage'),
      screen(
        paths.products(),
        async () => await import('../products/ProductsPage.tsx'),
        'ProductsPage',
      ),
      screen(
        paths.compareProducts(),
        async () => await import('../products/ComparePage.tsx'),
        'ComparePage',
      ),
      screen(
        paths.product('$code'),
        async () => await import('../products/ProductPage.tsx'),
        'ProductPage',
      ),
      screen(
        paths.reports(),
        async () => await import('../reports/ReportsPage.tsx'),
        'ReportsPage',
      ),
      screen(paths.sync(), async () => await import('../sync/SyncPage.tsx'), 'SyncPage'),
      screen(paths.audit(), async () => await import('../audit/AuditPage.tsx'), 'AuditPage'),
      screen(paths.home(), async () => await import('../home/HomePage.tsx'), 'HomePage'),
      screen(
        paths.instruction('$id'),
        async () => await import('../instructions/InstructionPage.tsx'),
        'InstructionPage',
      ),
      screen(
        paths.leadImport(),
        async () => await import('../leads/LeadImportPage.tsx'),
        'LeadImportPage',
      ),
      screen(paths.lead('$id'), async () => await import('../leads/LeadPage.tsx'), 'LeadPage'),
    ]),
  ]),
])

export const router = createRouter({
  routeTree: tree,
  basepath: '/admin',
  defaultPreload: 'intent',
  defaultPendingComponent: ScreenSkeleton,
  defaultPendingMs: 150,
  defaultErrorComponent: ScreenFailed,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
