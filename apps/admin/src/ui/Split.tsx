// Two panes side by side with a divider that is moved by pointer or arrow keys.
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { usePreference } from '../base/preferences.ts'
import styles from './Split.module.css'

type Props = {
  /** The key that the divider's position is stored under. */
  name: string
  /** The name of the divider, for screen readers. */
  label: string
  first: ReactNode
  second: ReactNode
}

const [LEAST, MOST, STEP, USUAL] = [25, 75, 2, 50]
const within = (percent: number) => Math.min(MOST, Math.max(LEAST, Math.round(percent)))

// A custom property, which React's types do not include.
const FIRST: string = '--first'

export function Split({ name, label, first, second }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [{ percent }, keep] = usePreference(`${name}.split`, (kept) => ({
    percent: typeof kept['percent'] === 'number' ? within(kept['percent']) : USUAL,
  }))
  const lay = (next: number) => box.current?.style.setProperty('--first', `${within(next)}%`)
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const bar = event.currentTarget
    bar.setPointerCapture(event.pointerId)
    let last = percent
    const move = ({ clientX }: globalThis.PointerEvent) => {
      const { left = 0, width = 1 } = box.current?.getBoundingClientRect() ?? {}
      last = ((clientX - left) / width) * 100
      lay(last)
    }
    const end = () => {
      bar.removeEventListener('pointermove', move)
      keep({ percent: within(last) })
    }
    bar.addEventListener('pointermove', move)
    bar.addEventListener('pointerup', end, { once: true })
  }
  const press = (event: KeyboardEvent) => {
    const next = { ArrowLeft: percent - STEP, ArrowRight: percent + STEP, Home: LEAST, End: MOST }[
      event.key
    ]
    if (next === undefined) return
    event.preventDefault()
    keep({ percent: within(next) })
  }
  return (
    <div className={styles['split']} ref={box} style={{ [FIRST]: `${percent}%` }}>
      <div className={styles['pane']}>{first}</div>
      <div
        className={styles['bar']}
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-orientation="vertical"
        aria-valuenow={percent}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        onPointerDown={drag}
        onKeyDown={press}
      />
      <div className={styles['pane']}>{second}</div>
    </div>
  )
}
