import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import { calendarDateOf } from '@rmtools/contracts/dates'
import { formatMonth, today } from '@rmtools/look/format'
import { space } from '@rmtools/look/scale'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Field } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { Sheet } from './Sheet.tsx'
import { Tap } from './Tap.tsx'
import { Text } from './Text.tsx'
import { useColours } from './theme.ts'

type Props = {
  label: string
  /** yyyy-mm-dd, or empty. */
  value: string
  onChange: (date: string) => void
  error?: string | undefined
  hint?: string | undefined
  isOptional?: boolean
  /** Earliest and latest day in the calendar. */
  from?: string
  to?: string
}

/** A date: typed as day, month, year, or picked from a calendar. */
export function DateField({ label, value, onChange, error, hint, isOptional, from, to }: Props) {
  const words = useSay()
  const [typed, setTyped] = useState<string>()
  const [isOpen, setOpen] = useState(false)
  const change = (text: string) => {
    const pasted = calendarDateOf(text)
    const shown = pasted === undefined ? withDashes(text) : shownDate(pasted)
    setTyped(shown)
    const date = dateOf(shown)
    if (date !== undefined) onChange(date)
    else if (value !== '') onChange('')
  }
  return (
    <>
      <Field
        label={label}
        value={typed !== undefined && dateOf(typed) !== value ? typed : shownDate(value)}
        onChange={change}
        error={
          error ??
          (typed?.length === 10 && dateOf(typed) === undefined ? words(impossible) : undefined)
        }
        hint={hint}
        isOptional={isOptional ?? false}
        placeholder={words(form)}
        keyboardType="number-pad"
        inputMode="numeric"
        maxLength={30}
        suffix={
          <Tap onPress={() => setOpen(true)} label={words(pick, { label })} style={styles.button}>
            <Icon name="calendar" size={20} />
          </Tap>
        }
      />
      {isOpen ? (
        <Calendar
          title={label}
          value={value}
          {...(from ? { from } : {})}
          {...(to ? { to } : {})}
          onClose={() => setOpen(false)}
          onChange={(date) => {
            setTyped(undefined)
            setOpen(false)
            onChange(date)
          }}
        />
      ) : null}
    </>
  )
}

type CalendarProps = {
  title: string
  value: string
  from?: string
  to?: string
  onChange: (date: string) => void
  onClose: () => void
}

function Calendar({ title, value, from, to, onChange, onClose }: CalendarProps) {
  const colours = useColours()
  const language = useLanguage()
  const words = useSay()
  const [month, setMonth] = useState((value || today()).slice(0, 7))
  return (
    <Sheet isOpen onClose={onClose} title={title}>
      <View style={styles.head}>
        <Tap
          onPress={() => setMonth(moved(month, -1))}
          label={words(earlier)}
          style={styles.button}
        >
          <Icon name="back" size={20} />
        </Tap>
        <Text kind="label" isStrong isCentred style={styles.fill}>
          {formatMonth(month, language)}
        </Text>
        <Tap onPress={() => setMonth(moved(month, 1))} label={words(later)} style={styles.button}>
          <Icon name="forward" size={20} />
        </Tap>
      </View>
      <View style={styles.grid}>
        {words(days)
          .split(' ')
          .map((day) => (
            <Text key={day} kind="caption" tone="faint" isCentred style={styles.cell}>
              {day}
            </Text>
          ))}
        {cellsOf(month).map(({ key, date }) => {
          const isOff =
            date === undefined ||
            (from !== undefined && date < from) ||
            (to !== undefined && date > to)
          const isOn = date === value
          const tone = isOff ? 'faint' : 'text'
          return (
            <View key={key} style={styles.cell}>
              {date === undefined ? null : (
                <Tap
                  onPress={() => onChange(date)}
                  isDisabled={isOff}
                  label={shownDate(date)}
                  state={{ selected: isOn }}
                  style={[styles.day, isOn ? { backgroundColor: colours.brand } : undefined]}
                >
                  <Text
                    kind="label"
                    isCentred
                    tone={isOn ? 'onBrand' : tone}
                    isStrong={date === today()}
                  >
                    {Number(date.slice(8))}
                  </Text>
                </Tap>
              )}
            </View>
          )
        })}
      </View>
    </Sheet>
  )
}

/** `23-11-2026` while it is being typed. */
export function withDashes(text: string): string {
  const digits = text.replace(/\D/g, '').slice(0, 8)
  return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].filter(Boolean).join('-')
}

/** The typed date, if it is complete and exists. */
export function dateOf(text: string): string | undefined {
  return /^\d{2}-\d{2}-\d{4}$/.test(text) ? calendarDateOf(text) : undefined
}

const shownDate = (date: string) => date.split('-').toReversed().join('-')

function moved(month: string, by: number): string {
  const at = new Date(`${month}-01T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + by)
  return at.toISOString().slice(0, 7)
}

/** Weeks from Monday, with empty cells before the first day. */
function cellsOf(month: string): { key: string; date: string | undefined }[] {
  const first = new Date(`${month}-01T00:00:00Z`)
  const before = (first.getUTCDay() + 6) % 7
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  const dates = Array.from(
    { length },
    (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`,
  )
  return [
    ...Array.from({ length: before }, (_, index) => ({ key: `before ${index}`, date: undefined })),
    ...dates.map((date) => ({ key: date, date })),
  ]
}

const form = say('tt-bb-tttt', 'dd-mm-yyyy')
const pick = say('{label}: buka kalender', '{label}: open the calendar')
const impossible = say('Tanggal ini tidak ada.', 'There is no such date.')
const earlier = say('Bulan sebelumnya', 'Month before')
const later = say('Bulan berikutnya', 'Next month')
const days = say('Sen Sel Rab Kam Jum Sab Min', 'Mon Tue Wed Thu Fri Sat Sun')

const styles = StyleSheet.create({
  button: { alignItems: 'center', marginRight: -space(2) },
  fill: { flex: 1 },
  head: { flexDirection: 'row', alignItems: 'center' },
  grid: { flexDirection: 'row', flexWrap: 'wrap' },
  cell: { width: `${100 / 7}%`, alignItems: 'center' },
  day: { width: 44, minWidth: 44, height: 44, minHeight: 44, borderRadius: 22 },
})
