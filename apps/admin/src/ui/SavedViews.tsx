// Views of a list: predefined ones, and the user's own, saved under a name.
import { toSearch } from '../base/search.ts'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input, Popover } from 'antd'
import { BookmarkPlus, X } from 'lucide-react'
import { useId, useState } from 'react'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { isSameSearch, MAX_VIEWS, type View } from './list-preferences.ts'
import { useListPreference } from './use-list-preference.ts'
import styles from './SavedViews.module.css'

type Props = {
  name: string
  presets: readonly View[] | undefined
  home: View['search'] | undefined
}

export function SavedViews({ name, presets = [], home = {} }: Props) {
  const say = useSay()
  const navigate = useNavigate()
  const search: Record<string, unknown> = useSearch({ strict: false })
  const [preference, keep] = useListPreference(name)
  const all: readonly View[] = [{ name: say({ id: 'Semua', en: 'All' }), search: home }, ...presets]
  const own = preference.views
  const isKnown = [...all, ...own].some((view) => isSameSearch(view.search, search))
  const open = (view: View) => void navigate({ to: '.', search: toSearch(view.search) })
  if (presets.length === 0 && own.length === 0 && isKnown) return null
  return (
    <div className={styles['views']} role="group" aria-label={say({ id: 'Tampilan', en: 'Views' })}>
      {all.map((view) => (
        <button
          key={view.name}
          type="button"
          aria-pressed={isSameSearch(view.search, search)}
          onClick={() => open(view)}
        >
          {view.name}
        </button>
      ))}
      {own.map((view) => (
        <span key={view.name} className={styles['own']}>
          <button
            type="button"
            aria-pressed={isSameSearch(view.search, search)}
            onClick={() => open(view)}
          >
            {view.name}
          </button>
          {isSameSearch(view.search, search) && (
            <button
              type="button"
              aria-label={say(
                { id: 'Hapus tampilan {name}', en: 'Delete the view {name}' },
                { name: view.name },
              )}
              onClick={() => keep({ ...preference, views: own.filter((one) => one !== view) })}
            >
              <X size={12} aria-hidden />
            </button>
          )}
        </span>
      ))}
      {!isKnown && own.length < MAX_VIEWS && (
        <KeepView
          onKeep={(called) =>
            keep({
              ...preference,
              views: [...own.filter((one) => one.name !== called), { name: called, search }],
            })
          }
        />
      )}
    </div>
  )
}

function KeepView({ onKeep }: { onKeep: (name: string) => void }) {
  const say = useSay()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const submit = () => {
    if (name.trim() === '') return
    onKeep(name.trim())
    setOpen(false)
    setName('')
  }
  const form = (
    <form
      className={styles['keep']}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <label htmlFor={id}>{say({ id: 'Nama tampilan', en: 'View name' })}</label>
      <Input
        id={id}
        autoFocus
        maxLength={40}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="primary" htmlType="submit" disabled={name.trim() === ''}>
        {say(actions.save)}
      </Button>
    </form>
  )
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      content={form}
      placement="bottomLeft"
      destroyOnHidden
    >
      <Button
        type="text"
        size="small"
        icon={<BookmarkPlus size={14} aria-hidden />}
        aria-expanded={isOpen}
      >
        {say({ id: 'Simpan tampilan', en: 'Save view' })}
      </Button>
    </Popover>
  )
}
