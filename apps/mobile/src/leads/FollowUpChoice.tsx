import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import { formatInstant, today } from '@rmtools/look/format'
import { space } from '@rmtools/look/scale'
import { nouns } from '@rmtools/look/words'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { Chip, ChipGroup } from '../ui/Chip.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Text } from '../ui/Text.tsx'
import { atTime, inDays } from './follow-up.ts'

const quick = [
  { days: 1, word: say('Besok', 'Tomorrow') },
  { days: 3, word: say('3 hari lagi', 'In 3 days') },
  { days: 7, word: say('Minggu depan', 'Next week') },
  { days: 30, word: say('Bulan depan', 'Next month') },
]

/** Chooses the date of the next follow-up, usually with one tap. */
export function FollowUpChoice({
  value,
  onChange,
}: {
  value: string | null
  onChange: (at: string | null) => void
}) {
  const words = useSay()
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const now = new Date()
  return (
    <View style={styles.choice}>
      <Text kind="label" tone="second">
        {value
          ? `${words(nouns.followUp)}: ${formatInstant(value, language)}`
          : words(nouns.followUp)}
      </Text>
      <ChipGroup>
        {quick.map(({ days, word }) => {
          const at = inDays(days, now)
          return (
            <Chip
              key={days}
              text={words(word)}
              isOn={value === at}
              onPress={() => onChange(value === at ? null : at)}
            />
          )
        })}
        <Chip
          text={words(other)}
          isOn={value !== null && !quick.some(({ days }) => inDays(days, now) === value)}
          onPress={() => setOpen(true)}
        />
      </ChipGroup>
      {isOpen ? (
        <TimeSheet
          value={value}
          onClose={() => setOpen(false)}
          onChange={(at) => {
            setOpen(false)
            onChange(at)
          }}
        />
      ) : null}
    </View>
  )
}

function TimeSheet({
  value,
  onChange,
  onClose,
}: {
  value: string | null
  onChange: (at: string | null) => void
  onClose: () => void
}) {
  const words = useSay()
  const start = value ? new Date(value) : new Date(inDays(1, new Date()))
  const [date, setDate] = useState(today(start))
  const [time, setTime] = useState(
    new Date(start.getTime() + 7 * 3_600_000).toISOString().slice(11, 16).replace(':', '.'),
  )
  const at = atTime(date, time)
  const isPast = at !== undefined && Date.parse(at) < Date.now()
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words(nouns.followUp)}
      footer={
        <Button
          title={words(choose)}
          isWide
          isDisabled={!at || isPast}
          onPress={() => onChange(at ?? null)}
        />
      }
    >
      <DateField label={words(day)} value={date} onChange={setDate} from={today()} />
      <Field
        label={words(hour)}
        value={time}
        onChange={setTime}
        keyboardType="numbers-and-punctuation"
        error={at && !isPast ? undefined : words(isPast ? past : wrong)}
      />
      {value ? <Button title={words(remove)} kind="plain" onPress={() => onChange(null)} /> : null}
    </Sheet>
  )
}

const other = say('Waktu lain', 'Another time')
const day = say('Tanggal', 'Date')
const hour = say('Jam (WIB)', 'Time (WIB)')
const choose = say('Pilih waktu ini', 'Choose this time')
const remove = say('Tanpa tindak lanjut', 'No follow-up')
const wrong = say('Tulis jam seperti 09.30.', 'Write a time such as 09.30.')
const past = say('Waktu ini sudah lewat.', 'This time is in the past.')

const styles = StyleSheet.create({ choice: { gap: space(1) } })
