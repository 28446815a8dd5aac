import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClientChannel } from '@rmtools/contracts/crm/client-messages'
import { clientChannelWords } from '@rmtools/look/client-message-words'
import { formatInstant } from '@rmtools/look/format'
import { shownOnScreen, useAct, type Attempt } from '../ui/act.ts'
import { api } from '../base/api.ts'
import { textOf } from '../base/problems.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { Segments } from '../ui/Chip.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Banner } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import { toast } from '../ui/Toast.tsx'
import { caseChanged, useMessagePreference } from './remote.ts'
import type { SeenCase } from './rules.ts'

/** Sends the investor a link to complete the case on their own phone. */
export function LinkSheet({ seen, onClose }: { seen: SeenCase; onClose: () => void }) {
  const words = useSay()
  const language = useLanguage()
  const client = useQueryClient()
  const { id, version, email, phone } = seen
  const { data: preference } = useMessagePreference(id)
  const hasWhatsapp = preference?.hasWhatsapp ?? false
  const [chosen, setChannel] = useState<ClientChannel>()
  const channel = chosen ?? preference?.channel ?? (email ? 'email' : 'sms')
  const send = useAct(
    async (by: ClientChannel, attempt: Attempt) =>
      await api.remoteRegistration.sendLink({ id, version, channel: by }, attempt),
    {
      onDone: async ({ sentTo, channel: by, expiresAt }) => {
        await caseChanged(client, undefined, { id })
        toast(
          words(sent, {
            by: words(clientChannelWords[by]),
            to: sentTo,
            until: formatInstant(expiresAt, language),
          }),
        )
        onClose()
      },
      onRefused: shownOnScreen,
    },
  )
  const to = channel === 'email' ? email : phone
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words(title)}
      footer={
        <Button
          title={words(go)}
          icon="share"
          onPress={() => send.run(channel)}
          isBusy={send.isBusy}
          isWide
          reason={to ? undefined : words(noContact)}
        />
      }
    >
      <Text tone="second">{words(text)}</Text>
      <Segments
        label={words(by)}
        value={channel}
        onChange={setChannel}
        options={[
          ...(hasWhatsapp ? [{ value: 'whatsapp' as const, text: 'WhatsApp' }] : []),
          { value: 'email', text: 'E-mail' },
          { value: 'sms', text: 'SMS' },
        ]}
      />
      {to ? <Text isStrong>{to}</Text> : null}
      {send.error ? (
        <Banner icon="warning" tone="danger" title={textOf(send.error, language)} />
      ) : null}
    </Sheet>
  )
}

const title = say('Kirim tautan pendaftaran', 'Send the registration link')
const text = say(
  'Investor melengkapi data, foto, dan persetujuan di ponselnya sendiri. Anda melihat kemajuannya di sini.',
  'The investor completes data, photos and consents on their own phone. You see the progress here.',
)
const by = say('Dikirim lewat', 'Sent by')
const go = say('Kirim tautan', 'Send the link')
const sent = say(
  'Tautan dikirim lewat {by} ke {to}, berlaku sampai {until}',
  'The link was sent by {by} to {to} and works until {until}',
)
const noContact = say(
  'Alamat atau nomor ini belum diisi di KYC.',
  'This address or number is not in the KYC yet.',
)
