// A chart, drawn as SVG; its library is loaded on demand. The same figures are in a table for
// people who cannot see it.
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { EChartsCoreOption } from 'echarts/core'
import { useScheme } from '../base/scheme.ts'
import { Waiting } from './Notice.tsx'
import styles from './Chart.module.css'

type Props = {
  label: string
  option: EChartsCoreOption
  height?: number
  /** The figures as a table, for screen readers and on demand. */
  table: ReactNode
  isTableShownOnFocus?: boolean
  /** Which point of a series was clicked. */
  onSelect?: (index: number) => void
}

export function Chart({
  label,
  option,
  height = 240,
  table,
  isTableShownOnFocus = false,
  onSelect,
}: Props) {
  const box = useRef<HTMLDivElement>(null)
  const { scheme, brand } = useScheme()
  const [isDrawn, setDrawn] = useState(false)
  const selected = useRef(onSelect)
  selected.current = onSelect
  useEffect(() => {
    let stop: () => void = () => undefined
    let isGone = false
    void import('./echarts.ts').then(({ draw }) => {
      if (isGone || !box.current) return
      stop = draw(box.current, { option, scheme, brand }, (index) => selected.current?.(index))
      setDrawn(true)
    })
    return () => {
      isGone = true
      stop()
    }
  }, [option, scheme, brand])
  return (
    <figure className={styles['figure']}>
      <div ref={box} role="img" aria-label={label} style={{ height }} />
      {!isDrawn && (
        <div className={styles['waiting']}>
          <Waiting rows={3} />
        </div>
      )}
      <div className={isTableShownOnFocus ? styles['shown'] : 'visually-hidden'}>{table}</div>
    </figure>
  )
}
