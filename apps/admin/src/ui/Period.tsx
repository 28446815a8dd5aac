// A period of days in Jakarta, as two calendar dates in the address.
import { DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { today } from '@rmtools/look/format'
import { useSay } from '../base/language.ts'

export type Days = { from?: string | undefined; to?: string | undefined }
type Props = {
  value: Days
  onChange: (days: Days) => void
  label?: string
  isRequired?: boolean
  maxYears?: number
}

const DAY = 'YYYY-MM-DD'
const dayOf = (date: string | undefined) => (date ? dayjs(date, DAY) : null)

/** Two inclusive dates; without them there is no limit, unless they are required. */
export function Period({
  value: { from, to },
  onChange,
  label,
  isRequired = false,
  maxYears,
}: Props) {
  const say = useSay()
  const now = dayjs(today(), DAY)
  const presets: { label: string; value: [Dayjs, Dayjs] }[] = [
    { label: say({ id: 'Hari ini', en: 'Today' }), value: [now, now] },
    { label: say({ id: '7 hari', en: '7 days' }), value: [now.subtract(6, 'day'), now] },
    { label: say({ id: '30 hari', en: '30 days' }), value: [now.subtract(29, 'day'), now] },
    { label: say({ id: 'Bulan ini', en: 'This month' }), value: [now.startOf('month'), now] },
    { label: say({ id: 'Tahun ini', en: 'This year' }), value: [now.startOf('year'), now] },
    { label: say({ id: '12 bulan', en: '12 months' }), value: [now.subtract(1, 'year'), now] },
  ]
  const word = label ?? say({ id: 'Periode', en: 'Period' })
  return (
    <DatePicker.RangePicker
      aria-label={word}
      id={{ start: `${word}-from`, end: `${word}-to` }}
      value={[dayOf(from), dayOf(to)]}
      allowClear={!isRequired}
      allowEmpty={isRequired ? false : [true, true]}
      presets={presets}
      placeholder={[say({ id: 'Dari', en: 'From' }), say({ id: 'Sampai', en: 'To' })]}
      format="D MMM YYYY"
      maxDate={now}
      {...(maxYears === undefined ? {} : { minDate: now.subtract(maxYears, 'year') })}
      onChange={(days) => onChange({ from: days?.[0]?.format(DAY), to: days?.[1]?.format(DAY) })}
      style={{ width: '19.3em', maxWidth: '100%' }}
    />
  )
}
