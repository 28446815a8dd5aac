import { useQueryClient } from '@tanstack/react-query'
import { router } from 'expo-router'
import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import type { Plan } from '@rmtools/contracts/crm/plans'
import { sendablePlans } from '@rmtools/contracts/crm/plan-rules'
import { formatDate } from '@rmtools/look/format'
import { planWords } from '@rmtools/look/plan-words'
import { space } from '@rmtools/look/scale'
import { api } from '../base/api.ts'
import { useIsOnline } from '../base/network.ts'
import { paths } from '../base/paths.ts'
import { textOf } from '../base/problems.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { PDF } from '../files/shared-file.ts'
import { useDownload } from '../files/use-download.ts'
import { shownOnScreen, useAct, type Attempt } from '../ui/act.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Banner } from '../ui/States.tsx'
import { MandateSheet } from './MandateSheet.tsx'
import { planSettled } from './remote.ts'

type Ending = 'pause' | 'stop'

/** What the RM may do with a plan: send its mandate again, change, pause, resume, stop. */
export function PlanActions({ plan }: { plan: Plan }) {
  const words = useSay()
  const [asking, setAsking] = useState<Ending>()
  const { status, isChangeWaiting, pausedBy, investorId, id } = plan
  const isOpen = status === 'active' || status === 'paused'
  const isSigning = sendablePlans.includes(status) || isChangeWaiting
  return (
    <>
      {isSigning ? <SendAgain plan={plan} /> : null}
      {status === 'paused' && pausedBy !== 'investor' ? <Resume plan={plan} /> : null}
      <View style={styles.buttons}>
        {isOpen || status === 'awaiting-approval' ? (
          <Button
            title={words(change)}
            kind="quiet"
            isSmall
            icon="edit"
            onPress={() => router.push(paths.newPlan(investorId, { change: id }))}
          />
        ) : null}
        {status === 'active' ? (
          <Button title={words(pause)} kind="quiet" isSmall onPress={() => setAsking('pause')} />
        ) : null}
        <Mandate plan={plan} />
        {isOpen || status === 'awaiting-approval' ? (
          <Button title={words(stop)} kind="danger" isSmall onPress={() => setAsking('stop')} />
        ) : null}
      </View>
      {asking ? (
        <ReasonSheet plan={plan} what={asking} onClose={() => setAsking(undefined)} />
      ) : null}
    </>
  )
}

function SendAgain({ plan }: { plan: Plan }) {
  const words = useSay()
  const isOnline = useIsOnline()
  const [isSending, setSending] = useState(false)
  return (
    <>
      <Button
        title={words(sendAgain)}
        icon="share"
        onPress={() => setSending(true)}
        reason={isOnline ? undefined : words(needsNetwork)}
        isWide
      />
      {isSending ? <MandateSheet plan={plan} onClose={() => setSending(false)} /> : null}
    </>
  )
}

function Resume({ plan: { id, version } }: { plan: Plan }) {
  const words = useSay()
  const isOnline = useIsOnline()
  const client = useQueryClient()
  const act = useAct(
    async (_: void, attempt: Attempt) => await api.plans.resume({ id, version }, attempt),
    { onDone: async (resumed) => await planSettled(client, resumed) },
  )
  return (
    <Button
      title={words(resume)}
      isBusy={act.isBusy}
      onPress={() => act.run()}
      reason={isOnline ? undefined : words(needsNetwork)}
      isWide
    />
  )
}

function Mandate({ plan: { id, investorName, createdAt } }: { plan: Plan }) {
  const words = useSay()
  const language = useLanguage()
  const { isBusy, download } = useDownload()
  const parts = [words(planWords.mandate), investorName, formatDate(createdAt, language)]
  return (
    <Button
      title="PDF"
      kind="quiet"
      isSmall
      icon="document"
      label={words(planWords.mandate)}
      isBusy={isBusy}
      onPress={() =>
        download({ parts, kind: PDF }, async () => await api.plans.document({ id, language }))
      }
    />
  )
}

type SheetProps = { plan: Plan; what: Ending; onClose: () => void }

function ReasonSheet({ plan: { id, version }, what, onClose }: SheetProps) {
  const words = useSay()
  const language = useLanguage()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const { run, isBusy, error } = useAct(
    async (_: void, attempt: Attempt) =>
      await api.plans[what]({ id, version, reason: reason.trim() }, attempt),
    {
      onDone: async (changed) => {
        await planSettled(client, changed)
        onClose()
      },
      onRefused: shownOnScreen,
    },
  )
  const said = sheetWords[what]
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words(said.title)}
      footer={
        <Button
          title={words(said.act)}
          kind={what === 'stop' ? 'danger' : 'primary'}
          onPress={() => run()}
          isBusy={isBusy}
          isDisabled={reason.trim() === ''}
          isWide
        />
      }
    >
      <Banner icon="info" title={words(said.text)} />
      <Field label={words(why)} value={reason} onChange={setReason} multiline maxLength={500} />
      {error ? <Banner icon="warning" tone="danger" title={textOf(error, language)} /> : null}
    </Sheet>
  )
}

const change = say('Ubah', 'Change')
const pause = say('Jeda', 'Pause')
const stop = say('Hentikan', 'Stop')
const resume = say('Lanjutkan rencana', 'Resume the plan')
const sendAgain = say('Kirim ulang mandat', 'Send the mandate again')
const needsNetwork = say('Perlu jaringan.', 'You need to be online for this.')
const why = say('Alasan', 'Reason')
const sheetWords = {
  pause: {
    title: say('Jeda rencana ini', 'Pause this plan'),
    text: say(
      'Tidak ada yang dibeli sampai dilanjutkan. Investor diberi tahu.',
      'Nothing is bought until it is resumed. The investor is notified.',
    ),
    act: pause,
  },
  stop: {
    title: say('Hentikan rencana ini', 'Stop this plan'),
    text: say(
      'Rencana berakhir untuk seterusnya. Investor diberi tahu.',
      'The plan ends for good. The investor is notified.',
    ),
    act: stop,
  },
} as const

const styles = StyleSheet.create({
  buttons: { flexDirection: 'row', flexWrap: 'wrap', gap: space(2) },
})
