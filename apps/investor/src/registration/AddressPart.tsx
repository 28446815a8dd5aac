import { both, useSpeech } from '../base/language.tsx'
import { Select } from '../ui/Choice.tsx'
import { Entry } from './Entry.tsx'
import { partLabelOf } from './labels.ts'
import type { PartProps } from './part.ts'
import type { Region } from './api.ts'
import { isValues, type Values } from '@rmtools/contracts/crm/kyc-values'
import { useRegions } from './use-lists.ts'

const HOME = 'ID'
const other = both('Ketik sendiri', 'Enter it yourself')

/**
 * An address: in Indonesia province, city and district are chosen from lists, elsewhere they are
 * typed.
 */
export function AddressPart(props: PartProps) {
  const { value, onChange } = props
  const address: Values = isValues(value) ? value : {}
  const country = typeof address['country'] === 'string' ? address['country'] : HOME
  const change = (more: Values) => onChange({ country, ...address, ...more })
  const entry = (name: string) => (
    <PartEntry
      key={name}
      {...props}
      name={name}
      value={name === 'country' ? country : address[name]}
      onChange={(next) => change({ [name]: next })}
    />
  )
  return (
    <>
      {entry('line')}
      {country === HOME && <div className="two">{['rt', 'rw'].map(entry)}</div>}
      {entry('country')}
      {country === HOME ? (
        <Regions {...props} address={address} change={change} />
      ) : (
        ['province', 'city', 'district'].map(entry)
      )}
      {entry('village')}
      {entry('postalCode')}
    </>
  )
}

/** The input of a value within a part. */
export function PartEntry({
  id,
  name,
  schema,
  faultAt,
  requiredParts,
  value,
  onChange,
  onLeave,
}: PartProps & { name: string }) {
  const { say } = useSpeech()
  const isOptional = !(schema.required?.includes(name) || requiredParts?.includes(name))
  return (
    <Entry
      id={`${id}-${name}`}
      name={name}
      schema={schema.properties?.[name] ?? {}}
      label={say(partLabelOf(name))}
      isOptional={isOptional}
      fault={faultAt(`/${name}`)}
      value={value}
      onChange={onChange}
      {...(onLeave ? { onLeave } : {})}
    />
  )
}

type Regional = PartProps & { address: Values; change: (more: Values) => void }

function Regions(props: Regional) {
  const { address, change } = props
  const codeOf = (name: string) =>
    typeof address[name] === 'string' && address[name] !== '' ? String(address[name]) : null
  const provinces = useRegions('')
  const cities = useRegions(codeOf('provinceCode'))
  const districts = useRegions(codeOf('cityCode'))
  return (
    <>
      <Region
        {...props}
        name="province"
        regions={provinces}
        onChoose={({ code, name }) =>
          change({
            province: name,
            provinceCode: code,
            city: null,
            cityCode: null,
            district: null,
            districtCode: null,
          })
        }
      />
      <Region
        {...props}
        name="city"
        regions={cities}
        onChoose={({ code, name }) =>
          change({ city: name, cityCode: code, district: null, districtCode: null })
        }
      />
      <Region
        {...props}
        name="district"
        regions={districts}
        onChoose={({ code, name }) => change({ district: name, districtCode: code })}
      />
    </>
  )
}

type RegionProps = Regional & {
  name: 'province' | 'city' | 'district'
  regions: readonly Region[] | undefined
  onChoose: (region: Region) => void
}

/** One level of the regions: chosen from the list, or typed if the list is not loaded. */
function Region(props: RegionProps) {
  const { id, name, regions, onChoose, address, change, faultAt, schema, requiredParts } = props
  const { say } = useSpeech()
  const typed = typeof address[name] === 'string' ? address[name] : null
  if (!regions || regions.length === 0)
    return (
      <PartEntry
        {...props}
        name={name}
        value={typed}
        onChange={(next) => change({ [name]: next })}
      />
    )
  const chosen = regions.find(({ code }) => code === address[`${name}Code`])
  const options = regions.map((region) => ({ value: region.code, label: region.name }))
  // A name that is not in the list was typed by hand, and stays.
  const own = !chosen && typed ? [{ value: 'own', label: `${typed} (${say(other)})` }] : []
  return (
    <Select
      id={`${id}-${name}`}
      label={say(partLabelOf(name))}
      isOptional={!(schema.required?.includes(name) || requiredParts?.includes(name))}
      fault={faultAt(`/${name}`)}
      options={[...own, ...options]}
      value={chosen?.code ?? (typed ? 'own' : null)}
      onChange={(code) => {
        const region = regions.find((one) => one.code === code)
        if (region) onChoose(region)
      }}
    />
  )
}
