import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ClientChannel } from '@rmtools/contracts/crm/client-messages'
import { textOf } from '../base/problems.ts'
import { useLanguage } from '../base/preferences.ts'
import { shownOnScreen, useAct, type Attempt } from '../ui/act.ts'
import { Button } from '../ui/Button.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Banner } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import { ChannelChoice } from './ChannelChoice.tsx'
import { linkChanged, useChannel, type LinkOf } from './remote.ts'

type Props<R> = {
  of: LinkOf
  investorId: string
  said: { title: string; text: string; act: string }
  send: (channel: ClientChannel, attempt: Attempt) => Promise<R>
  onSent: (result: R) => unknown
  onClose: () => void
  children?: ReactNode
}

/** Asks by which channel a link goes out, and sends it. */
export function SendSheet<R>({ of, investorId, said, send, onSent, onClose, children }: Props<R>) {
  const language = useLanguage()
  const client = useQueryClient()
  const channel = useChannel(investorId)
  const { way } = channel
  const act = useAct(send, {
    onDone: async (result) => {
      await onSent(result)
      void linkChanged(client, of)
      void client.invalidateQueries({ queryKey: ['investor', investorId, 'messages'] })
      onClose()
    },
    onRefused: shownOnScreen,
  })
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={said.title}
      footer={
        <Button
          title={said.act}
          icon="share"
          onPress={() => way && act.run(way.channel)}
          isBusy={act.isBusy}
          isDisabled={!way}
          isWide
        />
      }
    >
      <Text tone="second">{said.text}</Text>
      {children}
      <ChannelChoice channel={channel} />
      {act.error ? (
        <Banner icon="warning" tone="danger" title={textOf(act.error, language)} />
      ) : null}
    </Sheet>
  )
}
