import { useQueryClient } from '@tanstack/react-query'
import { api } from '../base/api.ts'
import { say, useSay } from '../base/preferences.ts'
import { SendSheet } from '../links/SendSheet.tsx'
import { toast } from '../ui/Toast.tsx'
import { instructionSettled } from './remote.ts'
import type { SeenInstruction } from './rules.ts'

type Props = { instruction: SeenInstruction; onClose: () => void }

/** Sends the investor the link to approve an instruction. */
export function ApprovalSheet({
  instruction: { id, version, investorId, linkExpiresAt },
  onClose,
}: Props) {
  const words = useSay()
  const client = useQueryClient()
  return (
    <SendSheet
      of={{ kind: 'approval', id }}
      investorId={investorId}
      said={{
        title: words(title),
        text: words(linkExpiresAt ? textAgain : text),
        act: words(act),
      }}
      send={async (channel, attempt) =>
        await api.instructions.send({ id, version, channel }, attempt)
      }
      onSent={async (sent) => {
        await instructionSettled(client, sent)
        toast(words(sentWord))
      }}
      onClose={onClose}
    />
  )
}

const title = say('Kirim tautan persetujuan', 'Send the approval link')
const text = say(
  'Investor membaca instruksi, memasukkan kode yang dikirim ke ponselnya, dan menandatangani di ponselnya.',
  'The investor reads the instruction, enters the code sent to their phone, and signs.',
)
const textAgain = say(
  'Tautan yang lama berhenti berlaku begitu tautan baru dikirim.',
  'The old link stops working as soon as the new one is sent.',
)
const act = say('Kirim tautan', 'Send the link')
const sentWord = say('Tautan persetujuan dikirim', 'Approval link sent')
