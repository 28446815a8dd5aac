import { useQueryClient } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type { Session as SessionSchema } from '@rmtools/contracts/auth/sessions'
import { formatRelative } from '@rmtools/look/format'
import { actions } from '@rmtools/look/words'
import { useAct } from '../ui/act.ts'
import { useDevices, useSessions } from '../account/remote.ts'
import { api } from '../base/api.ts'
import { textOf } from '../base/problems.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { Card, ListRow } from '../ui/ListRow.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Section } from '../ui/Section.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { ErrorState } from '../ui/States.tsx'
import { toast } from '../ui/Toast.tsx'

type Session = Static<typeof SessionSchema>

/** The user's sessions, and the devices that are trusted to sign in without a code. */
export function DevicesScreen() {
  const words = useSay()
  const language = useLanguage()
  const devices = useDevices()
  const sessions = useSessions()
  const end = useEnding()
  const others = sessions.data?.items.filter(({ isCurrent }) => !isCurrent) ?? []
  return (
    <Screen title={words(title)} backTo="/more">
      {devices.isLoading ? <SkeletonRows count={2} /> : null}
      {devices.error && !devices.data ? (
        <ErrorState error={devices.error} onRetry={() => void devices.refetch()} />
      ) : null}
      {devices.data ? (
        <Section title={words(trusted)}>
          <Card>
            {devices.data.items.map(({ id, name, lastSeenAt, lastIp, isCurrent }, index, all) => (
              <ListRow
                key={id}
                title={name}
                icon="device"
                detail={
                  isCurrent
                    ? words(thisOne)
                    : [formatRelative(lastSeenAt, language), lastIp].filter(Boolean).join(' · ')
                }
                right={
                  isCurrent ? (
                    ''
                  ) : (
                    <Button
                      title={words(actions.remove)}
                      label={words(removeLabel, { name })}
                      kind="plain"
                      isSmall
                      onPress={() => end.run({ device: id })}
                    />
                  )
                }
                isLast={index === all.length - 1}
              />
            ))}
          </Card>
        </Section>
      ) : null}
      {others.length > 0 ? <Elsewhere sessions={others} end={end} /> : null}
    </Screen>
  )
}

type Ending = ReturnType<typeof useEnding>

function Elsewhere({ sessions: others, end }: { sessions: readonly Session[]; end: Ending }) {
  const words = useSay()
  const language = useLanguage()
  return (
    <Section title={words(elsewhere)}>
      <Card>
        {others.map(({ id, deviceName, lastUsedAt, ip }, index) => (
          <ListRow
            key={id}
            title={deviceName}
            icon="globe"
            detail={[formatRelative(lastUsedAt, language), ip].filter(Boolean).join(' · ')}
            right={
              <Button
                title={words(endOne)}
                label={words(endLabel, { name: deviceName })}
                kind="plain"
                isSmall
                onPress={() => end.run({ session: id })}
              />
            }
            isLast={index === others.length - 1}
          />
        ))}
      </Card>
      <Button
        title={words(endAll)}
        kind="danger"
        onPress={() => end.run('others')}
        isBusy={end.isBusy}
        isWide
      />
    </Section>
  )
}

function useEnding() {
  const client = useQueryClient()
  const words = useSay()
  const language = useLanguage()
  const refresh = async () =>
    await Promise.all([
      client.invalidateQueries({ queryKey: ['devices'] }),
      client.invalidateQueries({ queryKey: ['sessions'] }),
    ])
  return useAct(
    async (what: { device: string } | { session: string } | 'others') => {
      if (what === 'others') await api.sessions.revokeOthers()
      else if ('device' in what) await api.devices.revoke({ id: what.device })
      else await api.sessions.revoke({ id: what.session })
    },
    {
      onDone: async () => {
        toast(words(ended))
        await refresh()
      },
      onRefused: (error) => {
        toast(textOf(error, language))
        void refresh()
      },
    },
  )
}

const title = say('Perangkat dan sesi', 'Devices and sessions')
const trusted = say('Perangkat tepercaya', 'Trusted devices')
const thisOne = say('Perangkat ini', 'This device')
const elsewhere = say('Sesi lain', 'Other sessions')
const endOne = say('Akhiri', 'End')
const endAll = say('Akhiri semua sesi lain', 'End all other sessions')
const ended = say('Akses diakhiri', 'Access ended')
const removeLabel = say('Hapus perangkat {name}', 'Remove the device {name}')
const endLabel = say('Akhiri sesi di {name}', 'End the session on {name}')
