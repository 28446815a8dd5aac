import { Input } from 'antd'
import { useState } from 'react'
import { wrongPassword } from '@rmtools/contracts/auth/account'
import { problemText } from '@rmtools/look/problems'
import { Field } from '../ui/Field.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useSay } from '../base/language.ts'
import { useAct } from '../base/queries.ts'
import { enter } from '../base/session.ts'

/** The dialog itself. Answers whether the correct password was given. */
export function StepUpQuestion({ onAnswer }: { onAnswer: (isGiven: boolean) => void }) {
  const say = useSay()
  const [currentPassword, setPassword] = useState('')
  const { run, isPending, problem } = useAct('account', 'stepUp', {
    onDone: (signIn) => {
      enter(signIn)
      onAnswer(true)
    },
  })
  const isWrong = problem?.code === wrongPassword.code
  return (
    <FormDialog
      title={say(words.title)}
      act={say(words.act)}
      isPending={isPending}
      isDisabled={currentPassword === ''}
      problem={isWrong ? null : problem}
      width={420}
      onSubmit={() => void run({ currentPassword })}
      onClose={() => onAnswer(false)}
    >
      <p>{say(words.why)}</p>
      <Field
        id="step-up-password"
        label={say(words.password)}
        isRequired
        fault={isWrong ? problemText(problem.code, say.language) : null}
      >
        <Input.Password
          id="step-up-password"
          autoFocus
          autoComplete="current-password"
          value={currentPassword}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
    </FormDialog>
  )
}

const words = {
  title: { id: 'Masukkan kata sandi sekali lagi', en: 'Enter your password again' },
  why: {
    id: 'Tindakan ini menyangkut data pribadi atau wewenang. Setelah kata sandi benar, tindakan dilanjutkan.',
    en: 'This action affects personal data or permissions. It continues once you enter the correct password.',
  },
  password: { id: 'Kata sandi sekarang', en: 'Current password' },
  act: { id: 'Lanjutkan', en: 'Continue' },
}
