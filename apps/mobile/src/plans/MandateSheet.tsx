import { useQueryClient } from '@tanstack/react-query'
import type { Plan } from '@rmtools/contracts/crm/plans'
import { api } from '../base/api.ts'
import { say, useSay } from '../base/preferences.ts'
import { SendSheet } from '../links/SendSheet.tsx'
import { toast } from '../ui/Toast.tsx'
import { planSettled } from './remote.ts'

/** Sends the investor the link to sign the mandate of a plan. */
export function MandateSheet({
  plan: { id, version, investorId },
  onClose,
}: {
  plan: Plan
  onClose: () => void
}) {
  const words = useSay()
  const client = useQueryClient()
  return (
    <SendSheet
      of={{ kind: 'mandate', id }}
      investorId={investorId}
      said={{ title: words(title), text: words(text), act: words(send) }}
      send={async (channel, attempt) => await api.plans.send({ id, version, channel }, attempt)}
      onSent={async (sent) => {
        await planSettled(client, sent)
        toast(words(sentWord))
      }}
      onClose={onClose}
    />
  )
}

const title = say('Kirim tautan mandat', 'Send the link to the mandate')
const text = say(
  'Investor membaca mandat, memasukkan kode yang dikirim ke ponselnya, dan menandatangani di ponselnya. Tautan yang lama berhenti berlaku.',
  'The investor reads the mandate, enters the code sent to their phone, and signs. The old link stops working.',
)
const send = say('Kirim tautan', 'Send the link')
const sentWord = say('Mandat dikirim', 'The mandate was sent')
