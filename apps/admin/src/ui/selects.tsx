// Selects that load their own options: RMs, products, people of the company.
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { nouns } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { ask } from '../base/queries.ts'

type Props = {
  value: string | undefined
  onChange: (value: string | undefined) => void
  disabled?: boolean
}
const kept = { staleTime: 300_000 }

/** An RM of the company, by name. */
export function RmSelect({ value, onChange, disabled = false }: Props) {
  const say = useSay()
  const { data, isPending } = useQuery({ ...ask('figures', 'rms', {}), ...kept })
  return (
    <Select
      aria-label="RM"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      disabled={disabled}
      loading={isPending}
      placeholder={say({ id: 'Semua RM', en: 'All RMs' })}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
      options={(data?.items ?? []).map(({ id, fullName }) => ({ value: id, label: fullName }))}
      popupMatchSelectWidth={false}
      style={{ minWidth: 140, maxWidth: '100%' }}
    />
  )
}

/** A product that the company sells, by name. */
export function ProductSelect({
  value,
  onChange,
  disabled = false,
  placeholder,
}: Props & { placeholder?: string }) {
  const say = useSay()
  const { data, isPending } = useQuery({ ...ask('products', 'list', {}), ...kept })
  return (
    <Select
      aria-label={placeholder ?? say(nouns.product)}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      disabled={disabled}
      loading={isPending}
      placeholder={placeholder ?? say({ id: 'Semua produk', en: 'All products' })}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
      options={(data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      popupMatchSelectWidth={false}
      style={{ minWidth: 160, maxWidth: '100%' }}
    />
  )
}

/** Any user of the company: found by name, e-mail or phone. */
export function PersonSelect({ value, onChange, placeholder }: Props & { placeholder: string }) {
  const [search, setSearch] = useState('')
  const found = useQuery(ask('users', 'list', { limit: 20, ...(search === '' ? {} : { search }) }))
  const chosen = useQuery({
    ...ask('users', 'get', { id: value ?? '' }),
    enabled: value !== undefined,
  })
  const people = found.data?.items ?? []
  const known =
    chosen.data && !people.some(({ id }) => id === value) && value
      ? [chosen.data, ...people]
      : people
  return (
    <Select
      aria-label={placeholder}
      allowClear
      showSearch={{ filterOption: false, onSearch: (typed) => setSearch(typed.trim()) }}
      loading={found.isFetching}
      placeholder={placeholder}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
      options={known.map(({ id, fullName, email }) => ({
        value: id,
        label: email ? `${fullName} · ${email}` : fullName,
      }))}
      popupMatchSelectWidth={false}
      style={{ minWidth: 180, maxWidth: '100%' }}
    />
  )
}
