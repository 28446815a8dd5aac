import { Select } from 'antd'

type Option<V extends string> = { value: V; label: string }
type Props<V extends string> = {
  label: string
  /** What stands there when nothing is chosen: all of them. */
  all: string
  value: V | undefined
  options: readonly Option<V>[]
  onPick: (value: V | undefined) => void
  isSearchable?: boolean
  isLoading?: boolean
}

/** A filter by one value of a list. */
export function Pick<V extends string>({ label, all, value, options, onPick, isSearchable = false, isLoading = false }: Props<V>) {
  return (
    <Select<V>
      aria-label={label}
      allowClear
      placeholder={all}
      value={value ?? null}
      loading={isLoading}
      onChange={(next: V | undefined) => onPick(next ?? undefined)}
      options={[...options]}
      popupMatchSelectWidth={false}
      style={{ minWidth: 140 }}
      {...(isSearchable ? { showSearch: { optionFilterProp: 'label' } } : {})}
    />
  )
}
