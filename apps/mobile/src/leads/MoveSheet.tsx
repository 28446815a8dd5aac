import { useState } from 'react'
import { leadMoves, type LeadStatus } from '@rmtools/contracts/crm/leads'
import { leadStates } from '@rmtools/look/states'
import { useAct } from '../ui/act.ts'
import { say, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { Chip, ChipGroup } from '../ui/Chip.tsx'
import { Field } from '../ui/Field.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { toast } from '../ui/Toast.tsx'
import { moveLead } from './local.ts'
import type { SeenLead } from './rules.ts'

/** The stages that a lead can move to; losing it requires a reason. */
export function MoveSheet({
  lead,
  onClose,
  first,
}: {
  lead: SeenLead
  onClose: () => void
  first?: LeadStatus
}) {
  const words = useSay()
  const [status, setStatus] = useState<LeadStatus | undefined>(first)
  const [reason, setReason] = useState('')
  const move = useAct(async () => {
    if (!status) return
    await moveLead(lead, status, reason.trim())
    toast(words(moved, { name: lead.fullName, stage: words(leadStates[status].word) }))
    onClose()
  })
  const isReady = status !== undefined && (status !== 'lost' || reason.trim() !== '')
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words(title)}
      footer={
        <Button
          title={words(go)}
          onPress={() => move.run()}
          isBusy={move.isBusy}
          isDisabled={!isReady}
          isWide
        />
      }
    >
      <ChipGroup>
        {leadMoves(lead.status).map((value) => (
          <Chip
            key={value}
            text={words(leadStates[value].word)}
            isOn={status === value}
            onPress={() => setStatus(value)}
          />
        ))}
      </ChipGroup>
      {status === 'lost' ? (
        <>
          <Field label={words(why)} value={reason} onChange={setReason} multiline maxLength={500} />
          <ChipGroup>
            {reasons.map((text) => (
              <Chip
                key={text.id}
                text={words(text)}
                isOn={reason === words(text)}
                onPress={() => setReason(words(text))}
              />
            ))}
          </ChipGroup>
        </>
      ) : null}
    </Sheet>
  )
}

const title = say('Pindahkan prospek', 'Move the lead')
const go = say('Pindahkan', 'Move')
const why = say('Alasan tidak berlanjut', 'Why it was lost')
const moved = say('{name}: {stage}', '{name}: {stage}')
const reasons = [
  say('Belum berminat', 'Not interested now'),
  say('Memilih produk lain', 'Chose another product'),
  say('Tidak dapat dihubungi', 'Cannot be reached'),
  say('Dana belum tersedia', 'No funds at present'),
]
