// The first steps in a new company, shown to its administrator until there is a second user.
import { useQuery } from '@tanstack/react-query'
import { users } from '@rmtools/contracts/auth/users'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { paths } from '../base/paths.ts'
import { ask } from '../base/queries.ts'
import { To } from '../base/To.tsx'
import { Section } from '../ui/Page.tsx'
import { words } from './words.ts'
import styles from './home.module.css'

/**
 * Whether the current user is the company's only one and may invite others; undefined until known.
 */
export function useIsNewCompany(): boolean | undefined {
  const mayInvite = useMay(users.create)
  const { data, isLoading } = useQuery({
    ...ask('users', 'list', { count: true, limit: 1 }),
    enabled: mayInvite === true,
  })
  if (mayInvite === undefined || isLoading) return undefined
  return data?.total?.count === 1
}

const steps = [
  { word: words.settingsStep, hint: words.settingsHint, path: paths.settings() },
  { word: words.inviteStep, hint: words.inviteHint, path: paths.people() },
  { word: words.rmStep, hint: words.rmHint, path: paths.people() },
] as const

export function FirstSteps() {
  const say = useSay()
  return (
    <Section title={say(words.firstSteps)}>
      <ol className={styles['steps']}>
        {steps.map(({ word, hint, path }) => (
          <li key={word.en}>
            <To path={path} search={{}}>
              {say(word)}
            </To>
            <span>{say(hint)}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
