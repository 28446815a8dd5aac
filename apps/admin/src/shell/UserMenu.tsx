// The user menu: switch company, language, appearance, sign out.
import { Link } from '@tanstack/react-router'
import { Check, ChevronDown } from 'lucide-react'
import { useId, useRef, useState, type ReactNode } from 'react'
import { actions, roles, type Language } from '@rmtools/look/words'
import { api } from '../base/api.ts'
import { useChangeCompany } from '../base/company.ts'
import { useChooseLanguage } from '../ui/ChooseLanguage.tsx'
import { useSay } from '../base/language.ts'
import { useMe } from '../base/me.ts'
import { paths } from '../base/paths.ts'
import { queryClient } from '../base/queries.ts'
import { chooseScheme, schemeChoice, type SchemeChoice } from '../base/scheme.ts'
import { leave } from '../base/session.ts'
import styles from './Shell.module.css'

const named: Readonly<Record<string, { id: string; en: string }>> = roles
const roleWord = (role: string) => named[role] ?? { id: role, en: role }

export function UserMenu() {
  const say = useSay()
  const me = useMe()
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  return (
    <>
      <button className={styles['user']} type="button" popoverTarget={id}>
        {/* A separate element with the name, not a longer one, so that nothing moves. */}
        <span key={me?.id ?? ''}>{me?.fullName ?? '\u00A0'}</span>
        <ChevronDown size={14} aria-hidden />
      </button>
      <div className={styles['menu']} id={id} popover="auto" ref={menu}>
        {me && (
          <p>
            <strong>{me.fullName}</strong>
            <br />
            {say(roleWord(me.role))}
          </p>
        )}
        <Companies />
        <Choices />
        <Link to={paths.account()} onClick={() => menu.current?.hidePopover()}>
          {say({ id: 'Akun dan keamanan', en: 'Account and security' })}
        </Link>
        <button type="button" onClick={() => void signOut()}>
          {say(actions.signOut)}
        </button>
      </div>
    </>
  )
}

function Companies() {
  const say = useSay()
  const me = useMe()
  const { run } = useChangeCompany()
  if (!me || me.companies.length < 2) return null
  return (
    <Group label={say({ id: 'Bekerja untuk', en: 'Work for' })}>
      {me.companies.map(({ id, name, role, isActive }) => (
        <Choice key={id} isChosen={isActive} onChoose={() => void run({ companyId: id })}>
          {name} · {say(roleWord(role))}
        </Choice>
      ))}
    </Group>
  )
}

function Choices() {
  const say = useSay()
  const chooseLanguage = useChooseLanguage()
  const [scheme, setScheme] = useState(schemeChoice)
  const languages: [Language, string][] = [
    ['id', 'Bahasa Indonesia'],
    ['en', 'English'],
  ]
  const schemes: [SchemeChoice, string][] = [
    ['system', say({ id: 'Ikuti perangkat', en: 'Follow the device' })],
    ['light', say({ id: 'Terang', en: 'Light' })],
    ['dark', say({ id: 'Gelap', en: 'Dark' })],
  ]
  return (
    <>
      <Group label={say({ id: 'Bahasa', en: 'Language' })}>
        {languages.map(([language, name]) => (
          <Choice
            key={language}
            isChosen={say.language === language}
            onChoose={() => chooseLanguage(language)}
          >
            {name}
          </Choice>
        ))}
      </Group>
      <Group label={say({ id: 'Tampilan', en: 'Appearance' })}>
        {schemes.map(([choice, name]) => (
          <Choice
            key={choice}
            isChosen={scheme === choice}
            onChoose={() => {
              chooseScheme(choice)
              setScheme(choice)
            }}
          >
            {name}
          </Choice>
        ))}
      </Group>
    </>
  )
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className={styles['menuGroup']}>
      <small aria-hidden>{label}</small>
      {children}
    </div>
  )
}

function Choice({
  isChosen,
  onChoose,
  children,
}: {
  isChosen: boolean
  onChoose: () => void
  children: ReactNode
}) {
  return (
    <button type="button" aria-pressed={isChosen} onClick={onChoose}>
      <Check size={14} aria-hidden visibility={isChosen ? 'visible' : 'hidden'} />
      {children}
    </button>
  )
}

async function signOut(): Promise<void> {
  await api.sessions.logoutByPost().catch(() => undefined)
  leave()
  queryClient.clear()
}
