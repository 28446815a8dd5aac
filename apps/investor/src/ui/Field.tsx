import { useId, type ReactNode } from 'react'
import { both, useSpeech } from '../base/language.tsx'

const optionalWord = both('opsional', 'optional')

/** The texts around every input: label, hint, fault, question, and the reason for its return. */
export type FieldFrame = {
  label: string
  hint?: ReactNode
  fault?: string | undefined
  question?: string | undefined
  reason?: string | undefined
  isOptional?: boolean
}

/** Ids of the texts that describe an input, for aria-describedby. */
export function describedBy(
  id: string,
  { hint, fault, question, reason }: FieldFrame,
): string | undefined {
  const ids = Object.entries({ reason, hint, question, fault }).filter(
    ([, text]) => text !== undefined && text !== '',
  )
  return ids.length > 0 ? ids.map(([name]) => `${id}-${name}`).join(' ') : undefined
}

/** The texts below or above an input. */
export function Remarks({ id, hint, fault, question }: FieldFrame & { id: string }) {
  return (
    <>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {question !== undefined && (
        <p id={`${id}-question`} className="question">
          {question}
        </p>
      )}
      {fault !== undefined && (
        <p id={`${id}-fault`} className="fault" role="alert">
          {fault}
        </p>
      )}
    </>
  )
}

/** The reviewer's reason, above the input. */
export function Reason({ id, reason }: { id: string; reason: string | undefined }) {
  return reason === undefined ? null : (
    <p id={`${id}-reason`} className="reason">
      {reason}
    </p>
  )
}

type Texts = FieldFrame & {
  value: string
  onChange: (value: string) => void
  onLeave?: () => void
  id?: string
  type?: 'text' | 'email' | 'tel' | 'date' | 'search'
  inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'decimal'
  autoComplete?: string
  maxLength?: number | undefined
  isMono?: boolean
  isLong?: boolean
}

/** One or several lines of text. */
export function TextField(props: Texts) {
  const {
    label,
    isOptional = false,
    fault,
    reason,
    value,
    onChange,
    onLeave,
    isLong = false,
    isMono = false,
    maxLength,
  } = props
  const { say } = useSpeech()
  const ownId = useId()
  const id = props.id ?? ownId
  const shared = {
    id,
    className: `input${isMono ? ' is-mono' : ''}`,
    value,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    onBlur: onLeave,
    autoComplete: props.autoComplete ?? 'off',
    'aria-invalid': fault !== undefined,
    'aria-describedby': describedBy(id, props),
    ...(maxLength === undefined ? {} : { maxLength }),
  }
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {isOptional && <span className="optional"> ({say(optionalWord)})</span>}
      </label>
      <Reason id={id} reason={reason} />
      {isLong ? (
        <textarea {...shared} rows={3} />
      ) : (
        <input {...shared} type={props.type ?? 'text'} inputMode={props.inputMode} />
      )}
      <Remarks {...props} id={id} />
    </div>
  )
}
