// A person's sessions and devices, and how to end them, e.g. after losing a phone or leaving the
// company.
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { userAccess } from '@rmtools/contracts/auth/user-access'
import type { ReplyOf } from '../base/api.ts'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { ask, useAct } from '../base/queries.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Empty } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { DeviceTable, SessionTable } from './access-tables.tsx'
import { words } from './words.ts'

type Session = ReplyOf<'userAccess', 'sessions'>['items'][number]
type Device = ReplyOf<'userAccess', 'devices'>['items'][number]
type Props = { id: string; name: string }

export function Access({ id, name }: Props) {
  const say = useSay()
  const may = useMay(userAccess.sessions)
  const sessions = useQuery({ ...ask('userAccess', 'sessions', { id }), enabled: may !== false })
  const devices = useQuery({ ...ask('userAccess', 'devices', { id }), enabled: may !== false })
  if (may === false)
    return (
      <Section title={say(words.sessions)}>
        <Empty title={say(words.mayNotSeeAccess)} />
      </Section>
    )
  return (
    <>
      <Sessions id={id} name={name} query={sessions} />
      {/* Shown once the height of the content above is known. */}
      {!sessions.isPending && <Devices id={id} name={name} query={devices} />}
    </>
  )
}

function Sessions({
  id,
  name,
  query,
}: Props & { query: UseQueryResult<ReplyOf<'userAccess', 'sessions'>> }) {
  const say = useSay()
  const mayEnd = useMay(userAccess.endSession)
  const [ending, setEnding] = useState<Session | null>(null)
  const { run, isPending, problem } = useAct('userAccess', 'endSession', {
    onDone: () => setEnding(null),
  })
  return (
    <Section title={say(words.sessions)}>
      <SessionTable
        query={query}
        onEnd={setEnding}
        whyNot={() => (mayEnd === false ? say(words.mayNotEnd) : undefined)}
      />
      {ending && (
        <ConfirmDialog
          title={say(words.endSessionTitle, { name, device: ending.deviceName })}
          act={say(words.endSession)}
          isDangerous
          problem={problem}
          isPending={isPending}
          onAct={() => void run({ id, sessionId: ending.id })}
          onClose={() => setEnding(null)}
        >
          <p>{say(words.endSessionHint, { name })}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}

function Devices({
  id,
  name,
  query,
}: Props & { query: UseQueryResult<ReplyOf<'userAccess', 'devices'>> }) {
  const say = useSay()
  const mayEnd = useMay(userAccess.revokeDevice)
  const [revoking, setRevoking] = useState<Device | null>(null)
  const { run, isPending, problem } = useAct('userAccess', 'revokeDevice', {
    onDone: () => setRevoking(null),
  })
  return (
    <Section title={say(words.devices)}>
      <DeviceTable
        query={query}
        onEnd={setRevoking}
        whyNot={() => (mayEnd === false ? say(words.mayNotEnd) : undefined)}
      />
      {revoking && (
        <ConfirmDialog
          title={say(words.revokeTitle, { name, device: revoking.name })}
          act={say(words.revoke)}
          isDangerous
          problem={problem}
          isPending={isPending}
          onAct={() => void run({ id, deviceId: revoking.id })}
          onClose={() => setRevoking(null)}
        >
          <p>{say(words.revokeHint, { name })}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}
