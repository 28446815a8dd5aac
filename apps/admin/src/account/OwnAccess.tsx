// The user's own sessions and devices.
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReplyOf } from '../base/api.ts'
import { useSay } from '../base/language.ts'
import { ask, useAct } from '../base/queries.ts'
import { DeviceTable, SessionTable } from '../people/access-tables.tsx'
import { words as people } from '../people/words.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Section } from '../ui/Page.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { words } from './words.ts'

type Session = ReplyOf<'sessions', 'list'>['items'][number]
type Device = ReplyOf<'devices', 'list'>['items'][number]

/** The query for the user's sessions. */
export const ownSessions = () => ask('sessions', 'list')

export function OwnSessions() {
  const say = useSay()
  const [ending, setEnding] = useState<Session | 'others' | null>(null)
  const query = useQuery(ownSessions())
  const close = () => setEnding(null)
  const one = useAct('sessions', 'revoke', { onDone: close })
  const others = useAct('sessions', 'revokeOthers', { onDone: close })
  const hasOthers = query.data?.items.some(({ isCurrent }) => !isCurrent) ?? false
  return (
    <Section
      title={say(words.sessions)}
      actions={
        <WithReason reason={query.data && !hasOthers ? say(words.onlyThis) : undefined}>
          {(described) => (
            <Button size="small" {...described} onClick={() => setEnding('others')}>
              {say(words.endOthers)}
            </Button>
          )}
        </WithReason>
      }
    >
      <SessionTable
        query={query}
        onEnd={setEnding}
        whyNot={({ isCurrent }) => (isCurrent ? say(words.currentSession) : undefined)}
      />
      {ending && (
        <ConfirmDialog
          title={
            ending === 'others'
              ? say(words.endOthers)
              : say(words.endTitle, { device: ending.deviceName })
          }
          act={ending === 'others' ? say(words.endOthers) : say(people.endSession)}
          isDangerous
          problem={one.problem ?? others.problem}
          isPending={one.isPending || others.isPending}
          onAct={() => void (ending === 'others' ? others.run() : one.run({ id: ending.id }))}
          onClose={close}
        >
          <p>{say(ending === 'others' ? words.endOthersHint : words.endHint)}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}

export function OwnDevices() {
  const say = useSay()
  const [revoking, setRevoking] = useState<Device | null>(null)
  const query = useQuery(ask('devices', 'list'))
  const { run, isPending, problem } = useAct('devices', 'revoke', {
    touches: ['sessions'],
    onDone: () => setRevoking(null),
  })
  return (
    <Section title={say(words.devices)}>
      <DeviceTable
        query={query}
        onEnd={setRevoking}
        whyNot={({ isCurrent }) => (isCurrent ? say(words.currentDevice) : undefined)}
      />
      {revoking && (
        <ConfirmDialog
          title={say(words.revokeTitle, { device: revoking.name })}
          act={say(people.revoke)}
          isDangerous
          problem={problem}
          isPending={isPending}
          onAct={() => void run({ id: revoking.id })}
          onClose={() => setRevoking(null)}
        >
          <p>{say(words.revokeHint)}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}
