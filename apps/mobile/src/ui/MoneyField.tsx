import { useState } from 'react'
import type { FigureForm } from '@rmtools/contracts/figures'
import { leaveFigure, shownFigure, typeFigure } from '@rmtools/contracts/figure-typing'
import { figureRefusalText } from '@rmtools/look/figure-words'
import { useLanguage } from '../base/preferences.ts'
import { Field, type FieldProps } from './Field.tsx'

type Props = Omit<FieldProps, 'value' | 'onChange' | 'prefix' | 'keyboardType'> & {
  /**
   * A decimal as in the contracts: `1500000` or `1500000.50`; empty while the input is not
   * readable.
   */
  value: string
  onChange: (value: string) => void
  currency: string
  /** Decimal places: 0 for rupiah, 4 for units. */
  places?: number
}

const signs: Readonly<Record<string, string>> = { IDR: 'Rp' }

/**
 * Money or units, typed or pasted in any unambiguous form. Anything else shows a message and yields
 * no value.
 */
export function MoneyField({
  value,
  onChange,
  currency,
  places = currency === 'IDR' ? 0 : 2,
  ...field
}: Props) {
  const language = useLanguage()
  const form: FigureForm = {
    kind: currency ? 'money' : 'units',
    places,
    language,
    ...(currency ? { currency } : {}),
  }
  const [typed, setTyped] = useState(() => shownFigure(value, form))
  const [isLeft, setLeft] = useState(false)
  // A value that was set elsewhere, such as a quick amount, replaces the typed text.
  const shown = (typed.reading.value ?? '') === value ? typed : shownFigure(value, form)
  const change = (text: string) => {
    const next = typeFigure(shown, text, form)
    // More than one character at once is a paste: show its error immediately.
    setLeft(text.length - shown.text.length > 1)
    setTyped(next)
    onChange(next.reading.value ?? '')
  }
  const refusal =
    isLeft && shown.reading.refusal ? figureRefusalText(shown.reading.refusal, language) : undefined
  return (
    <Field
      {...field}
      value={shown.text}
      onChange={change}
      onBlur={(event) => {
        setTyped(leaveFigure(shown, form))
        setLeft(true)
        field.onBlur?.(event)
      }}
      error={refusal ?? field.error}
      // The numeric keypad has no letters; `1,5 jt` can be pasted, or typed on a keyboard.
      keyboardType={places > 0 ? 'decimal-pad' : 'number-pad'}
      inputMode={places > 0 ? 'decimal' : 'numeric'}
      {...(currency ? { prefix: signs[currency] ?? currency } : {})}
    />
  )
}
