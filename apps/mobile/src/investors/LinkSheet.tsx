import { useQueryClient } from '@tanstack/react-query'
import { formatInstant } from '@rmtools/look/format'
import { api } from '../base/api.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { SendSheet } from '../links/SendSheet.tsx'
import { toast } from '../ui/Toast.tsx'
import { caseChanged } from './remote.ts'
import type { SeenCase } from './rules.ts'

/** Sends the investor a link to complete the case on their own phone. */
export function LinkSheet({ seen, onClose }: { seen: SeenCase; onClose: () => void }) {
  const words = useSay()
  const language = useLanguage()
  const client = useQueryClient()
  const { id, version } = seen
  return (
    <SendSheet
      of={{ kind: 'registration', id }}
      investorId={id}
      said={{ title: words(title), text: words(text), act: words(go) }}
      send={async (channel, attempt) =>
        await api.remoteRegistration.sendLink({ id, version, channel }, attempt)
      }
      onSent={async ({ expiresAt }) => {
        await caseChanged(client, undefined, { id })
        toast(words(sent, { until: formatInstant(expiresAt, language) }))
      }}
      onClose={onClose}
    />
  )
}

const title = say('Kirim tautan pendaftaran', 'Send the registration link')
const text = say(
  'Investor melengkapi data, foto, dan persetujuan di ponselnya sendiri. Anda melihat kemajuannya di sini.',
  'The investor completes data, photos and consents on their own phone. You see the progress here.',
)
const go = say('Kirim tautan', 'Send the link')
const sent = say(
  'Tautan dikirim, berlaku sampai {until}',
  'The link was sent and works until {until}',
)
