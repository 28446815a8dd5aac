import { useState, type ReactNode } from 'react'
import { both, useSpeech } from '../base/language.tsx'
import { Button } from './Button.tsx'

const FIRST = 5
const words = {
  all: (count: number) => both(`Tampilkan semua (${count})`, `Show all (${count})`),
  fewer: both('Tampilkan lebih sedikit', 'Show fewer'),
}

type Props<T> = {
  items: readonly T[]
  /** Shown however far down the list it is. */
  isNeeded?: (item: T) => boolean
  draw: (item: T) => ReactNode
}

/** The first items of a list; a button shows the rest. */
export function Shortened<T>({ items, isNeeded = () => false, draw }: Props<T>) {
  const { say } = useSpeech()
  const [isWhole, setWhole] = useState(false)
  const first = items.filter((item, index) => index < FIRST || isNeeded(item))
  return (
    <>
      {(isWhole ? items : first).map(draw)}
      {first.length < items.length && (
        <div className="button-row">
          <Button kind="secondary" isSmall onPress={() => setWhole(!isWhole)}>
            {say(isWhole ? words.fewer : words.all(items.length))}
          </Button>
        </div>
      )}
    </>
  )
}
