import { Select } from 'antd'

type Option<V extends string> = { value: V; label: string }
type Props<V extends string> = {
  label: string
  /** The label when nothing is chosen, which means all. */
  all: string
  value: V | undefined
  options: readonly Option<V>[]
  onPick: (value: V | undefined) => void
  isSearchable?: boolean
  isLoading?: boolean
}

/** A filter by one value of a list. */
export function Pick<V extends string>({
  label,
  all,
  value,
  options,
  onPick,
  isSearchable = false,
  isLoading = false,
}: Props<V>) {
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
      style={{ minWidth: 140, maxWidth: '100%' }}
      {...(isSearchable ? { showSearch: { optionFilterProp: 'label' } } : {})}
    />
  )
}

type SomeProps = {
  label: string
  all: string
  value: readonly string[]
  options: readonly Option<string>[]
  onPick: (values: string[]) => void
}

/** A filter by any number of values of a list. */
export function PickSome({ label, all, value, options, onPick }: SomeProps) {
  return (
    <Select
      aria-label={label}
      mode="multiple"
      allowClear
      maxTagCount={1}
      placeholder={all}
      value={[...value]}
      onChange={onPick}
      options={[...options]}
      popupMatchSelectWidth={false}
      style={{ minWidth: 160, maxWidth: '100%' }}
    />
  )
}
