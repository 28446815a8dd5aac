// Users waiting for approval first, then all users.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { users, userStatuses, type User } from '@rmtools/contracts/auth/users'
import { today } from '@rmtools/look/format'
import { userStates } from '@rmtools/look/states'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { paths } from '../base/paths.ts'
import { askPages } from '../base/queries.ts'
import { oneOf, text, useAddress } from '../base/search.ts'
import { accessHere, PlatformAccessHere } from '../companies/PlatformAccess.tsx'
import { useWaitingOf } from '../second-person/changes.ts'
import { WaitingHere } from '../second-person/WaitingHere.tsx'
import type { Column } from '../ui/columns.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { Empty } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Pick } from '../ui/Pick.tsx'
import { SearchInput } from '../ui/SearchInput.tsx'
import { State } from '../ui/State.tsx'
import { Ago, Code } from '../ui/values.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { Claimed } from './Claimed.tsx'
import { Decision } from './Decision.tsx'
import { InviteForm } from './InviteForm.tsx'
import { dayFromToday, Licence, SOON_DAYS } from './Licence.tsx'
import { useRoles } from './role-names.ts'
import { words } from './words.ts'
import styles from './People.module.css'

const readers = {
  search: text(),
  status: oneOf(userStatuses),
  role: text(50),
  licence: oneOf(['expired', 'expiring']),
}

const pendingUsers = askPages('users', 'list', { status: 'pending', order: 'oldest', limit: 20 })

export function PeoplePage() {
  const say = useSay()
  const mayInvite = useMay(users.create)
  const [isInviting, setInviting] = useState(false)
  const pending = useInfiniteQuery(pendingUsers)
  const waiting = useWaitingOf({ kinds: ['user-invitation', 'membership-offer'] })
  const isAccessKnown = !useQuery(accessHere()).isPending && waiting.isKnown
  return (
    <Page
      title={say(words.title)}
      actions={
        <>
          <Link to={paths.roles()} className={`button ${styles['link']}`}>
            {say(words.roles)}
          </Link>
          <WithReason reason={mayInvite === false ? say(words.mayNotInvite) : undefined}>
            {(described) => (
              <Button type="primary" {...described} onClick={() => setInviting(true)}>
                {say(words.invite)}
              </Button>
            )}
          </WithReason>
        </>
      }
    >
      <PlatformAccessHere />
      <WaitingHere changes={waiting.items} />
      {/* Fetched at once, shown when the height of the content above is known, so that nothing moves. */}
      <div hidden={!isAccessKnown}>
        <Pending />
      </div>
      <div hidden={!isAccessKnown || pending.isPending}>
        <Everybody />
      </div>
      {isInviting && <InviteForm onClose={() => setInviting(false)} />}
    </Page>
  )
}

function Pending() {
  const say = useSay()
  const columns: Column<User>[] = [
    { key: 'name', title: say(words.name), render: ({ fullName }) => fullName, isName: true },
    { key: 'contact', title: say(words.contact), render: (user) => <Contact user={user} /> },
    {
      key: 'licence',
      title: say(words.licence),
      render: (user) => <Licence number={user.licenceNumber} expiresOn={user.licenceExpiresOn} />,
    },
    {
      key: 'applied',
      title: say(words.applied),
      render: ({ createdAt }) => <Ago at={createdAt} />,
    },
    {
      key: 'decide',
      title: say(words.decision),
      isUntitled: true,
      render: (user) => <Decision user={user} size="small" />,
      align: 'right',
      width: 180,
    },
  ]
  return (
    <section className={styles['part']}>
      <h2>{say(words.pending)}</h2>
      <DataTable
        label={say(words.pending)}
        query={pendingUsers}
        columns={columns}
        pathOf={({ id }) => paths.person(id)}
        empty={<p className={styles['nobody']}>{say(words.pendingNone)}</p>}
      />
    </section>
  )
}

function Everybody() {
  const say = useSay()
  const [{ licence, ...address }, change] = useAddress(readers)
  const { nameOf, options } = useRoles()
  const filter = useMemo(
    () => ({
      ...address,
      ...(licence === 'expired' ? { licenceExpiresBefore: today() } : {}),
      ...(licence && licence !== 'expired'
        ? { licenceExpiresBefore: dayFromToday(SOON_DAYS) }
        : {}),
    }),
    // The address is a new object each time, so its values are the dependencies.
    [address.search, address.status, address.role, licence],
  )
  const columns: Column<User>[] = [
    { key: 'name', title: say(words.name), render: ({ fullName }) => fullName, isName: true },
    {
      key: 'contact',
      title: say(words.contact),
      render: (user) => <Contact user={user} />,
      isMinor: true,
    },
    { key: 'role', title: say(words.role), render: ({ role }) => nameOf(role) },
    { key: 'status', title: say(words.status), render: (user) => <Status user={user} /> },
    {
      key: 'licence',
      title: say(words.licence),
      render: (user) => <Licence number={user.licenceNumber} expiresOn={user.licenceExpiresOn} />,
    },
    {
      key: 'lastLogin',
      title: say(words.lastLogin),
      render: ({ lastLoginAt }) =>
        lastLoginAt ? <Ago at={lastLoginAt} /> : <span className="faint">{say(words.never)}</span>,
      align: 'right',
    },
  ]
  return (
    <section className={styles['part']}>
      <h2>{say(words.all)}</h2>
      <DataTable
        label={say(words.all)}
        name="people"
        query={askPages('users', 'list', { ...filter, limit: 50, count: true })}
        columns={columns}
        pathOf={({ id }) => paths.person(id)}
        empty={<Empty title={say(words.noMatch)}>{say(words.noMatchHint)}</Empty>}
        toolbar={
          <>
            <SearchInput value={address.search} onSearch={(search) => change({ search })} />
            <Pick
              label={say(words.status)}
              all={say(words.anyStatus)}
              value={address.status}
              options={userStatuses.map((status) => ({
                value: status,
                label: say(userStates[status].word),
              }))}
              onPick={(status) => change({ status })}
            />
            <Pick
              label={say(words.role)}
              all={say(words.anyRole)}
              value={address.role}
              options={options}
              onPick={(role) => change({ role })}
            />
            <Pick
              label={say(words.licence)}
              all={say(words.anyLicence)}
              value={licence}
              options={[
                { value: 'expired', label: say(words.expired) },
                { value: 'expiring', label: say(words.expiring) },
              ]}
              onPick={(next) => change({ licence: next })}
            />
          </>
        }
      />
    </section>
  )
}

function Contact({ user: { email, phone, isEmailProved, isPhoneProved } }: { user: User }) {
  return (
    <>
      <Claimed value={email} isProved={isEmailProved} />
      <br />
      <small className="faint">
        <Claimed value={phone && <Code>{phone}</Code>} isProved={isPhoneProved} />
      </small>
    </>
  )
}

/** The status, and whether an invitation is pending. */
export function Status({ user: { status, isInvited } }: { user: User }) {
  const say = useSay()
  return (
    <>
      <State state={userStates[status]} />
      {isInvited && (
        <>
          <br />
          <small className="faint">{say(words.invited)}</small>
        </>
      )}
    </>
  )
}
