import { useQueryClient } from '@tanstack/react-query'
import { router } from 'expo-router'
import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import { isRepeatable } from '@rmtools/contracts/crm/payment-rules'
import { formatDate } from '@rmtools/look/format'
import { space } from '@rmtools/look/scale'
import { nouns } from '@rmtools/look/words'
import { shownOnScreen, useAct } from '../ui/act.ts'
import { api } from '../base/api.ts'
import { useIsOnline } from '../base/network.ts'
import { paths } from '../base/paths.ts'
import { textOf } from '../base/problems.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { PDF } from '../files/shared-file.ts'
import { useDownload } from '../files/use-download.ts'
import { Button } from '../ui/Button.tsx'
import { Chip, ChipGroup } from '../ui/Chip.tsx'
import { Field } from '../ui/Field.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Banner } from '../ui/States.tsx'
import { toast } from '../ui/Toast.tsx'
import { ApprovalSheet } from './ApprovalSheet.tsx'
import { instructionSettled } from './remote.ts'
import type { SeenInstruction } from './rules.ts'

const sendable = ['draft', 'awaiting-approval', 'expired']

/**
 * The actions that the instruction's status allows: send, resend, cancel, repeat, download the
 * document.
 */
export function InstructionActions({
  instruction,
  canCancel,
}: {
  instruction: SeenInstruction
  canCancel: boolean
}) {
  const words = useSay()
  const language = useLanguage()
  const isOnline = useIsOnline()
  const [isCancelling, setCancelling] = useState(false)
  const [isSending, setSending] = useState(false)
  const { isBusy, download } = useDownload()
  const { id, status, investorId, investorName, type, createdAt } = instruction
  const documentParts = [words(nouns[type]), investorName, formatDate(createdAt, language)]
  const offline = isOnline ? undefined : words(needsNetwork)
  return (
    <>
      {sendable.includes(status) ? (
        <Button
          title={words(status === 'draft' ? sendWord : resend)}
          icon="share"
          onPress={() => setSending(true)}
          reason={offline}
          isWide
        />
      ) : null}
      <View style={styles.buttons}>
        {isRepeatable(instruction) ? null : (
          <Button
            title={words(repeat)}
            kind="quiet"
            isSmall
            icon="refresh"
            onPress={() => router.push(paths.instruct(investorId, { repeat: id }))}
          />
        )}
        <Button
          title="PDF"
          kind="quiet"
          isSmall
          icon="document"
          label={words(documentWord)}
          isBusy={isBusy}
          onPress={() =>
            download(
              { parts: documentParts, kind: PDF },
              async () => await api.instructions.document({ id, language }),
            )
          }
        />
        {canCancel ? (
          <Button
            title={words(cancel)}
            kind="danger"
            isSmall
            onPress={() => setCancelling(true)}
            isDisabled={!isOnline}
          />
        ) : null}
      </View>
      {isSending ? (
        <ApprovalSheet instruction={instruction} onClose={() => setSending(false)} />
      ) : null}
      {isCancelling ? (
        <CancelSheet instruction={instruction} onClose={() => setCancelling(false)} />
      ) : null}
    </>
  )
}

function CancelSheet({
  instruction: { id, version },
  onClose,
}: {
  instruction: SeenInstruction
  onClose: () => void
}) {
  const words = useSay()
  const language = useLanguage()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const { run, isBusy, error } = useAct(
    async () => await api.instructions.cancel({ id, version, reason: reason.trim() }),
    {
      onDone: async (cancelled) => {
        await instructionSettled(client, cancelled)
        toast(words(wasCancelled))
        onClose()
      },
      onRefused: shownOnScreen,
    },
  )
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words(cancelTitle)}
      footer={
        <Button
          title={words(cancel)}
          kind="danger"
          onPress={() => run()}
          isBusy={isBusy}
          isDisabled={reason.trim() === ''}
          isWide
        />
      }
    >
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
      <Field label={words(why)} value={reason} onChange={setReason} multiline maxLength={500} />
      {error ? <Banner icon="warning" tone="danger" title={textOf(error, language)} /> : null}
    </Sheet>
  )
}

const sendWord = say('Kirim untuk persetujuan', 'Send for approval')
const resend = say('Kirim ulang tautan', 'Send the link again')
const needsNetwork = say('Perlu jaringan.', 'You need to be online for this.')
const repeat = say('Ulangi instruksi', 'Repeat')
const documentWord = say('Dokumen instruksi (PDF)', 'Instruction document (PDF)')
const cancel = say('Batalkan instruksi', 'Cancel the instruction')
const cancelTitle = say('Batalkan instruksi ini', 'Cancel this instruction')
const wasCancelled = say('Instruksi dibatalkan', 'The instruction was cancelled')
const why = say('Alasan', 'Reason')
const reasons = [
  say('Investor berubah pikiran', 'The investor changed their mind'),
  say('Jumlah atau produk keliru', 'Wrong amount or product'),
  say('Dibuat dua kali', 'Made twice'),
]

const styles = StyleSheet.create({
  buttons: { flexDirection: 'row', flexWrap: 'wrap', gap: space(2) },
})
