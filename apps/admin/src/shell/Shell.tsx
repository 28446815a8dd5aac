// The frame of the console: menu, company, notifications.
import { Link, Outlet } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { useMe } from '../base/me.ts'
import {
  isFirstVisit,
  mayGo,
  navigation,
  rememberNavigation,
  wasAllowed,
  type NavItem,
} from '../base/navigation.ts'
import { ask } from '../base/queries.ts'
import { setBrand } from '../base/scheme.ts'
import { Bell } from './Bell.tsx'
import { Connection } from './Connection.tsx'
import { StepUp } from './StepUp.tsx'
import { UserMenu } from './UserMenu.tsx'
import styles from './Shell.module.css'

const CommandMenu = lazy(async () => ({ default: (await import('./CommandMenu.tsx')).CommandMenu }))
const COLLAPSED = 'rmtools.nav-collapsed'

export function Shell() {
  const say = useSay()
  const [isCollapsed, setCollapsed] = useState(() => localStorage.getItem(COLLAPSED) === '1')
  const [isSearching, setSearching] = useState(false)
  useShortcut('k', () => setSearching(true))
  useBrand()
  useRememberedPlaces()
  const toggle = () => {
    localStorage.setItem(COLLAPSED, isCollapsed ? '0' : '1')
    setCollapsed(!isCollapsed)
  }
  const Fold = isCollapsed ? PanelLeftOpen : PanelLeftClose
  const foldWord = isCollapsed
    ? say({ id: 'Bentangkan menu', en: 'Expand menu' })
    : say({ id: 'Ciutkan menu', en: 'Collapse menu' })
  return (
    <div className={styles['frame']} data-collapsed={isCollapsed}>
      <a className={styles['skip']} href="#content">
        {say({ id: 'Lompat ke isi', en: 'Skip to content' })}
      </a>
      <nav className={styles['nav']} aria-label={say({ id: 'Menu utama', en: 'Main menu' })}>
        <CompanyName />
        {navigation.map((group) => (
          <NavGroup key={group[0]?.to} group={group} />
        ))}
        <button
          className={styles['fold']}
          type="button"
          onClick={toggle}
          title={foldWord}
          aria-label={foldWord}
        >
          <Fold size={16} aria-hidden />
        </button>
      </nav>
      <header className={styles['top']}>
        <button className={styles['search']} type="button" onClick={() => setSearching(true)}>
          <Search size={14} aria-hidden />
          <span>{say(actions.search)}</span>
          <kbd>⌘K</kbd>
        </button>
        <StepUp />
        <Connection />
        <Bell />
        <UserMenu />
      </header>
      <main className={styles['main']} id="content" tabIndex={-1}>
        <Outlet />
      </main>
      {isSearching && (
        <Suspense>
          <CommandMenu onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </div>
  )
}

function CompanyName() {
  const me = useMe()
  const company = me?.companies.find(({ isActive }) => isActive)
  return (
    <div className={styles['company']}>
      <span className={styles['mark']} aria-hidden>
        {company?.name[0] ?? ''}
      </span>
      <strong>{company?.name ?? '\u00A0'}</strong>
    </div>
  )
}

function NavGroup({ group }: { group: readonly NavItem[] }) {
  const me = useMe()
  const say = useSay()
  // Until the permissions are known, the menu of the last visit is shown, and nothing on a first
  // visit, so that nothing jumps.
  const mine = group.filter((one) => (me ? mayGo(me.permissions, one) : wasAllowed(one)))
  if (mine.length === 0) return null
  return (
    <ul className={styles['group']}>
      {mine.map(({ to, word, icon: Icon }) => (
        <li key={to}>
          <Link
            to={to}
            activeOptions={{ exact: to === '/' }}
            title={say(word)}
            data-pending={!me}
            data-unknown={!me && isFirstVisit}
          >
            <Icon size={16} aria-hidden />
            <span>{say(word)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Remembers the menu for the next visit. */
function useRememberedPlaces(): void {
  const me = useMe()
  useEffect(() => {
    if (me) rememberNavigation(navigation.flat().filter((one) => mayGo(me.permissions, one)))
  }, [me])
}

/** Applies the active company's brand colour to the console. */
function useBrand(): void {
  const me = useMe()
  const { data } = useQuery({
    ...ask('companies', 'own'),
    staleTime: 300_000,
    enabled: me?.permissions.includes('company.read') ?? false,
  })
  useEffect(() => {
    if (data) setBrand(data.settings.brandColour)
  }, [data])
}

function useShortcut(key: string, run: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      run()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  })
}
