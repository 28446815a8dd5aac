import { Input } from 'antd'
import { useState } from 'react'
import type { FigureForm } from '@rmtools/contracts/figures'
import { leaveFigure, shownFigure, typeFigure } from '@rmtools/contracts/figure-typing'
import { figureRefusalText } from '@rmtools/look/figure-words'
import { useSay } from '../base/language.ts'

type Props = {
  id?: string
  label?: string
  /** A decimal; null if there is none, empty if the input cannot be read. */
  value: string | null
  onChange: (value: string | null) => void
  of: Pick<FigureForm, 'kind' | 'places' | 'currency'>
  prefix?: string
  suffix?: string
  width?: number | string
  isReadOnly?: boolean
}

/**
 * A figure, typed or pasted in any unambiguous form. Anything else shows a message below the input
 * and yields no value.
 */
export function FigureInput({
  id,
  label,
  value,
  onChange,
  of,
  prefix,
  suffix,
  width = '13.8em',
  isReadOnly = false,
}: Props) {
  const say = useSay()
  const form: FigureForm = { ...of, language: say.language }
  const [typed, setTyped] = useState(() => shownFigure(value ?? '', form))
  const [isLeft, setLeft] = useState(false)
  const shown =
    (typed.reading.value ?? '') === (value ?? '') ? typed : shownFigure(value ?? '', form)
  const change = (text: string) => {
    const next = typeFigure(shown, text, form)
    setLeft(text.length - shown.text.length > 1)
    setTyped(next)
    onChange(text.trim() === '' ? null : (next.reading.value ?? ''))
  }
  const refusal =
    isLeft && shown.reading.refusal
      ? figureRefusalText(shown.reading.refusal, say.language)
      : undefined
  return (
    <>
      <Input
        {...(id === undefined ? {} : { id })}
        aria-label={label}
        inputMode={of.places > 0 ? 'decimal' : 'numeric'}
        readOnly={isReadOnly}
        prefix={prefix}
        suffix={suffix}
        style={{ width, maxWidth: '100%' }}
        {...(refusal === undefined ? {} : { status: 'error' as const })}
        value={shown.text}
        onChange={(event) => change(event.target.value)}
        onBlur={() => {
          setTyped(leaveFigure(shown, form))
          setLeft(true)
        }}
      />
      {refusal === undefined ? null : (
        <div role="alert" className="faint">
          {refusal}
        </div>
      )}
    </>
  )
}

type CountProps = Omit<Props, 'value' | 'onChange' | 'of'> & {
  value: number
  onChange: (value: number) => void
}

/** A whole number; NaN while the input cannot be read. */
export function CountInput({ value, onChange, ...rest }: CountProps) {
  return (
    <FigureInput
      {...rest}
      of={{ kind: 'count', places: 0 }}
      value={Number.isNaN(value) ? '' : String(value)}
      onChange={(next) => onChange(next === null || next === '' ? Number.NaN : Number(next))}
    />
  )
}
