import { router, useLocalSearchParams } from 'expo-router'
import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import { cancellable } from '@rmtools/contracts/crm/instruction-statuses'
import { duplicateInstruction } from '@rmtools/contracts/crm/instruction-problems'
import { reasonText } from '@rmtools/look/bib-words'
import {
  formatDate,
  formatInstant,
  formatMoney,
  formatPercent,
  formatUnits,
} from '@rmtools/look/format'
import { problemText } from '@rmtools/look/problems'
import { refundState } from '@rmtools/look/instruction-events'
import { paymentFields } from '@rmtools/look/payment-words'
import { instructionStates } from '@rmtools/look/states'
import { space } from '@rmtools/look/scale'
import { nouns } from '@rmtools/look/words'
import { quantityOf } from '@rmtools/look/order-words'
import { orderLabels } from '@rmtools/look/order-fields'
import { useAct } from '../ui/act.ts'
import { useIsOnline } from '../base/network.ts'
import { paths } from '../base/paths.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import type { Entry } from '../sync/entries.ts'
import { SyncDot } from '../sync/SyncDot.tsx'
import { sendAgain } from '../sync/tray.ts'
import { Button } from '../ui/Button.tsx'
import { Card, ListRow } from '../ui/ListRow.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Fact, Figure, Section } from '../ui/Section.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { StateDot } from '../ui/StateDot.tsx'
import { AsOf, Banner, ErrorState } from '../ui/States.tsx'
import { LinkPart } from '../links/LinkPart.tsx'
import { ApprovalSheet } from './ApprovalSheet.tsx'
import { InstructionActions } from './InstructionActions.tsx'
import { PaymentCard } from './PaymentCard.tsx'
import { InstructionWay } from './InstructionWay.tsx'
import type { SeenInstruction } from './rules.ts'
import { useInstruction } from './use-instructions.ts'

/** One instruction: the order, its status, and the possible actions. */
export function InstructionScreen() {
  const { id } = useLocalSearchParams<{ id: string }>()
  const words = useSay()
  const language = useLanguage()
  const isOnline = useIsOnline()
  const { instruction, events, paidBy, entry, isLoading, error, refetch, dataUpdatedAt } =
    useInstruction(id)
  if (!instruction)
    return (
      <Screen title={words(nouns.instruction)} backTo={paths.instructions}>
        {isLoading ? (
          <SkeletonRows count={4} />
        ) : (
          <ErrorState error={error} onRetry={() => void refetch()} />
        )}
      </Screen>
    )
  const seen: SeenInstruction = instruction
  const { type, status, statusReason, investorName, investorId, linkExpiresAt } = seen
  return (
    <Screen
      title={words(nouns[type])}
      subtitle={investorName}
      backTo={paths.instructions}
      onRefresh={() => void refetch()}
      footer={
        entry ? null : (
          <InstructionActions instruction={seen} canCancel={cancellable.includes(status)} />
        )
      }
    >
      <View style={styles.states}>
        <StateDot state={instructionStates[status]} />
        <SyncDot sync={seen.sync} />
      </View>
      <AsOf at={dataUpdatedAt} isStale={!isOnline && dataUpdatedAt > 0} />
      {entry?.refusal ? <Refused entry={entry} investorId={investorId} /> : null}
      {statusReason ? (
        <Banner
          icon="info"
          tone={instructionStates[status].tone === 'failed' ? 'danger' : 'information'}
          title={reasonText(statusReason, language) ?? ''}
        />
      ) : null}
      <Figure label={seen.productName} value={quantityOf(seen, language)} />
      {status === 'awaiting-approval' && linkExpiresAt ? (
        <Waiting instruction={seen} until={linkExpiresAt} />
      ) : null}
      {seen.payment ? <PaymentCard instruction={seen} payment={seen.payment} /> : null}
      <Facts instruction={seen} paidBy={paidBy} />
      {entry ? null : (
        <Section title={words(way)}>
          <InstructionWay events={events} status={status} currency={seen.currency} />
        </Section>
      )}
      <Card>
        <ListRow
          title={investorName}
          icon="investors"
          onPress={() => router.push(paths.investor(investorId))}
        />
        <ListRow
          title={seen.productName}
          icon="products"
          onPress={() => router.push(paths.product(seen.productCode))}
          isLast
        />
      </Card>
    </Screen>
  )
}

function Waiting({ instruction, until }: { instruction: SeenInstruction; until: string }) {
  const words = useSay()
  const language = useLanguage()
  const [isSending, setSending] = useState(false)
  const { id, investorName } = instruction
  return (
    <>
      <Banner
        icon="clock"
        title={words(waiting)}
        text={words(waitingText, { at: formatInstant(until, language) })}
      />
      <LinkPart
        of={{ kind: 'approval', id }}
        name={investorName}
        isEndSaid
        onSendNew={() => setSending(true)}
      />
      {isSending ? (
        <ApprovalSheet instruction={instruction} onClose={() => setSending(false)} />
      ) : null}
    </>
  )
}

function Refused({ entry, investorId }: { entry: Entry; investorId: string }) {
  const words = useSay()
  const language = useLanguage()
  const retry = useAct(async () => await sendAgain(entry))
  const twiceMeant = useAct(
    async () => await sendAgain(entry, { ...entry.input, confirmDuplicate: true }),
  )
  const again = () => router.replace(paths.instruct(investorId, { correct: entry.id }))
  const seconds =
    entry.refusal?.code === duplicateInstruction.code
      ? (entry.refusal.errors?.[0]?.detail ?? '60')
      : undefined
  if (seconds !== undefined)
    return (
      <Banner icon="warning" tone="warning" title={words(sameBefore, { seconds })}>
        <Button
          title={words(twice)}
          kind="quiet"
          isSmall
          onPress={() => twiceMeant.run()}
          isBusy={twiceMeant.isBusy}
        />
      </Banner>
    )
  return (
    <Banner icon="warning" tone="danger" title={problemText(entry.refusal?.code ?? '', language)}>
      <View style={styles.buttons}>
        <Button title={words(fixWord)} kind="quiet" isSmall onPress={again} />
        <Button
          title={words(retryWord)}
          kind="plain"
          isSmall
          onPress={() => retry.run()}
          isBusy={retry.isBusy}
        />
      </View>
    </Banner>
  )
}

function Facts({ instruction, paidBy }: { instruction: SeenInstruction; paidBy: string | null }) {
  const words = useSay()
  const language = useLanguage()
  const { targetProductName, aboveRiskProfile, amountReason, bibReference, sync } = instruction
  // For an unsent order nothing more is known than what is shown above.
  if (sync && !targetProductName && !aboveRiskProfile) return null
  const facts: Named[] = [
    [words(orderLabels.target), targetProductName],
    ...(sync ? [] : termsOf(instruction, words, language)),
    [words(paymentFields.paidBy), paidBy && formatDate(paidBy, language)],
    ...courseOf(instruction, words, language),
    [words(reasonWord), amountReason],
    [
      words(orderLabels.settledOn),
      instruction.settledOn && formatDate(instruction.settledOn, language),
    ],
  ]
  return (
    <Card isPadded>
      {facts.map(([label, value]) => (value ? <Fact key={label} {...{ label, value }} /> : null))}
      {bibReference ? <Fact label="Bib" value={bibReference} isMono /> : null}
      {aboveRiskProfile ? (
        <Banner icon="warning" tone="warning" title={words(orderLabels.aboveRiskProfile)} />
      ) : null}
    </Card>
  )
}

type Words = ReturnType<typeof useSay>
type Language = ReturnType<typeof useLanguage>
type Named = readonly [label: string, value: string | null | undefined]

/** What the order costs and which NAV applies. */
function termsOf(instruction: SeenInstruction, words: Words, language: Language): Named[] {
  const { currency, feeAmount, feePercent, navDate, approvedAt } = instruction
  const fee = [
    feeAmount ? formatMoney(feeAmount, currency, language) : undefined,
    formatPercent(feePercent, language),
  ]
  return [
    [words(nouns.fee), fee.filter(Boolean).join(' · ')],
    [words(approvedAt ? navOf : navIf), formatDate(navDate, language)],
  ]
}

/** What happened after the instruction was sent. */
function courseOf(instruction: SeenInstruction, words: Words, language: Language): Named[] {
  const { currency, approvedAt, allocatedUnits, allocatedNav, correctedAt, refund } = instruction
  const course: Named[] = [
    [words(approved), approvedAt && formatInstant(approvedAt, language)],
    [
      words(orderLabels.allocatedUnits),
      allocatedUnits &&
        `${formatUnits(allocatedUnits, language)} @ ${formatUnits(allocatedNav, language)}`,
    ],
    [words(correctedWord), correctedAt && formatInstant(correctedAt, language)],
  ]
  if (!refund) return course
  const paid = formatMoney(refund.amount, currency, language)
  const at = formatInstant(refund.paidAt ?? refund.announcedAt, language)
  return [...course, [words(refundState(refund.status).word), `${paid} · ${at}`]]
}

const way = say('Perjalanan', 'Progress')
const waiting = say('Menunggu persetujuan investor', "Waiting for the investor's approval")
const waitingText = say('Tautan berlaku sampai {at}.', 'The link works until {at}.')
const fixWord = say('Perbaiki', 'Fix')
const retryWord = say('Kirim lagi', 'Send again')
const navOf = say('NAB tanggal', 'NAV of')
const navIf = say('NAB bila disetujui tepat waktu', 'NAV if approved in time')
const approved = say('Disetujui', 'Approved')
const sameBefore = say(
  'Instruksi yang sama dibuat {seconds} detik sebelumnya; buat lagi?',
  'The same instruction had been made {seconds} seconds before; make it again?',
)
const twice = say('Ya, buat lagi', 'Yes, make it again')
const correctedWord = say('Alokasi dikoreksi', 'Allocation corrected')
const reasonWord = say('Alasan jumlah ini', 'Reason for this amount')

const styles = StyleSheet.create({
  states: { flexDirection: 'row', flexWrap: 'wrap', gap: space(4) },
  buttons: { flexDirection: 'row', gap: space(2) },
})
