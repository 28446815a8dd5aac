import { useId } from 'react'
import { both, useSpeech } from '../base/language.tsx'
import { describedBy, Reason, Remarks, type FieldFrame } from './Field.tsx'

export type Option = { value: string; label: string; lang?: string }
type Props = FieldFrame & {
  id?: string
  options: readonly Option[]
  value: string | null
  onChange: (value: string | null) => void
}

const words = { choose: both('Pilih', 'Choose'), optional: both('opsional', 'optional') }

/** One of a few options, all visible. */
export function Radios(props: Props) {
  const { label, isOptional = false, fault, reason, options, value, onChange } = props
  const { say } = useSpeech()
  const ownId = useId()
  const id = props.id ?? ownId
  return (
    <fieldset
      className="field"
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy(id, props)}
      aria-invalid={fault !== undefined}
    >
      <legend>
        {label}
        {isOptional && <span className="optional"> ({say(words.optional)})</span>}
      </legend>
      <Reason id={id} reason={reason} />
      <div className="choices">
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              name={id}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      <Remarks {...props} id={id} />
    </fieldset>
  )
}

/** One of many options. */
export function Select(props: Props) {
  const { label, isOptional = false, fault, reason, options, value, onChange } = props
  const { say } = useSpeech()
  const ownId = useId()
  const id = props.id ?? ownId
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {isOptional && <span className="optional"> ({say(words.optional)})</span>}
      </label>
      <Reason id={id} reason={reason} />
      <select
        id={id}
        className="input"
        value={value ?? ''}
        aria-invalid={fault !== undefined}
        aria-describedby={describedBy(id, props)}
        onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
      >
        <option value="">{say(words.choose)}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Remarks {...props} id={id} />
    </div>
  )
}

type Check = {
  isChecked: boolean
  onChange: (isChecked: boolean) => void
  children: React.ReactNode
  fault?: string | undefined
  id?: string
}

/** A statement to agree to. */
export function CheckField({ isChecked, onChange, children, fault, ...rest }: Check) {
  const ownId = useId()
  const id = rest.id ?? ownId
  return (
    <div className="field">
      <label className="check">
        <input
          id={id}
          type="checkbox"
          checked={isChecked}
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? undefined : `${id}-fault`}
          onChange={({ target }) => onChange(target.checked)}
        />
        <span>{children}</span>
      </label>
      {fault !== undefined && (
        <p id={`${id}-fault`} className="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}
