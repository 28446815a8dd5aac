// The brand colour with its contrast, and a preview in both schemes.
import { Input } from 'antd'
import { coloursOf, type Scheme } from '@rmtools/look/colours'
import { useSay } from '../base/language.ts'
import { Field } from '../ui/Field.tsx'
import { brandContrast } from './company-rules.ts'
import { companyWords as words, settingLabel } from './words.ts'
import styles from './Settings.module.css'

type BrandProps = {
  value: string
  onChange: (colour: string) => void
  fault: string | null
  isReadOnly: boolean
}

export function BrandField({ value, onChange, fault, isReadOnly }: BrandProps) {
  const say = useSay()
  const ratio = brandContrast(value)
  const isColour = ratio > 0
  const ratioText = new Intl.NumberFormat(say.language, { maximumFractionDigits: 1 }).format(ratio)
  return (
    <>
      <Field
        id="brandColour"
        label={say(settingLabel('brandColour'))}
        hint={say(words.brandHint)}
        fault={fault}
      >
        <div className={styles['colour']}>
          <input
            type="color"
            aria-label={say(words.brandPick)}
            disabled={isReadOnly}
            value={isColour ? value.toLowerCase() : '#000000'}
            onChange={(event) => onChange(event.target.value)}
          />
          <Input
            id="brandColour"
            className="mono"
            maxLength={7}
            readOnly={isReadOnly}
            style={{ width: 120 }}
            value={value}
            onChange={(event) => onChange(event.target.value.trim())}
          />
          <span role="status" className="figures">
            {isColour && say(words.contrast, { ratio: ratioText })}
            {isColour && fault && ` · ${say(words.tooPale)}`}
          </span>
        </div>
      </Field>
      {isColour && (
        <div className={styles['previews']} aria-label={say(words.preview)} role="group">
          <Preview scheme="light" brand={value} word={say(words.light)} />
          <Preview scheme="dark" brand={value} word={say(words.dark)} />
        </div>
      )}
    </>
  )
}

/** The brand colour in a scheme, adjusted for legibility as in the console. */
function Preview({ scheme, brand, word }: { scheme: Scheme; brand: string; word: string }) {
  const say = useSay()
  const colours = coloursOf(scheme, brand)
  return (
    <div
      className={styles['preview']}
      style={{
        background: colours.surface,
        color: colours.textSecond,
        borderColor: colours.hairline,
      }}
    >
      <span>{word}</span>
      <span style={{ color: colours.brand }}>{say(words.sampleLink)}</span>
      <span style={{ background: colours.brand, color: colours.onBrand }}>
        {say(words.sampleButton)}
      </span>
    </div>
  )
}
