// A value of the KYC forms as displayed: labels for codes, names of countries, masked numbers,
// lists one item per line.
import { codeLists } from '@rmtools/contracts/crm/code-lists'
import { isBlank, isValues, type Values } from '@rmtools/contracts/crm/kyc-values'
import type { Address } from '@rmtools/contracts/crm/kyc'
import { secretFields, secretItems } from '@rmtools/contracts/crm/kyc'
import { choiceLabels, partLabels, yearBands } from '@rmtools/look/kyc-words'
import type { Bilingual, Language } from '@rmtools/look/words'
import { useSay } from '../../base/language.ts'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { Code, Day } from '../../ui/values.tsx'
import { Masked } from './Masked.tsx'
import styles from './kyc.module.css'

type Props = { name: string; value: unknown; pointer: string; label: string }

const secrets: ReadonlySet<string> = new Set(
  [...Object.values(secretFields), ...Object.values(secretItems)].flat(),
)
const countries: ReadonlySet<string> = new Set([
  'country',
  'nationality',
  'countryOfBirth',
  'countryOfDomicile',
])
const numbers: ReadonlySet<string> = new Set([
  'phone',
  'homePhone',
  'fax',
  'mobile',
  'nib',
  'giin',
  'deedNumber',
  'siupNumber',
  'skdNumber',
])
const choices: Readonly<Record<string, Bilingual>> = choiceLabels
const parts: Readonly<Record<string, Bilingual>> = partLabels
const bands: Readonly<Record<number, Bilingual>> = yearBands
const lists: Readonly<Record<string, Readonly<Record<string, readonly [string, string, string]>>>> =
  {
    ...codeLists,
    incomeLevel: codeLists.institutionIncome,
  }

const isAddress = (value: Values): value is Address =>
  typeof value['line'] === 'string' && typeof value['country'] === 'string'

export function KycValue({ name, value, pointer, label }: Props) {
  const say = useSay()
  if (isBlank(value)) return <span className="faint">–</span>
  if (typeof value === 'boolean') return say(value ? choiceLabels.yes : choiceLabels.no)
  if (Array.isArray(value)) return <Items items={value} pointer={pointer} label={label} />
  if (isValues(value))
    return isAddress(value) ? (
      addressText(value, say.language)
    ) : (
      <Parts value={value} pointer={pointer} label={label} />
    )
  if (typeof value === 'number') return bands[value] && name !== 'year' ? say(bands[value]) : value
  const shown = String(value)
  if (secrets.has(name)) return <Masked value={shown} pointer={pointer} label={label} />
  return <Written name={name} value={shown} />
}

/** A value shown as one word or line. */
function Written({ name, value }: { name: string; value: string }) {
  const say = useSay()
  const entry = lists[name]?.[value]
  if (entry) return say({ id: entry[0], en: entry[1] })
  if (countries.has(name)) return countryName(value, say.language)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return <Day date={value} />
  if (numbers.has(name)) return <Code>{value}</Code>
  if (['identityType', 'sex', 'assetOwner', 'statementType'].includes(name) && choices[value])
    return say(choices[value])
  return value
}

function Items({
  items,
  pointer,
  label,
}: {
  items: readonly unknown[]
  pointer: string
  label: string
}) {
  if (items.every((item) => typeof item === 'string')) return items.join(', ')
  return (
    <ol className={styles['items']}>
      {items.map((item, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the index is what the reveal of a value asks for
        <li key={index}>
          {isValues(item) && (
            <Parts value={item} pointer={`${pointer}/${index}`} label={`${label} ${index + 1}`} />
          )}
        </li>
      ))}
    </ol>
  )
}

function Parts({ value, pointer, label }: { value: Values; pointer: string; label: string }) {
  const say = useSay()
  return (
    <KeyValues
      items={Object.entries(value)
        .filter(([, part]) => !isBlank(part))
        .map(([name, part]) => {
          const word = say(parts[name] ?? { id: name, en: name })
          return [
            word,
            <KycValue
              key={name}
              name={name}
              value={part}
              pointer={`${pointer}/${name}`}
              label={`${label}: ${word}`}
            />,
          ] as const
        })}
    />
  )
}

/** An address in postal order. */
export function addressText(address: Address, language: Language): string {
  const { line, rt, rw, village, district, city, province, postalCode, country } = address
  const neighbourhood = [rt && `RT ${rt}`, rw && `RW ${rw}`].filter(Boolean).join(' ')
  const region = [province, postalCode].filter(Boolean).join(' ')
  return [
    line,
    neighbourhood,
    village,
    district,
    city,
    region,
    country === 'ID' ? '' : countryName(country, language),
  ]
    .filter(Boolean)
    .join(', ')
}

/** The name of a country in the user's language, or else its code. */
export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(code) ?? code
}
