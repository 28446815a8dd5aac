// The input for one value of the form, chosen by its schema.
import { readFigure } from '@rmtools/contracts/figures'
import { isMasked } from '@rmtools/contracts/crm/kyc'
import { both, useSpeech } from '../base/language.tsx'
import { Button } from '../ui/Button.tsx'
import { Radios, Select } from '../ui/Choice.tsx'
import { TextField, type FieldFrame } from '../ui/Field.tsx'
import { bandChoices, choicesOf, yesNo } from './options.ts'
import { takes, type JsonSchema } from '@rmtools/contracts/crm/kyc-values'
import { useCountries } from './use-lists.ts'

const words = {
  change: both('Ubah', 'Change'),
  kept: both('Tersimpan, disamarkan untuk keamanan Anda.', 'Saved, masked for your safety.'),
}
const FEW = 5

export type EntryProps = FieldFrame & {
  id: string
  name: string
  schema: JsonSchema
  value: unknown
  onChange: (value: unknown) => void
  onLeave?: () => void
}

type Input = {
  type?: 'email' | 'tel'
  inputMode?: 'numeric' | 'tel' | 'email' | 'decimal'
  autoComplete?: string
  isMono?: boolean
  isLong?: boolean
}
/** A field's keyboard on a phone, and its autocompletion. */
const inputs: Readonly<Record<string, Input>> = {
  fullName: { autoComplete: 'name' },
  email: { type: 'email', inputMode: 'email', autoComplete: 'email' },
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'tel' },
  homePhone: { type: 'tel', inputMode: 'tel' },
  mobile: { type: 'tel', inputMode: 'tel' },
  fax: { type: 'tel', inputMode: 'tel' },
  identityNumber: { inputMode: 'numeric', isMono: true },
  ktpNumber: { inputMode: 'numeric', isMono: true },
  npwp: { inputMode: 'numeric', isMono: true },
  nib: { inputMode: 'numeric', isMono: true },
  tin: { isMono: true },
  giin: { isMono: true },
  rt: { inputMode: 'numeric' },
  rw: { inputMode: 'numeric' },
  postalCode: { inputMode: 'numeric', autoComplete: 'postal-code' },
  share: { inputMode: 'decimal' },
  line: { autoComplete: 'street-address', isLong: true },
  purpose: { isLong: true },
  year: { inputMode: 'numeric' },
}

/** The input of a value. */
export function Entry(props: EntryProps) {
  const { name, schema, value, onChange } = props
  if (isMasked(value)) return <Masked {...props} />
  if (schema.enum) return <OneOf {...props} />
  if (takes(schema, 'boolean')) return <YesOrNo {...props} />
  if (takes(schema, 'integer')) return <WholeNumber {...props} />
  if (schema.pattern === '^[A-Z]{2}$') return <Country {...props} />
  const { isLong = false, ...input } = inputs[name] ?? {}
  return (
    <TextField
      {...props}
      {...input}
      isLong={isLong}
      type={schema.format === 'date' ? 'date' : (input.type ?? 'text')}
      maxLength={schema.maxLength}
      value={typeof value === 'string' ? value : ''}
      onChange={onChange}
    />
  )
}

function OneOf(props: EntryProps) {
  const { name, schema, value } = props
  const { language } = useSpeech()
  const options = choicesOf(name, schema, language)
  const shared = { ...props, options, value: typeof value === 'string' ? value : null }
  // An optional answer can be removed: a select has an empty option, radio buttons have none.
  const areRadios = options.length <= FEW && !props.isOptional
  return areRadios ? <Radios {...shared} /> : <Select {...shared} />
}

function YesOrNo(props: EntryProps) {
  const { value, onChange } = props
  const { language } = useSpeech()
  return (
    <Radios
      {...props}
      options={yesNo(language)}
      value={typeof value === 'boolean' ? String(value) : null}
      onChange={(next) => onChange(next === null ? null : next === 'true')}
    />
  )
}

function WholeNumber(props: EntryProps) {
  const { schema, value, onChange } = props
  const { language } = useSpeech()
  const text = typeof value === 'number' ? String(value) : ''
  const take = (next: string | null) => onChange(next === null || next === '' ? null : Number(next))
  if ((schema.maximum ?? 0) <= FEW)
    return <Select {...props} options={bandChoices(language)} value={text} onChange={take} />
  return (
    <TextField
      {...props}
      inputMode="numeric"
      maxLength={4}
      value={text}
      onChange={(next) =>
        take(
          next.trim() === ''
            ? ''
            : (readFigure(next, { kind: 'count', places: 0, language }).value ?? text),
        )
      }
    />
  )
}

function Country(props: EntryProps) {
  const countries = useCountries()
  const { value, onChange } = props
  return (
    <Select
      {...props}
      options={countries}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
    />
  )
}

function Masked({ id, label, value, onChange, reason }: EntryProps) {
  const { say } = useSpeech()
  return (
    <div className="field" role="group" aria-label={label}>
      <span className="label">{label}</span>
      {reason !== undefined && <p className="reason">{reason}</p>}
      <div className="part-head">
        <span className="masked">{String(value)}</span>
        <Button
          kind="secondary"
          isSmall
          onPress={() => {
            onChange('')
            requestAnimationFrame(() => document.getElementById(id)?.focus())
          }}
        >
          {say(words.change)} <span className="visually-hidden">{label}</span>
        </Button>
      </div>
      <p className="hint">{say(words.kept)}</p>
    </div>
  )
}
