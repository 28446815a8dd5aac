// The controls that only leads have, and the display of their values.
import { Input, Select } from 'antd'
import { leadField, type LeadControl, type LeadField } from '@rmtools/contracts/crm/lead-fields'
import { formatInstant } from '@rmtools/look/format'
import type { Language } from '@rmtools/look/words'
import {
  shownValue as shownCommonValue,
  textOf,
  type ControlProps,
  type Controls,
} from '../ui/DescribedFields.tsx'
import { fromLocal, toLocal } from '../ui/instants.ts'

function Tags({ field: { name, limits }, value, onChange }: ControlProps) {
  const { characters, items } = limits
  return (
    <Select
      id={name}
      mode="tags"
      open={false}
      suffixIcon={null}
      value={Array.isArray(value) ? value : []}
      {...(items === undefined ? {} : { maxCount: items })}
      tokenSeparators={[',', ';']}
      onChange={(tags: string[]) =>
        onChange(tags.map((tag) => tag.trim().slice(0, characters)).filter(Boolean))
      }
    />
  )
}

export const leadControls: Controls<LeadControl> = {
  tags: (props) => <Tags {...props} />,
  'follow-up': ({ field: { name }, value, onChange }) => (
    <Input
      id={name}
      type="datetime-local"
      value={toLocal(textOf(value))}
      onChange={(event) => onChange(fromLocal(event.target.value))}
    />
  ),
}

/** A value in words, to show what somebody else changed. */
export function shownValue(name: LeadField, value: unknown, language: Language): string {
  const { control } = leadField(name)
  if (control === 'follow-up')
    return formatInstant(typeof value === 'string' ? value : null, language)
  return shownCommonValue(control, value, language)
}
