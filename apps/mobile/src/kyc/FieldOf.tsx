// A field of the form: a single value, an address, an employer, a list. The contract says which
// values it takes.
import { StyleSheet, View } from 'react-native'
import type { InvestorKind } from '@rmtools/contracts/crm/kyc'
import {
  isBlank,
  schemaOf,
  takes,
  type Fault,
  type Values,
} from '@rmtools/contracts/crm/kyc-values'
import { faultText } from '@rmtools/look/faults'
import { space } from '@rmtools/look/scale'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { FieldMessage } from '../ui/Field.tsx'
import { Card } from '../ui/ListRow.tsx'
import { Banner } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import { AddressFields, EmployerFields, ListFields, type PartFieldsProps } from './PartFields.tsx'
import { Entry } from './Entry.tsx'
import { fieldLabel, hints } from './words.ts'

export type FieldOfProps = {
  kind: InvestorKind
  name: string
  value: unknown
  onChange: (value: unknown) => void
  onLeave: () => void
  /** Their pointers start at the field. */
  faults: readonly Fault[]
  question?: string | undefined
  /** Why a reviewer returned it. */
  reason?: string | undefined
  isRequired: boolean
  /** Known values that prefill a new entry of a list. */
  newItem: Values
}

/** A field with its label, its error, and the reviewer's reason. */
export function FieldOf({
  kind,
  name,
  value,
  onChange,
  onLeave,
  faults,
  question,
  reason,
  isRequired,
  newItem,
}: FieldOfProps) {
  const words = useSay()
  const language = useLanguage()
  const schema = schemaOf(kind, name)
  const label = words(fieldLabel(`/${kind}/${name}`))
  const hint = hints[name] && words(hints[name])
  const faultAt = (pointer: string) => {
    const found = faults.find((one) => one.pointer === pointer)
    return found && faultText(found.code, language)
  }
  const around = (
    <>
      {reason ? <Banner icon="returned" tone="warning" title={label} text={reason} /> : null}
      {question ? <Banner icon="info" title={question} /> : null}
    </>
  )
  if (!takes(schema, 'object') && !takes(schema, 'array'))
    return (
      <>
        {around}
        <Entry
          name={name}
          label={label}
          schema={schema}
          value={value}
          onChange={onChange}
          onLeave={onLeave}
          error={faultAt('')}
          hint={hint}
          isOptional={!isRequired}
        />
      </>
    )
  const part = { schema, value, onChange, onLeave, faultAt, label }
  const inside = () => {
    if (name === 'employer')
      return (
        <Card isPadded>
          <EmployerFields {...part} />
        </Card>
      )
    if (takes(schema, 'array')) return <ListFields {...part} name={name} newItem={newItem} />
    return <AddressGroup {...part} isRequired={isRequired} />
  }
  return (
    <>
      {around}
      <View role="group" aria-label={label} style={styles.group}>
        <Text kind="section">{label}</Text>
        <FieldMessage error={faultAt('')} hint={hint} />
        {inside()}
      </View>
    </>
  )
}

/** An address. An optional one appears on request and can be removed again. */
function AddressGroup({ isRequired, ...part }: PartFieldsProps & { isRequired: boolean }) {
  const words = useSay()
  const { label, value, onChange } = part
  if (!isRequired && isBlank(value))
    return (
      <Button
        title={words(fillIn)}
        kind="quiet"
        isSmall
        icon="plus"
        onPress={() => onChange({ country: 'ID' })}
        label={`${words(fillIn)}: ${label}`}
      />
    )
  return (
    <Card isPadded>
      <AddressFields {...part} isNeeded={isRequired} />
      {isRequired ? null : (
        <Button
          title={words(without)}
          kind="plain"
          isSmall
          onPress={() => onChange(null)}
          label={`${words(without)}: ${label}`}
        />
      )}
    </Card>
  )
}

const fillIn = say('Isi alamat ini', 'Enter this address')
const without = say('Hapus alamat ini', 'Remove this address')

const styles = StyleSheet.create({ group: { gap: space(3) } })
