// The inputs of a form, generated from the description of a resource's fields.
import { Input } from 'antd'
import type { ReactNode } from 'react'
import type { CommonControl, FieldToEnter } from '@rmtools/contracts/described'
import { formatDate } from '@rmtools/look/format'
import type { Language } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { Field } from './Field.tsx'
import styles from './DescribedFields.module.css'

export type FieldValue = string | string[] | null
export type ControlProps = {
  field: FieldToEnter<string>
  value: FieldValue
  autoFocus: boolean
  onChange: (value: FieldValue) => void
}
export type Controls<Control extends string> = Readonly<
  Record<Exclude<Control, CommonControl>, (props: ControlProps) => ReactNode>
>

/** The value if it is a text, otherwise an empty text. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Whether a required value is missing. */
export const isLacking = ({ isNeeded }: { isNeeded: boolean }, value: unknown): boolean =>
  isNeeded && textOf(value).trim() === ''

/** The properties of every text input; in an optional field an empty text is null. */
function inputOf({ field, value, autoFocus, onChange }: ControlProps) {
  const { name, control, isNeeded, limits } = field
  return {
    id: name,
    autoFocus,
    value: textOf(value),
    ...(limits.characters === undefined ? {} : { maxLength: limits.characters }),
    onChange: ({ target }: { target: { value: string } }) => {
      const text = control === 'email' ? target.value.trim() : target.value
      onChange(isNeeded ? text : text || null)
    },
  }
}

/** The controls that any resource can use. */
const common: Readonly<Record<CommonControl, (props: ControlProps) => ReactNode>> = {
  name: (props) => <Input {...inputOf(props)} />,
  text: (props) => <Input {...inputOf(props)} />,
  'long-text': (props) => <Input.TextArea {...inputOf(props)} rows={3} />,
  phone: (props) => <Input {...inputOf(props)} inputMode="tel" />,
  email: (props) => <Input {...inputOf(props)} inputMode="email" />,
  date: (props) => <Input {...inputOf(props)} type="date" />,
}

type Props<Name extends string, Control extends string, Value extends Record<Name, FieldValue>> = {
  fields: readonly FieldToEnter<Name, Control>[]
  value: Value
  onChange: (changes: Partial<Value>) => void
  faultOf: (name: Name) => string | null
  /** The inputs that only this resource has. */
  own: Controls<Control>
  hints?: Partial<Record<Name, string>>
}

/** One input for each field, in two columns. */
export function DescribedFields<
  Name extends string,
  Control extends string,
  Value extends Record<Name, FieldValue>,
>({ fields, value, onChange, faultOf, own, hints = {} }: Props<Name, Control, Value>) {
  const say = useSay()
  const controls: Readonly<Record<string, (props: ControlProps) => ReactNode>> = {
    ...common,
    ...own,
  }
  return (
    <div className={styles['pair']}>
      {fields.map((field, index) => {
        const { name, asked, hint, isNeeded, width } = field
        // An input returns the kind of value that its field holds.
        const set = (next: FieldValue) => onChange({ [name]: next } as Partial<Value>)
        return (
          <div key={name} data-width={width}>
            <Field
              id={name}
              label={say(asked)}
              hint={hints[name] ?? (hint && say(hint))}
              isRequired={isNeeded}
              fault={faultOf(name)}
            >
              {controls[field.control]?.({
                field,
                value: value[name],
                autoFocus: index === 0,
                onChange: set,
              })}
            </Field>
          </div>
        )
      })}
    </div>
  )
}

/** A value in words, to show what somebody else changed. */
export function shownValue(control: string, value: unknown, language: Language): string {
  if (control === 'date') return formatDate(typeof value === 'string' ? value : null, language)
  return Array.isArray(value) ? value.join(', ') : String(value ?? '–')
}
