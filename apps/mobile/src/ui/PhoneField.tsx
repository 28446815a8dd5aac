import { MAX_PHONE_CHARACTERS } from '@rmtools/contracts/phones'
import { faultText } from '@rmtools/look/faults'
import { useLanguage } from '../base/preferences.ts'
import { Field, type FieldProps } from './Field.tsx'

/** A phone number in any notation; `fault` is the code of its error. */
export function PhoneField({
  fault,
  ...field
}: Omit<FieldProps, 'error'> & { fault: string | undefined }) {
  const language = useLanguage()
  const error = fault && faultText(fault, language)
  return (
    <Field
      {...field}
      keyboardType="phone-pad"
      autoComplete="off"
      maxLength={MAX_PHONE_CHARACTERS}
      error={error}
    />
  )
}
