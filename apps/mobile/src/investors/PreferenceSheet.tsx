import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { clientChannels, type ClientPreference } from '@rmtools/contracts/crm/client-messages'
import { clientChannelWords, messageWords as known } from '@rmtools/look/client-message-words'
import { actions } from '@rmtools/look/words'
import { api } from '../base/api.ts'
import { textOf } from '../base/problems.ts'
import { useLanguage, useSay } from '../base/preferences.ts'
import { useAct } from '../ui/act.ts'
import { Button } from '../ui/Button.tsx'
import { Segments } from '../ui/Chip.tsx'
import { Card } from '../ui/ListRow.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { Banner } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import { toast } from '../ui/Toast.tsx'
import { Toggle } from '../ui/Toggle.tsx'
import { useMessagePreference } from './remote.ts'

/** How the client wants to be written to. */
export function PreferenceSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const words = useSay()
  const language = useLanguage()
  const client = useQueryClient()
  const { data, error, refetch } = useMessagePreference(id)
  const [changes, change] = useState<Partial<ClientPreference>>({})
  const stated = data && { ...data, ...changes }
  const save = useAct(
    async ({ hasWhatsapp: _, ...body }: ClientPreference) =>
      await api.clientMessages.setPreference({ id, ...body }),
    {
      onDone: (saved) => {
        client.setQueryData(['investor', id, 'message-preference'], saved)
        toast(words(known.saved))
        onClose()
      },
      // Somebody else may have changed it: what is chosen here goes on top of what is stored now.
      onRefused: () => void refetch(),
    },
  )
  const fault = save.error ?? (data ? null : error)
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words(known.preference)}
      footer={
        <Button
          title={words(actions.save)}
          onPress={() => stated && save.run(stated)}
          isBusy={save.isBusy}
          isDisabled={!stated}
          isWide
        />
      }
    >
      {fault ? <Banner icon="warning" tone="danger" title={textOf(fault, language)} /> : null}
      {stated ? (
        <Choices stated={stated} onChange={(next) => change({ ...changes, ...next })} />
      ) : (
        <SkeletonRows count={3} />
      )}
    </Sheet>
  )
}

type ChoicesProps = {
  stated: ClientPreference
  onChange: (changes: Partial<ClientPreference>) => void
}

function Choices({ stated, onChange }: ChoicesProps) {
  const words = useSay()
  const channels = clientChannels.filter((one) => one !== 'whatsapp' || stated.hasWhatsapp)
  return (
    <>
      <Segments
        isNamed
        label={words(known.channel)}
        value={stated.channel ?? 'any'}
        onChange={(value) => onChange({ channel: value === 'any' ? null : value })}
        options={[
          { value: 'any' as const, text: words(known.unstated) },
          ...channels.map((value) => ({ value, text: words(clientChannelWords[value]) })),
        ]}
      />
      <Text kind="caption" tone="second">
        {[
          words(known.unstatedMeans, { what: words(known.anyChannel) }),
          ...(stated.hasWhatsapp ? [] : [words(known.noWhatsapp)]),
        ].join(' ')}
      </Text>
      <Segments
        isNamed
        label={words(known.language)}
        value={stated.language ?? 'both'}
        onChange={(value) => onChange({ language: value === 'both' ? null : value })}
        options={[
          { value: 'both' as const, text: words(known.anyLanguage) },
          { value: 'id' as const, text: 'Indonesia' },
          { value: 'en' as const, text: 'English' },
        ]}
      />
      <Card>
        <Toggle
          title={words(known.reminders)}
          detail={words(known.remindersHint)}
          isOn={stated.takesReminders}
          onChange={(takesReminders) => onChange({ takesReminders })}
        />
        <Toggle
          title={words(known.statements)}
          isOn={stated.takesStatements}
          onChange={(takesStatements) => onChange({ takesStatements })}
        />
      </Card>
    </>
  )
}
