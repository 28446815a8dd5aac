import { Form } from 'antd'
import { createContext, useContext, type ReactNode } from 'react'
import type { Problem } from '@rmtools/contracts/problem'
import { faultText } from '@rmtools/look/faults'
import { problemText, problemWords } from '@rmtools/look/problems'
import { useSay } from '../base/language.ts'

/** The refusal whose faults the fields inside show. */
export const RefusedContext = createContext<Problem | null>(null)

type Props = {
  /** The id of the control inside. */
  id: string
  label: string
  /** Names in the input that a refusal may point to: `fullName`. Defaults to the id. */
  names?: readonly string[]
  hint?: ReactNode
  /** A fault that the page itself found. */
  fault?: string | null | undefined
  isRequired?: boolean
  children: ReactNode
}

/** A labelled control with its fault, found by this page or by the server. */
export function Field({
  id,
  label,
  names = [id],
  hint,
  fault,
  isRequired = false,
  children,
}: Props) {
  const say = useSay()
  const refused = useContext(RefusedContext)
  const error = refused?.errors?.find(({ pointer }) =>
    names.some((name) => pointer.split('/').includes(name)),
  )
  const words =
    error &&
    (error.code in problemWords
      ? problemText(error.code, say.language)
      : faultText(error.code, say.language))
  const help = fault ?? words ?? null
  return (
    <Form.Item
      // Beside the control, a long label would leave too little room.
      layout="vertical"
      label={label}
      htmlFor={id}
      required={isRequired}
      {...(hint ? { extra: hint } : {})}
      {...(help ? { validateStatus: 'error' as const, help } : {})}
    >
      {children}
    </Form.Item>
  )
}
