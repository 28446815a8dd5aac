import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { useSay } from '../base/language.ts'
import type { Draft } from './draft.ts'

type Props<T extends { version: number }> = {
  draft: Draft<T>
  label: (field: keyof T & string) => string
  show: (field: keyof T & string, value: unknown) => ReactNode
}

/** Shows a change made by somebody else during input, and lets the user keep theirs. */
export function Stale<T extends { version: number }>({ draft, label, show }: Props<T>) {
  const say = useSay()
  if (draft.theirs.length === 0) return null
  return (
    <Alert
      role="alert"
      type="warning"
      showIcon
      title={say({
        id: 'Diubah orang lain sementara Anda mengisi. Isian Anda tetap ada.',
        en: 'Somebody else changed this while you were typing. Your input is kept.',
      })}
      description={
        <>
          <ul>
            {draft.theirs.map(({ field, before, now }) => (
              <li key={field}>
                {label(field)}: <del>{show(field, before)}</del> → <ins>{show(field, now)}</ins>
                {field in draft.changes &&
                  ` · ${say({ id: 'Anda juga mengubahnya', en: 'you changed it too' })}`}
              </li>
            ))}
          </ul>
          <Button size="small" onClick={draft.goOn} style={{ marginTop: 8 }}>
            {say({ id: 'Gunakan isian saya', en: 'Keep my changes' })}
          </Button>
        </>
      }
    />
  )
}
