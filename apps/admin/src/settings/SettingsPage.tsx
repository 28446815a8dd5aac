// The settings, one part at a time; each part loads when it is opened.
import { useParam } from '../base/params.ts'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, type ComponentType } from 'react'
import { companies } from '@rmtools/contracts/auth/companies'
import { messageTemplates } from '@rmtools/contracts/crm/message-templates'
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import type { Bilingual } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { useMe } from '../base/me.ts'
import { paths } from '../base/paths.ts'
import { Forbidden, Waiting } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { words } from './words.ts'
import styles from './Settings.module.css'

type Part = {
  key: string
  word: Bilingual
  needs: Pick<EndpointSpec, 'access'>
  View: ComponentType
}
const anybody = { access: 'session' } as const

const parts: readonly Part[] = [
  {
    key: 'company',
    word: words.company,
    needs: companies.own,
    View: lazy(async () => ({ default: (await import('./CompanyPart.tsx')).CompanyPart })),
  },
  {
    key: 'codes',
    word: words.codes,
    needs: anybody,
    View: lazy(async () => ({ default: (await import('./CodesPart.tsx')).CodesPart })),
  },
  {
    key: 'questionnaire',
    word: words.questionnaire,
    needs: anybody,
    View: lazy(async () => ({
      default: (await import('./QuestionnairePart.tsx')).QuestionnairePart,
    })),
  },
  {
    key: 'messages',
    word: words.messages,
    needs: messageTemplates.list,
    View: lazy(async () => ({ default: (await import('./MessagesPart.tsx')).MessagesPart })),
  },
  {
    key: 'holidays',
    word: words.holidays,
    needs: anybody,
    View: lazy(async () => ({ default: (await import('./HolidaysPart.tsx')).HolidaysPart })),
  },
  {
    key: 'banks',
    word: words.banks,
    needs: anybody,
    View: lazy(async () => ({ default: (await import('./BanksPart.tsx')).BanksPart })),
  },
]

export function SettingsPage() {
  const say = useSay()
  const me = useMe()
  const key = useParam('part') || 'company'
  const part = parts.find((one) => one.key === key)
  const may = ({ needs: { access } }: Part) =>
    !me || typeof access !== 'object' || me.permissions.includes(access.permission)
  return (
    <Page title={say(words.title)}>
      <div className={styles['frame']}>
        <nav aria-label={say(words.parts)} className={styles['nav']}>
          <ul>
            {parts.filter(may).map(({ key: one, word }) => (
              <li key={one}>
                <Link
                  to={one === 'company' ? paths.settings() : paths.settingsPart(one)}
                  activeOptions={{ exact: true, includeSearch: false }}
                >
                  {say(word)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles['part']}>
          {part && may(part) ? (
            <Suspense fallback={<Waiting rows={10} isFramed />}>
              <part.View />
            </Suspense>
          ) : (
            <Forbidden />
          )}
        </div>
      </div>
    </Page>
  )
}
