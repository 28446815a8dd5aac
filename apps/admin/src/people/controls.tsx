// The inputs that only people have: role and language are chosen from lists.
import { Select } from 'antd'
import type { UserControl } from '@rmtools/contracts/auth/user-fields'
import { textOf, type ControlProps, type Controls } from '../ui/DescribedFields.tsx'
import { useRoles } from './role-names.ts'

export const languages = [
  { value: 'id' as const, label: 'Bahasa Indonesia' },
  { value: 'en' as const, label: 'English' },
]

function Role({ field: { name }, value, onChange }: ControlProps) {
  const { options } = useRoles()
  return (
    <Select
      id={name}
      value={textOf(value) || null}
      onChange={(role) => onChange(role ?? '')}
      options={options}
    />
  )
}

export const personControls: Controls<UserControl> = {
  role: (props) => <Role {...props} />,
  language: ({ field: { name }, value, onChange }) => (
    <Select id={name} value={textOf(value)} onChange={onChange} options={languages} />
  ),
}
