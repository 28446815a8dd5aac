// Sign-in: password, a code on a new device, then back to the requested page.
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { SignIn } from '@rmtools/contracts/auth/sessions'
import { text, useAddress } from '../base/search.ts'
import { paths } from '../base/paths.ts'
import { useSay } from '../base/language.ts'
import { enter, sessionState } from '../base/session.ts'
import { queryClient } from '../base/queries.ts'
import { CodeForm } from './CodeForm.tsx'
import { SignInLayout } from './SignInLayout.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { words } from './words.ts'

const readers = { to: text(500) }

export function SignInPage() {
  const say = useSay()
  const navigate = useNavigate()
  const [{ to }] = useAddress(readers)
  const [challenge, setChallenge] = useState<SignIn | null>(null)
  // Only an address of the console itself: an open redirect would lend our name to others.
  const target = to?.startsWith('/') && !to.startsWith('//') ? to : paths.home()
  const goOn = (signIn: SignIn) => {
    if (signIn.status === 'challenge') return setChallenge(signIn)
    queryClient.clear()
    enter(signIn)
    void navigate({ to: target, replace: true })
  }
  useEffect(() => {
    if (sessionState() === 'signed-in') void navigate({ to: target, replace: true })
  }, [navigate, target])
  return (
    <SignInLayout title={challenge ? say(words.codeTitle) : say(words.title)}>
      {challenge ? (
        <CodeForm
          challenge={challenge}
          purpose="login"
          onDone={goOn}
          onBack={() => setChallenge(null)}
        />
      ) : (
        <PasswordForm onDone={goOn} />
      )}
    </SignInLayout>
  )
}
