// A field of the form: a single value, an address, an employer, a list.
import type { InvestorKind } from '@rmtools/contracts/crm/kyc'
import { faultText } from '@rmtools/look/faults'
import { both, useSpeech } from '../base/language.tsx'
import { Button } from '../ui/Button.tsx'
import { AddressPart, PartEntry } from './AddressPart.tsx'
import { Entry } from './Entry.tsx'
import { hints, itemLabels, labelOf, partLabelOf } from './labels.ts'
import { ListPart } from './ListPart.tsx'
import {
  isBlank,
  isValues,
  schemaOf,
  takes,
  type Fault,
  type JsonSchema,
  type Values,
} from '@rmtools/contracts/crm/kyc-values'

const words = {
  fillIn: both('Isi alamat lain', 'Enter another address'),
  without: both('Hapus alamat ini', 'Remove this address'),
}

export type FieldOfProps = {
  kind: InvestorKind
  name: string
  value: unknown
  onChange: (value: unknown) => void
  onLeave: () => void
  faults: readonly Fault[]
  question?: string | undefined
  reason?: string | undefined
  isRequired: boolean
  /** Known values for a new entry of a list. */
  newItem: Values
}

/** The id that a list of faults links to. */
export const fieldId = (name: string) => `f-${name}`

/** A field with its label, its fault and the reason for its return. */
export function FieldOf(props: FieldOfProps) {
  const { kind, name, value, onChange, onLeave, faults, question, reason, isRequired } = props
  const { language, say } = useSpeech()
  const schema = schemaOf(kind, name)
  const id = fieldId(name)
  const label = say(labelOf(kind, name))
  const faultAt = (pointer: string) => {
    const found = faults.find((one) => one.pointer === `/${kind}/${name}${pointer}`)
    return found && faultText(found.code, language)
  }
  const hint = hints[name] && say(hints[name])
  const around = {
    label,
    fault: faultAt(''),
    question,
    reason,
    isOptional: !isRequired,
    ...(hint === undefined ? {} : { hint }),
  }
  if (takes(schema, 'object') || takes(schema, 'array'))
    return (
      <fieldset className="field stack-wide" id={id} tabIndex={-1}>
        <legend>{label}</legend>
        {reason !== undefined && <p className="reason">{reason}</p>}
        {hint !== undefined && <p className="hint">{hint}</p>}
        {around.fault !== undefined && (
          <p className="fault" role="alert">
            {around.fault}
          </p>
        )}
        <Part {...props} id={id} schema={schema} faultAt={faultAt} label={label} />
      </fieldset>
    )
  return (
    <Entry
      {...around}
      id={id}
      name={name}
      schema={schema}
      value={value}
      onChange={onChange}
      onLeave={onLeave}
    />
  )
}

type Parted = FieldOfProps & {
  id: string
  schema: JsonSchema
  faultAt: (pointer: string) => string | undefined
  label: string
}

/** Indonesian addresses require these besides the schema. */
const addressParts = ['province', 'postalCode']

function Part(props: Parted) {
  const { name, schema, label, newItem, isRequired, value, onChange } = props
  const { say } = useSpeech()
  const item = itemLabels[name]
  if (takes(schema, 'array'))
    return (
      <ListPart
        {...props}
        label={item ? say(item) : label}
        newItem={newItem}
        requiredParts={itemParts[name] ?? []}
      />
    )
  if (name === 'employer') return <Workplace {...props} />
  // Most people have one address; each further one fills three screens, so it appears on request.
  if (!isRequired && isBlank(value))
    return (
      <Button kind="secondary" onPress={() => onChange({ country: 'ID' })}>
        {say(words.fillIn)} <span className="visually-hidden">{label}</span>
      </Button>
    )
  return (
    <>
      <AddressPart {...props} requiredParts={addressParts} />
      {!isRequired && (
        <Button kind="secondary" isSmall onPress={() => onChange(null)}>
          {say(words.without)} <span className="visually-hidden">{label}</span>
        </Button>
      )}
    </>
  )
}

const itemParts: Readonly<Record<string, readonly string[]>> = {
  authorisedPersons: ['mobile', 'ktpNumber'],
  taxResidences: ['tin'],
  figures: ['year', 'assets', 'profit'],
}

/** The employer, with its address. */
function Workplace(props: Parted) {
  const { id, schema, value, onChange, faultAt } = props
  const { say } = useSpeech()
  const employer: Values = isValues(value) ? value : {}
  const change = (name: string) => (next: unknown) => onChange({ ...employer, [name]: next })
  return (
    <>
      {['name', 'lineOfBusiness', 'phone'].map((name) => (
        <PartEntry
          key={name}
          {...props}
          name={name}
          requiredParts={['phone']}
          value={employer[name]}
          onChange={change(name)}
        />
      ))}
      <fieldset className="field stack-wide">
        <legend>{say(partLabelOf('address'))}</legend>
        <AddressPart
          {...props}
          id={`${id}-address`}
          schema={schema.properties?.['address'] ?? {}}
          requiredParts={addressParts}
          value={employer['address']}
          onChange={change('address')}
          faultAt={(pointer) => faultAt(`/address${pointer}`)}
        />
      </fieldset>
    </>
  )
}
