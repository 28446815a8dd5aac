// The input for a single value of the form, chosen by its schema: a choice, yes or no, a date, a
// country, a text.
import { takes, type JsonSchema } from '@rmtools/contracts/crm/kyc-values'
import { readFigure } from '@rmtools/contracts/figures'
import { choiceLabels } from '@rmtools/look/kyc-words'
import { useLanguage, useSay } from '../base/preferences.ts'
import { useCountries } from '../investors/use-investors.ts'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { Select, type Option } from '../ui/Select.tsx'
import { Choice } from '../ui/Choice.tsx'
import { bandChoices, choicesOf } from './values.ts'

export type EntryProps = {
  name: string
  label: string
  schema: JsonSchema
  value: unknown
  onChange: (value: unknown) => void
  onLeave?: (() => void) | undefined
  error?: string | undefined
  hint?: string | undefined
  isOptional?: boolean
}

/** The input for a single value. */
export function Entry(props: EntryProps) {
  const { name, schema } = props
  if (takes(schema, 'boolean')) return <YesOrNo {...props} />
  if (schema.enum) return <OneOf {...props} />
  if (name === 'assets' || name === 'profit') return <Band {...props} />
  if (schema.format === 'date') return <Day {...props} />
  if (isCountry(name)) return <Country {...props} />
  return <TextEntry {...props} />
}

function YesOrNo({ label, value, onChange, error, hint, isOptional = false }: EntryProps) {
  const words = useSay()
  return (
    <Choice
      label={label}
      value={typeof value === 'boolean' ? String(value) : undefined}
      options={[
        { value: 'true', text: words(choiceLabels.yes) },
        { value: 'false', text: words(choiceLabels.no) },
      ]}
      onChange={(next) => onChange(next === 'true')}
      isOptional={isOptional}
      error={error}
      hint={hint}
    />
  )
}

/** Up to this many options are shown side by side. */
const FEW = 3

function OneOf(props: EntryProps) {
  const { name, label, schema, value, onChange, error, hint, isOptional = false } = props
  const options = choicesOf(name, schema, useLanguage())
  const chosen = typeof value === 'string' ? value : undefined
  const shown = { label, value: chosen, options, onChange, isOptional, error, hint }
  return options.length <= FEW ? <Choice {...shown} /> : <Select {...shown} />
}

/** One of the bands in which a company's figures are stated. */
function Band({ label, value, onChange, error, hint }: EntryProps) {
  return (
    <Select
      label={label}
      value={value === undefined || value === null ? undefined : String(value)}
      options={bandChoices(useLanguage())}
      onChange={(next) => onChange(Number(next))}
      error={error}
      hint={hint}
    />
  )
}

function Day({ label, value, onChange, error, hint, isOptional = false }: EntryProps) {
  return (
    <DateField
      label={label}
      value={typeof value === 'string' ? value : ''}
      onChange={(date) => onChange(date || null)}
      isOptional={isOptional}
      error={error}
      hint={hint}
    />
  )
}

const isCountry = (name: string) => /^(country|nationality|countryOf)/.test(name)

function Country({ label, value, onChange, error, hint }: EntryProps) {
  const language = useLanguage()
  const options = useCountries()
    .map(({ code, nameId, nameEn }): Option => ({
      value: code,
      text: language === 'id' ? nameId : nameEn,
    }))
    .toSorted(
      (a, b) =>
        Number(b.value === 'ID') - Number(a.value === 'ID') ||
        a.text.localeCompare(b.text, language),
    )
  return (
    <Select
      label={label}
      value={typeof value === 'string' ? value : undefined}
      options={options.length > 0 ? options : [{ value: 'ID', text: 'Indonesia' }]}
      onChange={onChange}
      error={error}
      hint={hint}
    />
  )
}

/** A typed number, such as a year. Input that is not a whole number changes nothing. */
function wholeNumber(typed: string, before: unknown): unknown {
  if (typed.trim() === '') return null
  const { value } = readFigure(typed, { kind: 'count', places: 0, language: 'id' })
  return value === undefined ? before : Number(value)
}

function capitalsOf(name: string) {
  if (name === 'email' || name === 'website') return 'none'
  return capitals.has(name) ? 'characters' : 'words'
}

function keyboardOf(name: string) {
  if (/phone|mobile|fax/i.test(name)) return 'phone-pad'
  return name === 'email' ? 'email-address' : 'default'
}

function TextEntry({
  name,
  label,
  schema,
  value,
  onChange,
  onLeave,
  error,
  hint,
  isOptional,
}: EntryProps) {
  const isNumber = takes(schema, 'integer')
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const change = (typed: string) => onChange(isNumber ? wholeNumber(typed, value) : typed)
  const isDigits = isNumber || digits.has(name)
  return (
    <Field
      label={label}
      value={text}
      onChange={change}
      onBlur={() => onLeave?.()}
      error={error}
      hint={hint}
      isOptional={isOptional ?? false}
      autoComplete="off"
      autoCapitalize={capitalsOf(name)}
      autoCorrect={false}
      keyboardType={isDigits ? 'number-pad' : keyboardOf(name)}
      {...(isDigits ? { inputMode: 'numeric' as const } : {})}
      {...(name === 'line' ? { multiline: true } : {})}
      {...(schema.maxLength === undefined ? {} : { maxLength: schema.maxLength })}
    />
  )
}

const digits = new Set([
  'identityNumber',
  'ktpNumber',
  'nib',
  'rt',
  'rw',
  'postalCode',
  'npwp',
  'tin',
])
const capitals = new Set(['giin', 'passportNumber'])
