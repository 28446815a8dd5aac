import { both, useSpeech } from '../base/language.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { PartEntry } from './AddressPart.tsx'
import type { PartProps } from './part.ts'
import { isValues, type JsonSchema, type Values } from '@rmtools/contracts/crm/kyc-values'

const words = {
  add: (label: string) => both(`Tambah ${label.toLowerCase()}`, `Add ${label.toLowerCase()}`),
  remove: both('Hapus', 'Remove'),
}

type Props = PartProps & { label: string; newItem: Values }

/** A list of people, countries or years: each entry is a part that can be added and removed. */
export function ListPart(props: Props) {
  const { id, schema, value, onChange, label, newItem } = props
  const { say } = useSpeech()
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  const itemSchema = schema.items ?? {}
  const replace = (index: number, item: unknown) =>
    onChange(items.map((one, at) => (at === index ? item : one)))
  const add = () => {
    onChange([...items, itemSchema.properties ? newItem : ''])
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[id^="${id}-${items.length}"]`)?.focus(),
    )
  }
  return (
    <>
      {items.map((item, index) => (
        <div key={index} className="part" role="group" aria-label={`${label} ${index + 1}`}>
          <div className="part-head">
            <strong>
              {label} {index + 1}
            </strong>
            <Button
              kind="secondary"
              isSmall
              onPress={() => onChange(items.filter((_, at) => at !== index))}
            >
              {say(words.remove)}{' '}
              <span className="visually-hidden">
                {label} {index + 1}
              </span>
            </Button>
          </div>
          <Item
            {...props}
            id={`${id}-${index}`}
            schema={itemSchema}
            value={item}
            onChange={(next) => replace(index, next)}
            faultAt={(pointer) => props.faultAt(`/${index}${pointer}`)}
          />
        </div>
      ))}
      {items.length < (schema.maxItems ?? Infinity) && (
        <Button kind="secondary" onPress={add}>
          {say(words.add(label))}
        </Button>
      )}
    </>
  )
}

function Item(props: PartProps & { label: string; schema: JsonSchema }) {
  const { id, label, schema, value, onChange, faultAt } = props
  if (!schema.properties)
    return (
      <TextField
        id={id}
        label={label}
        maxLength={schema.maxLength}
        fault={faultAt('')}
        value={typeof value === 'string' ? value : ''}
        onChange={onChange}
      />
    )
  const item: Values = isValues(value) ? value : {}
  return Object.keys(schema.properties).map((name) => (
    <PartEntry
      key={name}
      {...props}
      name={name}
      value={item[name]}
      onChange={(next) => onChange({ ...item, [name]: next })}
    />
  ))
}
