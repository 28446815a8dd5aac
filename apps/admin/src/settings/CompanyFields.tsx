// The settings of a company with what each means, its unit and its bounds: for its own administrator and for the platform's.
import { Input } from 'antd'
import type { ReactNode } from 'react'
import type { Bilingual } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { Field } from '../ui/Field.tsx'
import { CountInput, FigureInput } from '../ui/FigureInput.tsx'
import { Section } from '../ui/Page.tsx'
import { BrandField } from './BrandField.tsx'
import { settingFaults, type headFields, type Settings } from './company-rules.ts'
import { companyWords as words } from './words.ts'
import styles from './Settings.module.css'

type Props = {
  value: Settings
  onChange: (changes: Partial<Settings>) => void
  isReadOnly?: boolean
  /** The platform gives the code at Bib. */
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
      <HeadFields value={value} onChange={onChange} isReadOnly={isReadOnly} faultOf={faultOf} />
      <OrderFields value={value} onChange={onChange} isReadOnly={isReadOnly} faultOf={faultOf} />
      <Section title={say(words.bib)}>
        <Field
          id="bibTenant"
          label={say(words.bibTenant)}
          hint={say(isOfPlatform ? words.bibHint : words.bibFixed)}
          fault={faultOf('bibTenant')}
        >
          <Input
            id="bibTenant"
            className="mono"
            maxLength={50}
            readOnly={!isOfPlatform}
            style={{ width: 240 }}
            value={value.bibTenant}
            onChange={(event) => onChange({ bibTenant: event.target.value })}
          />
        </Field>
      </Section>
    </>
  )
}

/** What the head of each document says of the company. */
function HeadFields({ value, onChange, isReadOnly, faultOf }: OrderProps) {
  const say = useSay()
  const shared = (name: (typeof headFields)[number]) => ({
    id: name,
    readOnly: isReadOnly,
    value: value[name] ?? '',
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  })
  return (
    <Section title={say(words.letterhead)}>
      <p className="faint">{say(words.letterheadHint)}</p>
      <Field
        id="legalName"
        label={say(words.legalName)}
        hint={say(words.legalNameHint)}
        fault={faultOf('legalName')}
      >
        <Input {...shared('legalName')} maxLength={150} />
      </Field>
      <Field
        id="licenceNumber"
        label={say(words.licenceNumber)}
        hint={say(words.licenceHint)}
        fault={faultOf('licenceNumber')}
      >
        <Input
          {...shared('licenceNumber')}
          className="mono"
          maxLength={60}
          style={{ width: 320 }}
        />
      </Field>
      <Field
        id="address"
        label={say(words.address)}
        hint={say(words.addressHint)}
        fault={faultOf('address')}
      >
        <Input {...shared('address')} maxLength={300} />
      </Field>
    </Section>
  )
}

type OrderProps = Required<Pick<Props, 'value' | 'onChange' | 'isReadOnly'>> & {
  faultOf: (name: keyof Settings) => string | null
}

function OrderFields({ value, onChange, isReadOnly, faultOf }: OrderProps) {
  const say = useSay()
  const number = (
    name: 'otpSeconds' | 'approvalLinkHours' | 'registrationLinkHours',
    hint: Bilingual,
    unit: Bilingual,
  ) => (
    <Field id={name} label={say(words[name])} hint={say(hint)} fault={faultOf(name)}>
      <CountInput
        id={name}
        isReadOnly={isReadOnly}
        value={value[name]}
        suffix={say(unit)}
        onChange={(next) => onChange({ [name]: next })}
      />
    </Field>
  )
  const amount = (
    name: 'certifiedSignatureAbove' | 'orderQuestionAbove' | 'orderCap',
    hint: Bilingual,
  ) => (
    <Field id={name} label={say(words[name])} hint={say(hint)} fault={faultOf(name)}>
      <FigureInput
        id={name}
        prefix="Rp"
        of={{ kind: 'money', places: 2, currency: 'IDR' }}
        isReadOnly={isReadOnly}
        width={240}
        value={value[name]}
        onChange={(next) => onChange({ [name]: next })}
      />
    </Field>
  )
  return (
    <Section title={say(words.orders)}>
      <div className={styles['pair']}>
        <Field
          id="cutOffDefault"
          label={say(words.cutOffDefault)}
          hint={say(words.cutOffHint)}
          fault={faultOf('cutOffDefault')}
        >
          <Input
            id="cutOffDefault"
            inputMode="numeric"
            maxLength={5}
            suffix="WIB"
            readOnly={isReadOnly}
            style={{ width: 180 }}
            value={value.cutOffDefault}
            onChange={(event) => onChange({ cutOffDefault: event.target.value })}
          />
        </Field>
        {amount('certifiedSignatureAbove', words.certifiedHint)}
        {amount('orderQuestionAbove', words.questionHint)}
        {amount('orderCap', words.capHint)}
        {number('otpSeconds', words.otpHint, words.seconds)}
        {number('approvalLinkHours', words.approvalHint, words.hours)}
        {number('registrationLinkHours', words.registrationHint, words.hours)}
      </div>
    </Section>
  )
}
