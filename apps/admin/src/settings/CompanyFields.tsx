// A company's settings with their meaning, unit and bounds: for its own administrator and for the
// platform's.
import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import {
  companyDescription,
  settingsIn,
  type CompanyControl,
  type CompanySection,
  type CompanySetting,
} from '@rmtools/contracts/auth/company-fields'
import type { Bilingual } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { Field } from '../ui/Field.tsx'
import { CountInput, FigureInput } from '../ui/FigureInput.tsx'
import { Section } from '../ui/Page.tsx'
import { BrandField } from './BrandField.tsx'
import { settingFaults, type Settings } from './company-rules.ts'
import { companyWords as words, settingLabel } from './words.ts'
import styles from './Settings.module.css'

type Props = {
  value: Settings
  onChange: (changes: Partial<Settings>) => void
  isReadOnly?: boolean
  /** Only the platform sets the code at Bib. */
  isOfPlatform?: boolean
  logo?: ReactNode
}

export function CompanyFields({
  value,
  onChange,
  isReadOnly = false,
  isOfPlatform = false,
  logo,
}: Props) {
  const say = useSay()
  const faults = settingFaults(value)
  const faultOf = (name: keyof Settings) => {
    const fault = faults[name]
    return fault ? say(fault.text, fault.values) : null
  }
  const bibHint = isOfPlatform ? words.bibHint : words.bibFixed
  const inputsIn = (section: CompanySection) =>
    settingsIn(section).map((name) => (
      <Setting
        key={name}
        name={name}
        value={value}
        onChange={onChange}
        isReadOnly={name === 'bibTenant' ? !isOfPlatform : isReadOnly}
        hint={name === 'bibTenant' ? bibHint : companyDescription.of(name).hint}
        fault={faultOf(name)}
      />
    ))
  return (
    <>
      <Section title={say(words.look)}>
        {logo}
        <BrandField
          value={value.brandColour}
          onChange={(brandColour) => onChange({ brandColour })}
          fault={faultOf('brandColour')}
          isReadOnly={isReadOnly}
        />
      </Section>
      <Section title={say(words.letterhead)}>
        <p className="faint">{say(words.letterheadHint)}</p>
        {inputsIn('letterhead')}
      </Section>
      <Section title={say(words.orders)}>
        <div className={styles['pair']}>{inputsIn('orders')}</div>
      </Section>
      <Section title={say(words.messages)}>
        <div className={styles['pair']}>{inputsIn('messages')}</div>
      </Section>
      <Section title={say(words.bib)}>{inputsIn('bib')}</Section>
    </>
  )
}

type SettingProps = Required<Pick<Props, 'value' | 'onChange' | 'isReadOnly'>> & {
  name: CompanySetting
  hint: Bilingual | undefined
  fault: string | null
}

function Setting({ name, value, onChange, isReadOnly, hint, fault }: SettingProps) {
  const say = useSay()
  const { control } = companyDescription.of(name)
  const input = inputs[control]({
    name,
    isReadOnly,
    value: value[name] ?? null,
    onChange: (next) => onChange({ [name]: next }),
    word: (word) => say(words[word]),
  })
  return (
    <Field id={name} label={say(settingLabel(name))} hint={hint && say(hint)} fault={fault}>
      {input}
    </Field>
  )
}

type InputProps = {
  name: CompanySetting
  value: string | number | null
  onChange: (value: string | number | null) => void
  isReadOnly: boolean
  /** The words of a unit or a state. */
  word: (word: 'seconds' | 'hours' | 'on' | 'off') => string
}

const textProps = ({ name, value, onChange, isReadOnly }: InputProps) => {
  const { characters } = companyDescription.limitsOf(name)
  return {
    id: name,
    readOnly: isReadOnly,
    value: value ?? '',
    ...(characters === undefined ? {} : { maxLength: characters }),
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
}
const count = (
  { name, value, onChange, isReadOnly, word }: InputProps,
  of: 'seconds' | 'hours',
) => (
  <CountInput
    id={name}
    isReadOnly={isReadOnly}
    value={Number(value)}
    suffix={word(of)}
    onChange={onChange}
  />
)

/** The control of a setting; the colour has its own field. */
const inputs: Readonly<Record<CompanyControl, (props: InputProps) => ReactNode>> = {
  colour: () => null,
  text: (props) => <Input {...textProps(props)} />,
  licence: (props) => <Input {...textProps(props)} className="mono" style={{ width: 320 }} />,
  code: (props) => <Input {...textProps(props)} className="mono" style={{ width: 240 }} />,
  digits: (props) => (
    <Input {...textProps(props)} inputMode="numeric" className="mono" style={{ width: 240 }} />
  ),
  time: (props) => (
    <Input
      {...textProps(props)}
      inputMode="numeric"
      maxLength={5}
      suffix="WIB"
      style={{ width: 180 }}
    />
  ),
  amount: ({ name, value, onChange, isReadOnly }) => (
    <FigureInput
      id={name}
      prefix="Rp"
      of={{ kind: 'money', places: 2, currency: 'IDR' }}
      isReadOnly={isReadOnly}
      width={240}
      value={value === null ? null : String(value)}
      onChange={onChange}
    />
  ),
  seconds: (props) => count(props, 'seconds'),
  hours: (props) => count(props, 'hours'),
  'on-off': ({ name, value, onChange, isReadOnly, word }) => (
    <Select
      id={name}
      disabled={isReadOnly}
      value={value === 'on' ? 'on' : 'off'}
      onChange={onChange}
      options={(['on', 'off'] as const).map((one) => ({ value: one, label: word(one) }))}
      style={{ width: 180 }}
    />
  ),
}
