// The phone's inputs for described fields, for any resource.
import type { ReactNode } from 'react'
import type { CommonControl } from '@rmtools/contracts/described'
import { Field, type FieldProps } from './Field.tsx'
import { PhoneField } from './PhoneField.tsx'

export type DescribedInput = Pick<
  FieldProps,
  'label' | 'value' | 'onChange' | 'isOptional' | 'maxLength'
>

export const commonInputs: Readonly<
  Record<Exclude<CommonControl, 'date'>, (props: DescribedInput) => ReactNode>
> = {
  name: (props) => <Field {...props} autoCapitalize="words" />,
  text: (props) => <Field {...props} />,
  'long-text': (props) => <Field {...props} />,
  phone: (props) => <PhoneField {...props} fault={undefined} />,
  email: (props) => <Field {...props} keyboardType="email-address" autoCapitalize="none" />,
}
