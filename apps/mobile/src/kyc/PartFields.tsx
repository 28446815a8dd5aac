// Fields made of other fields: addresses, employers, lists of people, countries and years.
import { StyleSheet, View } from 'react-native'
import { isValues, type JsonSchema, type Values } from '@rmtools/contracts/crm/kyc-values'
import { shortNamesOf } from '@rmtools/contracts/crm/place-names'
import { space } from '@rmtools/look/scale'
import { actions } from '@rmtools/look/words'
import { say, useSay } from '../base/preferences.ts'
import { useRegions } from '../investors/use-investors.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/ListRow.tsx'
import { Select } from '../ui/Select.tsx'
import { Text } from '../ui/Text.tsx'
import { Entry } from './Entry.tsx'
import { hints, itemWords, partWord } from './words.ts'

export type PartFieldsProps = {
  label: string
  schema: JsonSchema
  value: unknown
  onChange: (value: unknown) => void
  onLeave: () => void
  faultAt: (pointer: string) => string | undefined
}

const valuesOf = (value: unknown): Values => (isValues(value) ? value : {})

function PartEntry({
  schema,
  value,
  onChange,
  onLeave,
  faultAt,
  name,
  needed = [],
}: PartFieldsProps & { name: string; needed?: readonly string[] }) {
  const words = useSay()
  const values = valuesOf(value)
  const hint = hints[name]
  return (
    <Entry
      name={name}
      label={words(partWord(name))}
      schema={schema.properties?.[name] ?? {}}
      value={values[name]}
      onChange={(next) => onChange({ ...values, [name]: next })}
      onLeave={onLeave}
      error={faultAt(`/${name}`)}
      hint={name === 'tin' && hint ? words(hint) : undefined}
      isOptional={!(schema.required?.includes(name) || needed.includes(name))}
    />
  )
}

/**
 * An address: in Indonesia province, city and district are chosen from lists, elsewhere they are
 * typed.
 */
export function AddressFields(props: PartFieldsProps & { isNeeded?: boolean }) {
  const address = valuesOf(props.value)
  const country = typeof address['country'] === 'string' ? address['country'] : 'ID'
  const given = {
    ...props,
    value: { country, ...address },
    needed: country === 'ID' ? ['province', 'postalCode'] : [],
  }
  const entry = (name: string) => <PartEntry key={name} {...given} name={name} />
  return (
    <>
      {entry('line')}
      {country === 'ID' ? (
        <View style={styles.two}>
          <View style={styles.half}>{entry('rt')}</View>
          <View style={styles.half}>{entry('rw')}</View>
        </View>
      ) : null}
      {country === 'ID' ? <Regions {...given} /> : ['province', 'city', 'district'].map(entry)}
      {entry('village')}
      {entry('postalCode')}
      {entry('country')}
    </>
  )
}

function Regions(props: PartFieldsProps & { needed: readonly string[] }) {
  const address = valuesOf(props.value)
  const codeOf = (name: string) =>
    typeof address[name] === 'string' && address[name] !== '' ? String(address[name]) : undefined
  const change = (more: Values) => props.onChange({ ...address, ...more })
  const cities = { city: null, cityCode: null, district: null, districtCode: null }
  return (
    <>
      <Region
        {...props}
        name="province"
        parent=""
        onChoose={({ code, name }) => change({ province: name, provinceCode: code, ...cities })}
      />
      <Region
        {...props}
        name="city"
        parent={codeOf('provinceCode')}
        onChoose={({ code, name }) =>
          change({ city: name, cityCode: code, district: null, districtCode: null })
        }
      />
      <Region
        {...props}
        name="district"
        parent={codeOf('cityCode')}
        onChoose={({ code, name }) => change({ district: name, districtCode: code })}
      />
    </>
  )
}

type RegionProps = PartFieldsProps & {
  needed: readonly string[]
  name: 'province' | 'city' | 'district'
  parent: string | undefined
  onChoose: (place: { code: string; name: string }) => void
}

/**
 * One level of the regions: chosen from the list, or typed if the list is not loaded (no network
 * yet).
 */
function Region({ name, parent, onChoose, ...props }: RegionProps) {
  const words = useSay()
  const regions = useRegions(parent)
  const provinces = useRegions('')
  const address = valuesOf(props.value)
  const typed = address[name]
  // Without a network and a list the RM types it; with a list the level above has to be chosen
  // first.
  if (regions.length === 0 && (parent !== undefined || provinces.length === 0))
    return <PartEntry {...props} name={name} />
  const code = regions.find(
    (place) => place.code === address[`${name}Code`] || place.name === typed,
  )?.code
  return (
    <Select
      label={words(partWord(name))}
      value={code}
      options={regions.map(optionOf)}
      onChange={(next) => {
        const region = regions.find((one) => one.code === next)
        if (region) onChoose(region)
      }}
      error={props.faultAt(`/${name}`)}
      isDisabled={regions.length === 0}
      isOptional={name === 'district'}
      {...(typeof typed === 'string' && typed !== '' ? { placeholder: typed } : {})}
    />
  )
}

function optionOf({ code, name }: { code: string; name: string }) {
  const alsoCalled = shortNamesOf(code)
  return { value: code, text: name, ...(alsoCalled ? { alsoCalled } : {}) }
}

/** The employer, with its address. */
export function EmployerFields(props: PartFieldsProps) {
  const words = useSay()
  const employer = valuesOf(props.value)
  return (
    <>
      {['name', 'lineOfBusiness', 'phone'].map((name) => (
        <PartEntry key={name} {...props} name={name} needed={['phone']} />
      ))}
      <Text kind="label" isStrong>
        {words(partWord('address'))}
      </Text>
      <AddressFields
        {...props}
        schema={props.schema.properties?.['address'] ?? {}}
        value={employer['address']}
        onChange={(address) => props.onChange({ ...employer, address })}
        faultAt={(pointer) => props.faultAt(`/address${pointer}`)}
      />
    </>
  )
}

/** A list: one card per entry, with buttons to add and remove. */
export function ListFields(props: PartFieldsProps & { name: string; newItem: Values }) {
  const words = useSay()
  const { name, schema, value, onChange, newItem } = props
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  const itemSchema = schema.items ?? {}
  const item = words(itemWords[name] ?? say(props.label, props.label))
  const replace = (index: number, next: unknown) =>
    onChange(items.map((one, at) => (at === index ? next : one)))
  return (
    <>
      {items.map((one, index) => (
        // Entries have no id of their own and are never reordered.
        // oxlint-disable-next-line react/no-array-index-key
        <Card key={index} isPadded>
          <View style={styles.head}>
            <Text kind="label" isStrong style={styles.half}>
              {`${item} ${index + 1}`}
            </Text>
            <Button
              title={words(actions.remove)}
              kind="plain"
              isSmall
              label={`${words(actions.remove)}: ${item} ${index + 1}`}
              onPress={() => onChange(items.filter((_, at) => at !== index))}
            />
          </View>
          <Item
            {...props}
            label={item}
            schema={itemSchema}
            value={one}
            onChange={(next) => replace(index, next)}
            faultAt={(pointer) => props.faultAt(`/${index}${pointer}`)}
          />
        </Card>
      ))}
      {items.length < (schema.maxItems ?? Infinity) ? (
        <Button
          title={words(addWord, { item: item.toLowerCase() })}
          kind="quiet"
          isSmall
          icon="plus"
          onPress={() => onChange([...items, itemSchema.properties ? newItem : ''])}
        />
      ) : null}
    </>
  )
}

function Item(props: PartFieldsProps) {
  const { schema, label, value, onChange, onLeave, faultAt } = props
  if (!schema.properties)
    return (
      <Entry
        name="name"
        label={label}
        schema={schema}
        value={value}
        onChange={onChange}
        onLeave={onLeave}
        error={faultAt('')}
      />
    )
  return Object.keys(schema.properties).map((name) => (
    <PartEntry
      key={name}
      {...props}
      name={name}
      needed={['mobile', 'ktpNumber', 'tin', 'year', 'assets', 'profit']}
    />
  ))
}

const addWord = say('Tambah {item}', 'Add {item}')

const styles = StyleSheet.create({
  two: { flexDirection: 'row', gap: space(3) },
  half: { flex: 1 },
  head: { flexDirection: 'row', alignItems: 'center' },
})
