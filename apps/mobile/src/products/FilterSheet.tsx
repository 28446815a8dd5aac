import { productTypes as typeCodes, type Product } from '@rmtools/contracts/bff/market'
import { principles, productFields } from '@rmtools/look/product-fields'
import { productTypes, riskBands } from '@rmtools/look/words'
import { say, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { Chip, ChipGroup } from '../ui/Chip.tsx'
import { Section } from '../ui/Section.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { matchingProducts, noFilter, type ProductFilter } from './filtering.ts'

type Props = {
  products: readonly Product[]
  filter: ProductFilter
  onChange: (filter: ProductFilter) => void
  onClose: () => void
}

/** The filters of the catalogue. */
export function FilterSheet({ products, filter, onChange, onClose }: Props) {
  const words = useSay()
  const currencies = [...new Set(products.map(({ currency }) => currency))]
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words(title)}
      footer={
        <>
          <Button
            title={words(show, {
              count: matchingProducts(products, { ...filter, isFavouriteOnly: false }, new Set())
                .length,
            })}
            onPress={onClose}
            isWide
          />
          <Button
            title={words(clear)}
            kind="plain"
            onPress={() => onChange({ ...noFilter, search: filter.search })}
            isWide
          />
        </>
      }
    >
      <Section title={words(productFields.type.label)}>
        <ChipGroup>
          {typeCodes.map((type) => (
            <Chip
              key={type}
              text={words(productTypes[type])}
              isOn={filter.types.includes(type)}
              onPress={() => onChange({ ...filter, types: toggled(filter.types, type) })}
            />
          ))}
        </ChipGroup>
      </Section>
      <Section title={words(riskWord)}>
        <ChipGroup>
          {Object.entries(riskBands).map(([band, word]) => (
            <Chip
              key={band}
              text={words(word)}
              isOn={filter.riskMax === Number(band)}
              onPress={() =>
                onChange({ ...filter, riskMax: filter.riskMax === Number(band) ? 5 : Number(band) })
              }
            />
          ))}
        </ChipGroup>
      </Section>
      <Managers products={products} filter={filter} onChange={onChange} />
      <Section title={words(otherWord)}>
        <ChipGroup>
          <Chip
            text={words(principles.syariah)}
            isOn={filter.isSyariahOnly}
            onPress={() => onChange({ ...filter, isSyariahOnly: !filter.isSyariahOnly })}
          />
          {currencies.map((currency) => (
            <Chip
              key={currency}
              text={currency}
              isOn={filter.currency === currency}
              onPress={() =>
                onChange({
                  ...filter,
                  currency: filter.currency === currency ? undefined : currency,
                })
              }
            />
          ))}
        </ChipGroup>
      </Section>
    </Sheet>
  )
}

function Managers({ products, filter, onChange }: Omit<Props, 'onClose'>) {
  const words = useSay()
  const managers = [...new Set(products.map(({ manager }) => manager))].toSorted((a, b) =>
    a.localeCompare(b),
  )
  return (
    <Section title={words(productFields.manager.label)}>
      <ChipGroup>
        {managers.map((manager) => (
          <Chip
            key={manager}
            text={manager}
            isOn={filter.managers.includes(manager)}
            onPress={() => onChange({ ...filter, managers: toggled(filter.managers, manager) })}
          />
        ))}
      </ChipGroup>
    </Section>
  )
}

/** The list with a value added, or removed if it was present. */
function toggled<V>(values: readonly V[], value: V): V[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
}

const title = say('Saring produk', 'Filter the products')
const show = say('Tampilkan {count} produk', 'Show {count} products')
const clear = say('Hapus semua filter', 'Remove all filters')
const riskWord = say('Risiko paling tinggi', 'Risk at most')
const otherWord = say('Mata uang dan prinsip', 'Currency and principle')
