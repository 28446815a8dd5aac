import { amountQuestionWords } from '@rmtools/look/instruction-events'
import { formatMoney } from '@rmtools/look/format'
import { problemText } from '@rmtools/look/problems'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Field } from '../ui/Field.tsx'
import { Banner } from '../ui/States.tsx'
import type { OrderFieldsProps } from './order-fields.ts'

const LONGEST_REASON = 500

/**
 * Why the amount is unusual, and the RM's explanation, which is stored with the order for
 * reviewers.
 */
export function AmountQuestions({
  form,
  set,
  checked,
}: Pick<OrderFieldsProps, 'form' | 'set' | 'checked'>) {
  const words = useSay()
  const language = useLanguage()
  if (checked.questions.length === 0 && !form.isReasonAsked) return null
  const asked = checked.questions.map(({ code, limit }) => {
    const word = amountQuestionWords[code]
    return `${word ? words(word) : code} (${formatMoney(limit, 'IDR', language)})`
  })
  return (
    <>
      <Banner
        icon="warning"
        tone="warning"
        title={words(isRight)}
        text={asked.length > 0 ? asked.join(' ') : problemText('amount-unusual', language)}
      />
      <Field
        label={words(reason)}
        value={form.amountReason}
        onChange={(amountReason) => set({ amountReason })}
        hint={words(whoReads)}
        maxLength={LONGEST_REASON}
        multiline
      />
    </>
  )
}

type Twice = Pick<OrderFieldsProps, 'form' | 'set'> & { seconds: number | undefined }

/** Asks for confirmation when the same order was placed a moment ago. */
export function MeantTwice({ form, set, seconds }: Twice) {
  const words = useSay()
  if (seconds === undefined) return null
  return (
    <>
      <Banner icon="warning" tone="warning" title={words(sameBefore, { seconds })} />
      <Checkbox
        isOn={form.isMeantTwice}
        onChange={(isMeantTwice) => set({ isMeantTwice })}
        text={words(again)}
      />
    </>
  )
}

const isRight = say('Periksa jumlah ini', 'Check this amount')
const reason = say('Alasan jumlah ini', 'Why this amount')
const whoReads = say(
  'Tersimpan pada instruksi dan dibaca peninjau.',
  'Kept with the instruction and read by reviewers.',
)
const sameBefore = say(
  'Instruksi yang sama dibuat {seconds} detik yang lalu; buat lagi?',
  'The same instruction was made {seconds} seconds ago; make it again?',
)
const again = say('Ya, memang dimaksudkan dua kali.', 'Yes, I want to order it twice.')
