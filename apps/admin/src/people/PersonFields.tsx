// What is said of a person: name, role, licence, language. In an invitation and in a change.
import { Input, Select } from 'antd'
import type { User } from '@rmtools/contracts/auth/users'
import { useSay } from '../base/language.ts'
import { Field } from '../ui/Field.tsx'
import { useRoles } from './role-names.ts'
import { words } from './words.ts'
import styles from './People.module.css'

export type PersonValue = Pick<
  User,
  'fullName' | 'role' | 'language' | 'licenceNumber' | 'licenceExpiresOn'
>
type Props = {
  value: PersonValue
  onChange: (changes: Partial<PersonValue>) => void
  fault: string | null
  roleHint?: string
}

export const languages = [
  { value: 'id' as const, label: 'Bahasa Indonesia' },
  { value: 'en' as const, label: 'English' },
]

export function PersonFields({ value, onChange, fault, roleHint }: Props) {
  const say = useSay()
  const { options } = useRoles()
  return (
    <>
      <Field
        id="fullName"
        label={say(words.name)}
        isRequired
        fault={value.fullName.trim() === '' ? fault : null}
      >
        <Input
          id="fullName"
          autoFocus
          maxLength={150}
          value={value.fullName}
          onChange={(event) => onChange({ fullName: event.target.value })}
        />
      </Field>
      <div className={styles['pair']}>
        <Field
          id="role"
          label={say(words.role)}
          isRequired
          hint={roleHint}
          fault={value.role === '' ? fault : null}
        >
          <Select
            id="role"
            value={value.role || null}
            onChange={(role) => onChange({ role: role ?? '' })}
            options={options}
          />
        </Field>
        <Field id="language" label={say(words.language)}>
          <Select
            id="language"
            value={value.language}
            onChange={(language) => onChange({ language })}
            options={languages}
          />
        </Field>
        <Field id="licenceNumber" label={say(words.licenceNumber)}>
          <Input
            id="licenceNumber"
            maxLength={50}
            value={value.licenceNumber ?? ''}
            onChange={(event) => onChange({ licenceNumber: event.target.value || null })}
          />
        </Field>
        <Field id="licenceExpiresOn" label={say(words.licenceExpiresOn)}>
          <Input
            id="licenceExpiresOn"
            type="date"
            value={value.licenceExpiresOn ?? ''}
            onChange={(event) => onChange({ licenceExpiresOn: event.target.value || null })}
          />
        </Field>
      </div>
    </>
  )
}
