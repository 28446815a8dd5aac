import { useParam } from '../base/params.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { editedUserFields, userDescription } from '@rmtools/contracts/auth/user-fields'
import type { User } from '@rmtools/contracts/auth/users'
import { userStates } from '@rmtools/look/states'
import { useSay } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { ask } from '../base/queries.ts'
import { useWaitingOf } from '../second-person/changes.ts'
import { WaitingHere } from '../second-person/WaitingHere.tsx'
import { Columns } from '../ui/Columns.tsx'
import { KeyValues } from '../ui/KeyValues.tsx'
import { Refusal, Waiting } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { State } from '../ui/State.tsx'
import { Ago, Code } from '../ui/values.tsx'
import { Access } from './Access.tsx'
import { Claimed } from './Claimed.tsx'
import { Licence } from './Licence.tsx'
import { PersonActs } from './PersonActs.tsx'
import { languages } from './controls.tsx'
import { useRoles } from './role-names.ts'
import { words } from './words.ts'

export function PersonPage() {
  const say = useSay()
  const id = useParam('id')
  const { data: user, error, refetch } = useQuery(ask('users', 'get', { id }))
  const isHere = user?.id === id
  const waiting = useWaitingOf({ subject: id })
  const placeholder = error ? say(words.person) : '\u00A0'
  return (
    <Page
      title={isHere ? user.fullName : placeholder}
      back={<Link to={paths.people()}>{say(words.title)}</Link>}
      aside={isHere && <State state={userStates[user.status]} />}
      actions={isHere && <PersonActs user={user} />}
    >
      <Refusal problem={error} onRetry={() => void refetch()} />
      {isHere && <WaitingHere changes={waiting.items} />}
      {(isHere || !error) && (
        <div hidden={!waiting.isKnown}>
          <Columns aside={<Profile user={isHere ? user : undefined} />}>
            <Access id={id} name={isHere ? user.fullName : ''} />
          </Columns>
        </div>
      )}
    </Page>
  )
}

// Fields without a presentation of their own below.
const lines = editedUserFields.filter((name) => userDescription.of(name).shown === 'line')

function Profile({ user }: { user: User | undefined }) {
  const say = useSay()
  const { nameOf } = useRoles()
  if (!user)
    return (
      <Section title={say(words.profile)}>
        <Waiting rows={8} />
      </Section>
    )
  return (
    <Section title={say(words.profile)}>
      <KeyValues
        items={[
          [
            say(words.email),
            <Claimed key="email" value={user.email} isProved={user.isEmailProved} />,
          ],
          [
            say(words.phone),
            <Claimed
              key="phone"
              value={user.phone && <Code>{user.phone}</Code>}
              isProved={user.isPhoneProved}
            />,
          ],
          [say(words.role), nameOf(user.role)],
          [
            say(words.licence),
            <Licence key="licence" number={user.licenceNumber} expiresOn={user.licenceExpiresOn} />,
          ],
          [say(words.language), languages.find(({ value }) => value === user.language)?.label],
          ...lines.map((name) => [say(userDescription.of(name).label), user[name]] as const),
          [
            say(words.lastLogin),
            user.lastLoginAt ? <Ago key="login" at={user.lastLoginAt} /> : say(words.never),
          ],
          [say(words.joined), <Ago key="joined" at={user.createdAt} />],
          ...(user.isInvited ? [[say(words.status), say(words.invited)] as const] : []),
          ...(user.decisionReason
            ? [[say(words.decisionReason), user.decisionReason] as const]
            : []),
        ]}
      />
    </Section>
  )
}
