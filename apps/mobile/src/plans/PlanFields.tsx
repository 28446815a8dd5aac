import { useMemo } from 'react'
import { StyleSheet, View } from 'react-native'
import type { Product } from '@rmtools/contracts/bff/market'
import { LAST_PLAN_DAY, nextRunDays, runsToGoal } from '@rmtools/contracts/crm/plan-rules'
import { formatDate, today } from '@rmtools/look/format'
import { planWayHints, planWayWords, planWords } from '@rmtools/look/plan-words'
import { space } from '@rmtools/look/scale'
import { nouns, productTypes } from '@rmtools/look/words'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { useHolidays } from '../instructions/use-instructions.ts'
import { Button } from '../ui/Button.tsx'
import { Segments } from '../ui/Chip.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { MoneyField } from '../ui/MoneyField.tsx'
import { Section } from '../ui/Section.tsx'
import { Select } from '../ui/Select.tsx'
import { Banner } from '../ui/States.tsx'
import { canAddLine, planEnds, termsOf, type PlanEnd, type PlanForm } from './plan-form.ts'

export type PlanFieldsProps = {
  form: PlanForm
  set: (changes: Partial<PlanForm>) => void
  products: readonly Product[]
  accounts: readonly { value: string; text: string; detail: string }[]
}

/** The fields of a plan: funds with amounts, the day, the end, and how it is paid. */
export function PlanFields(props: PlanFieldsProps) {
  const words = useSay()
  const { form, set, accounts } = props
  const days = Array.from({ length: LAST_PLAN_DAY }, (_, index) => String(index + 1))
  return (
    <>
      <Lines {...props} />
      <Select
        label={words(planWords.day)}
        value={String(form.day)}
        options={days.map((day) => ({ value: day, text: day }))}
        onChange={(day) => set({ day: Number(day) })}
        hint={words(dayHint)}
      />
      <NextDays form={form} />
      <Segments
        label={words(planWords.way)}
        value={form.way}
        onChange={(way) => set({ way })}
        options={[
          { value: 'direct-debit', text: words(planWayWords['direct-debit']) },
          { value: 'virtual-account', text: words(byHand) },
        ]}
      />
      <Banner icon="info" title={words(planWayHints[form.way])} />
      <Select
        label={words(planWords.account)}
        value={form.bankAccountId || undefined}
        options={accounts}
        onChange={(bankAccountId) => set({ bankAccountId })}
        isDisabled={accounts.length === 0}
        hint={accounts.length === 0 ? words(noAccount) : undefined}
      />
      <End {...props} />
    </>
  )
}

function Lines({ form, set, products }: PlanFieldsProps) {
  const words = useSay()
  const change = (index: number, changes: Partial<PlanForm['lines'][number]>) =>
    set({
      isTold: false,
      lines: form.lines.map((line, at) => (at === index ? { ...line, ...changes } : line)),
    })
  return (
    <>
      {form.lines.map(({ productCode, amount }, index) => (
        <View key={index} style={styles.line}>
          <Select
            label={words(nouns.product)}
            value={productCode || undefined}
            options={products
              .filter(
                ({ code }) =>
                  code === productCode || !form.lines.some((line) => line.productCode === code),
              )
              .map(({ code, name, type, riskLevel }) => ({
                value: code,
                text: name,
                detail: `${words(productTypes[type])} · ${words(risk, { level: riskLevel })}`,
              }))}
            onChange={(code) => change(index, { productCode: code })}
          />
          <MoneyField
            label={words(planWords.perRun)}
            value={amount}
            onChange={(next) => change(index, { amount: next })}
            currency="IDR"
          />
          {form.lines.length > 1 ? (
            <Button
              title={words(removeWord)}
              kind="plain"
              isSmall
              onPress={() => set({ lines: form.lines.filter((_, at) => at !== index) })}
            />
          ) : null}
        </View>
      ))}
      {canAddLine(form) ? (
        <Button
          title={words(addWord)}
          kind="quiet"
          isSmall
          icon="plus"
          onPress={() => set({ lines: [...form.lines, { productCode: '', amount: '' }] })}
        />
      ) : null}
    </>
  )
}

/** The next three exchange days, as the server will choose them. */
function NextDays({ form }: { form: PlanForm }) {
  const words = useSay()
  const language = useLanguage()
  const holidays = useHolidays()
  const days = useMemo(() => {
    const terms = { ...termsOf(form), runsAtMost: null, goalAmount: null }
    return form.startsOn === '' ? [] : nextRunDays(terms, { from: today(), holidays, count: 3 })
  }, [form, holidays])
  if (days.length === 0) return null
  return (
    <Banner
      icon="calendar"
      title={words(planWords.nextRuns)}
      text={days.map((day) => formatDate(day, language)).join(', ')}
    />
  )
}

function End({ form, set }: PlanFieldsProps) {
  const words = useSay()
  const terms = termsOf(form)
  const runs = terms.lines.length > 0 ? runsToGoal(terms, '0') : null
  return (
    <Section title={words(planWords.ends)}>
      <Segments<PlanEnd>
        label={words(planWords.ends)}
        value={form.end}
        onChange={(end) => set({ end })}
        options={planEnds.map((end) => ({ value: end, text: words(endWords[end]) }))}
      />
      {form.end === 'date' ? (
        <DateField
          label={words(endsOnWord)}
          value={form.endsOn}
          onChange={(endsOn) => set({ endsOn })}
          from={form.startsOn}
        />
      ) : null}
      {form.end === 'runs' ? (
        <Field
          label={words(runsWord)}
          value={form.runsAtMost}
          onChange={(runsAtMost) => set({ runsAtMost: runsAtMost.replaceAll(/\D/g, '') })}
          keyboardType="number-pad"
          maxLength={3}
        />
      ) : null}
      {form.end === 'goal' ? (
        <MoneyField
          label={words(planWords.goal)}
          value={form.goalAmount}
          onChange={(goalAmount) => set({ goalAmount })}
          currency="IDR"
          hint={runs === null ? undefined : words(goalHint, { runs })}
        />
      ) : null}
    </Section>
  )
}

const risk = say('Risiko {level} dari 5', 'Risk {level} of 5')
const byHand = say('Bayar sendiri', 'Pay by hand')
const dayHint = say('Bila libur, hari bursa berikutnya.', 'On a holiday, the next exchange day.')
const noAccount = say(
  'Investor belum memiliki rekening yang disetujui.',
  'The investor has no approved bank account yet.',
)
const addWord = say('Tambah produk', 'Add a product')
const removeWord = say('Hapus produk ini', 'Remove this product')
const endsOnWord = say('Tanggal terakhir', 'Last date')
const runsWord = say('Berapa kali beli', 'How many times')
const goalHint = say(
  '{runs} kali beli dari dana yang disetor saja; hasil investasi tidak diperhitungkan.',
  '{runs} times by the money paid in alone; no returns are assumed.',
)
const endWords: Record<PlanEnd, { id: string; en: string }> = {
  none: say('Tidak ditentukan', 'Open'),
  date: say('Tanggal', 'Date'),
  runs: say('Kali', 'Times'),
  goal: say('Sasaran', 'Goal'),
}

const styles = StyleSheet.create({ line: { gap: space(3) } })
