// The fields of a lead in a form: what each is entered by, and what of the value is shown.
import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import {
  leadField,
  limitsOf,
  type LeadControl,
  type LeadDetails,
  type LeadField,
} from '@rmtools/contracts/crm/lead-fields'
import { formatInstant } from '@rmtools/look/format'
import type { Language } from '@rmtools/look/words'
import { fromLocal, toLocal } from '../ui/instants.ts'

type Value = LeadDetails[LeadField]
type Props = {
  name: LeadField
  value: Value
  autoFocus: boolean
  onChange: (value: Value) => void
}

/** A value that is a text. */
export const textOf = (value: Value): string => (typeof value === 'string' ? value : '')
const tagsOf = (value: Value): string[] => (Array.isArray(value) ? value : [])

/** The properties of every input for a text; where a field may be empty, an empty text is none. */
function inputOf({ name, value, autoFocus, onChange }: Props) {
  const { control, isNeeded } = leadField(name)
  const { characters } = limitsOf(name)
  return {
    id: name,
    autoFocus,
    value: textOf(value),
    ...(characters === undefined ? {} : { maxLength: characters }),
    onChange: ({ target }: { target: { value: string } }) => {
      const text = control === 'email' ? target.value.trim() : target.value
      onChange(isNeeded ? text : text || null)
    },
  }
}

function Tags({ name, value, onChange }: Props) {
  const { characters, items } = limitsOf(name)
  return (
    <Select
      id={name}
      mode="tags"
      open={false}
      suffixIcon={null}
      value={tagsOf(value)}
      {...(items === undefined ? {} : { maxCount: items })}
      tokenSeparators={[',', ';']}
      onChange={(tags: string[]) =>
        onChange(tags.map((tag) => tag.trim().slice(0, characters)).filter(Boolean))
      }
    />
  )
}

/** What a field is entered by. */
export const controls: Readonly<Record<LeadControl, (props: Props) => ReactNode>> = {
  name: (props) => <Input {...inputOf(props)} />,
  text: (props) => <Input {...inputOf(props)} />,
  'long-text': (props) => <Input.TextArea {...inputOf(props)} rows={3} />,
  phone: (props) => <Input {...inputOf(props)} inputMode="tel" />,
  email: (props) => <Input {...inputOf(props)} inputMode="email" />,
  tags: (props) => <Tags {...props} />,
  'follow-up': ({ name, value, onChange }) => (
    <Input
      id={name}
      type="datetime-local"
      value={toLocal(textOf(value))}
      onChange={(event) => onChange(fromLocal(event.target.value))}
    />
  ),
}

/** A value in words, for telling what somebody else changed. */
export function shownValue(name: LeadField, value: unknown, language: Language): string {
  if (leadField(name).control === 'follow-up')
    return formatInstant(typeof value === 'string' ? value : null, language)
  return Array.isArray(value) ? value.join(', ') : String(value ?? '–')
}
