import { useQueryClient } from '@tanstack/react-query'
import { router } from 'expo-router'
import { StyleSheet, View } from 'react-native'
import { isRepeatable } from '@rmtools/contracts/crm/payment-rules'
import type { Payment } from '@rmtools/contracts/crm/payments'
import { formatInstant, formatMoney } from '@rmtools/look/format'
import { feeWordOf, paymentFields, paymentStates, paymentTexts } from '@rmtools/look/payment-words'
import { space } from '@rmtools/look/scale'
import { api } from '../base/api.ts'
import { useIsOnline } from '../base/network.ts'
import { paths } from '../base/paths.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { copyText, shareText } from '../files/share'
import { useAct, type Attempt } from '../ui/act.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/ListRow.tsx'
import { Fact, Section } from '../ui/Section.tsx'
import { StateDot } from '../ui/StateDot.tsx'
import { Text } from '../ui/Text.tsx'
import { toast } from '../ui/Toast.tsx'
import { instructionSettled } from './remote.ts'
import { QrisPart } from './QrisPart.tsx'
import { shareTextOf } from './payment-text.ts'
import type { SeenInstruction } from './rules.ts'
import { useLeft } from './use-left.ts'

/**
 * How the client pays, the deadline, and whether the money has arrived; with copy, share and
 * repeat.
 */
export function PaymentCard({
  instruction,
  payment,
}: {
  instruction: SeenInstruction
  payment: Payment
}) {
  const words = useSay()
  const language = useLanguage()
  const { state } = payment
  const currency = payment.currency ?? instruction.currency
  const money = (amount: string) => formatMoney(amount, currency, language)
  const isOpen = payment.amount !== null && (state === 'waiting' || state === 'short')
  const text = words(paymentTexts[state], {
    missing: money(payment.missing),
    excess: money(payment.excess),
    received: money(payment.received),
  })
  return (
    <Section title={words(paymentFields.payment)}>
      <Card isPadded>
        <View style={styles.parts}>
          <StateDot state={paymentStates[state]} />
          <Text kind="body">{text}</Text>
          {isOpen ? <Due payment={payment} money={money} /> : null}
          {isOpen ? <Acts instruction={instruction} payment={payment} /> : null}
          {isOpen ? <QrisPart payment={payment} amount={money(payment.amount ?? '0')} /> : null}
          <Repeat instruction={instruction} />
        </View>
      </Card>
    </Section>
  )
}

type Money = (amount: string) => string

function Due({ payment, money }: { payment: Payment; money: Money }) {
  const words = useSay()
  const language = useLanguage()
  const { bankName, number, method, amount, missing, fee, dueAt, state, reference } = payment
  const isShort = state === 'short'
  const left = useLeft(dueAt)
  const numberWord =
    method === 'transfer' ? paymentFields.accountNumber : paymentFields.virtualAccount
  return (
    <View style={styles.facts}>
      {bankName ? <Fact label={words(paymentFields.bank)} value={bankName} /> : null}
      {number ? <Fact label={words(numberWord)} value={number} isMono /> : null}
      {reference ? <Fact label={words(paymentFields.reference)} value={reference} isMono /> : null}
      <View>
        <Fact
          label={words(isShort ? paymentFields.missing : paymentFields.amount)}
          value={money(isShort ? missing : (amount ?? '0'))}
        />
        {/* The fee belongs to the whole amount, not to the rest. */}
        {fee && !isShort ? (
          <Text kind="caption" tone="second">
            {words(feeWordOf(fee), { fee: money(fee.amount) })}
          </Text>
        ) : null}
      </View>
      {dueAt ? (
        <Fact label={words(paymentFields.dueAt)} value={formatInstant(dueAt, language)} />
      ) : null}
      {dueAt ? (
        <Fact label={words(paymentFields.left)} value={words(left ?? paymentFields.over)} />
      ) : null}
    </View>
  )
}

function Acts({ instruction, payment }: { instruction: SeenInstruction; payment: Payment }) {
  const words = useSay()
  const language = useLanguage()
  const { number } = payment
  const copy = async () => {
    if (number === null) return
    toast(words((await copyText(number)) ? paymentFields.copied : notCopied))
  }
  const share = async () => {
    const outcome = await shareText(shareTextOf(instruction, payment, language))
    if (outcome === 'copied') toast(words(paymentFields.copied))
  }
  return (
    <View style={styles.buttons}>
      {number !== null ? (
        <Button
          title={words(copyNumber)}
          kind="quiet"
          isSmall
          icon="document"
          onPress={() => void copy()}
        />
      ) : null}
      <Button
        title={words(paymentFields.share)}
        kind="quiet"
        isSmall
        icon="share"
        onPress={() => void share()}
      />
    </View>
  )
}

/**
 * Places the same order for the next NAV date with one tap. Once done, it links to the new order.
 */
function Repeat({ instruction }: { instruction: SeenInstruction }) {
  const words = useSay()
  const isOnline = useIsOnline()
  const client = useQueryClient()
  const { id, repeatedBy } = instruction
  const repeat = useAct(
    async (one: { id: string }, attempt: Attempt) => await api.instructions.repeat(one, attempt),
    {
      onDone: async (repeated) => {
        await instructionSettled(client, repeated)
        void client.invalidateQueries({ queryKey: ['instruction', id] })
        toast(words(wasRepeated))
        router.push(paths.instruction(repeated.id))
      },
    },
  )
  if (repeatedBy !== null)
    return (
      <Button
        title={words(paymentFields.repeated)}
        kind="quiet"
        isSmall
        onPress={() => router.push(paths.instruction(repeatedBy))}
      />
    )
  if (!isRepeatable(instruction)) return null
  return (
    <Button
      title={words(paymentFields.repeat)}
      icon="refresh"
      isBusy={repeat.isBusy}
      onPress={() => repeat.run({ id })}
      reason={isOnline ? undefined : words(needsNetwork)}
      isWide
    />
  )
}

const copyNumber = say('Salin nomor', 'Copy the number')
const notCopied = say(
  'Penyalinan tidak diizinkan. Tekan lama nomornya untuk memilih, lalu salin.',
  'Copying is not allowed. Press and hold the number to select it, then copy.',
)
const needsNetwork = say('Perlu jaringan.', 'You need to be online for this.')
const wasRepeated = say(
  'Instruksi diulang; tautan persetujuan dikirim',
  'Repeated; the approval link was sent',
)

const styles = StyleSheet.create({
  parts: { gap: space(3) },
  facts: { gap: space(1) },
  buttons: { flexDirection: 'row', flexWrap: 'wrap', gap: space(2) },
})
