import { keysOf, recordOf } from '@rmtools/contracts/keys'
import { Input } from 'antd'
import { useState } from 'react'
import { companyCodeTaken } from '@rmtools/contracts/auth/companies'
import { emailTaken, phoneInvalid, phoneTaken } from '@rmtools/contracts/auth/registration'
import { problemText } from '@rmtools/look/problems'
import { useSay } from '../base/language.ts'
import { useAct } from '../base/queries.ts'
import { Field } from '../ui/Field.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { words } from './words.ts'

const CODE = /^[a-z][a-z0-9-]{1,30}$/
const blank = { name: '', code: '', adminName: '', adminEmail: '', adminPhone: '' }

/** Creates a company and its first administrator, who is invited by e-mail. */
export function NewCompanyForm({
  onDone,
  onClose,
}: {
  onDone: (id: string) => void
  onClose: () => void
}) {
  const say = useSay()
  const [value, setValue] = useState(blank)
  const [isTried, setTried] = useState(false)
  const { run, isPending, problem } = useAct('companies', 'create', {
    onDone: ({ id }) => onDone(id),
  })
  const { name, code, adminName, adminEmail, adminPhone } = recordOf(keysOf(blank), (key) =>
    value[key].trim(),
  )
  const submit = () => {
    setTried(true)
    if (!name || !CODE.test(code) || !adminName || !adminEmail) return
    void run({
      name,
      code,
      admin: {
        fullName: adminName,
        email: adminEmail,
        ...(adminPhone ? { phone: adminPhone } : {}),
      },
    })
  }
  const said = (...codes: readonly string[]) =>
    problem && codes.includes(problem.code) ? problemText(problem.code, say.language) : null
  const needed = (text: string) => (isTried && !text ? say(words.needed) : null)
  const field = (
    id: keyof typeof blank,
    { names, hint, fault }: { names: string[]; hint?: string; fault: string | null },
    isOptional = false,
  ) => (
    <Field
      id={id}
      label={say(words[id])}
      names={names}
      hint={hint}
      fault={fault}
      isRequired={!isOptional}
    >
      <Input
        id={id}
        autoFocus={id === 'name'}
        className={id === 'code' ? 'mono' : ''}
        maxLength={254}
        value={value[id]}
        onChange={(event) => setValue({ ...value, [id]: event.target.value })}
      />
    </Field>
  )
  const codeFault = isTried && !CODE.test(code) ? say(words.codeWrong) : null
  return (
    <FormDialog
      title={say(words.add)}
      act={say(words.add)}
      isPending={isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      {field('name', { names: ['name'], fault: needed(name) })}
      {field('code', {
        names: ['code'],
        hint: say(words.codeHint),
        fault: said(companyCodeTaken.code) ?? codeFault,
      })}
      {field('adminName', { names: ['fullName'], fault: needed(adminName) })}
      {field('adminEmail', {
        names: ['email'],
        hint: say(words.adminHint),
        fault: said(emailTaken.code) ?? needed(adminEmail),
      })}
      {field(
        'adminPhone',
        { names: ['phone'], fault: said(phoneTaken.code, phoneInvalid.code) },
        true,
      )}
    </FormDialog>
  )
}
