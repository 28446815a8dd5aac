// Which columns a list shows, and how dense it is.
import { Button, Checkbox, Popover, Segmented } from 'antd'
import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { useSay } from '../base/language.ts'
import type { Density } from './list-preferences.ts'
import { useListPreference } from './use-list-preference.ts'
import styles from './ListSettings.module.css'

export type ChoosableColumn = {
  readonly key: string
  readonly title: string
  readonly isShown: boolean
}

export function ListSettings({
  name,
  columns,
}: {
  name: string
  columns: readonly ChoosableColumn[]
}) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const [preference, keep] = useListPreference(name)
  const label = say({ id: 'Kolom dan kerapatan', en: 'Columns and density' })
  const settings = (
    <div className={styles['settings']}>
      <Segmented<Density>
        aria-label={say({ id: 'Kerapatan', en: 'Density' })}
        block
        value={preference.density}
        onChange={(density) => keep({ ...preference, density })}
        options={[
          { value: 'comfortable', label: say({ id: 'Lega', en: 'Comfortable' }) },
          { value: 'compact', label: say({ id: 'Rapat', en: 'Compact' }) },
        ]}
      />
      <fieldset>
        <legend>{say({ id: 'Kolom', en: 'Columns' })}</legend>
        {columns.map(({ key, title, isShown }) => (
          <Checkbox
            key={key}
            checked={isShown}
            onChange={() =>
              keep({ ...preference, columns: { ...preference.columns, [key]: !isShown } })
            }
          >
            {title}
          </Checkbox>
        ))}
      </fieldset>
    </div>
  )
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      content={settings}
      placement="bottomRight"
    >
      <Button
        icon={<SlidersHorizontal size={14} aria-hidden />}
        aria-label={label}
        title={label}
        aria-expanded={isOpen}
      />
    </Popover>
  )
}
