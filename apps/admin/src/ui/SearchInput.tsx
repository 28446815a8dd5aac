import { Input, type InputRef } from 'antd'
import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { useKeys } from './keys.ts'

const PAUSE_MS = 150

/** Searches after a pause in typing; `/` moves the focus here. */
export function SearchInput({
  value,
  onSearch,
}: {
  value: string | undefined
  onSearch: (search: string | undefined) => void
}) {
  const say = useSay()
  const [typed, setTyped] = useState(value ?? '')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const input = useRef<InputRef>(null)
  useKeys([{ key: '/', word: actions.search, run: () => input.current?.focus() }])
  // A saved view or the back button can change the address under the field.
  useEffect(
    () => setTyped((shown) => (shown.trim() === (value ?? '') ? shown : (value ?? ''))),
    [value],
  )
  const search = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onSearch(text.trim() || undefined), PAUSE_MS)
  }
  return (
    <Input
      ref={input}
      style={{ flex: '1 1 160px', minWidth: 160, maxWidth: 260 }}
      aria-label={say(actions.search)}
      placeholder={say(actions.search)}
      prefix={<Search size={14} aria-hidden />}
      allowClear
      maxLength={100}
      value={typed}
      onChange={(event) => search(event.target.value)}
    />
  )
}
