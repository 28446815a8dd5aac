import { Field, type FieldProps } from './Field.tsx'
import { useLanguage } from '../app/preferences.ts'

type Props = Omit<FieldProps, 'value' | 'onChange' | 'prefix' | 'keyboardType'> & {
  /** A decimal as the contracts write it: `1500000` or `1500000.50`; empty while nothing is typed. */
  value: string
  onChange: (value: string) => void
  currency: string
  /** Places behind the point: 0 for rupiah, 4 for units. */
  places?: number
}

/** Money or units, grouped as one types. What comes out is a plain decimal, never a float. */
export function MoneyField({ value, onChange, currency, places = currency === 'IDR' ? 0 : 2, ...field }: Props) {
  const language = useLanguage()
  const point = language === 'id' ? ',' : '.'
  return (
    <Field
      {...field}
      value={grouped(value, language)}
      onChange={(text) => onChange(plain(text, point, places))}
      keyboardType={places > 0 ? 'decimal-pad' : 'number-pad'}
      inputMode={places > 0 ? 'decimal' : 'numeric'}
      {...(currency ? { prefix: currency === 'IDR' ? 'Rp' : currency } : {})}
    />
  )
}

/** `1500000.5` as it is read: `1.500.000,5` or `1,500,000.5`. */
export function grouped(value: string, language: 'id' | 'en'): string {
  const [whole = '', fraction] = value.split('.')
  const [group, point] = language === 'id' ? ['.', ','] : [',', '.']
  const text = whole.replace(/\B(?=(\d{3})+$)/g, group ?? '')
  return fraction === undefined ? text : `${text}${point}${fraction}`
}

/** What was typed as a plain decimal: digits, one point, no more places than allowed. */
export function plain(text: string, point: string, places: number): string {
  const at = places > 0 ? text.indexOf(point) : -1
  const digits = (part: string) => part.replace(/\D/g, '')
  const whole = digits(at < 0 ? text : text.slice(0, at))
    .replace(/^0+(?=\d)/, '')
    .slice(0, 18)
  return at < 0 ? whole : `${whole || '0'}.${digits(text.slice(at)).slice(0, places)}`
}
