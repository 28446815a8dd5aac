import { router } from 'expo-router'
import { say, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { EntryScreen } from '../ui/EntryScreen.tsx'
import { Banner } from '../ui/States.tsx'
import { startOver } from './session.ts'

/** The registration is verified and waits for the company's approval. */
export function WaitingScreen() {
  const words = useSay()
  return (
    <EntryScreen title={words(title)} text={words(text)}>
      <Banner icon="clock" title={words(next)} text={words(nextText)} />
      <Button title={words(toSignIn)} onPress={toEntry} isWide />
    </EntryScreen>
  )
}

/** Forgets the registration and opens the sign-in page, whichever screen shows this one. */
function toEntry(): void {
  startOver()
  router.dismissTo('/sign-in')
}

const title = say('Menunggu persetujuan', 'Waiting for approval')
const text = say(
  'Pendaftaran Anda sudah kami terima dan nomor Anda sudah diverifikasi.',
  'We have received your registration and verified your number.',
)
const next = say('Perusahaan memeriksa izin Anda', 'The company checks your licence')
const nextText = say(
  'Anda menerima e-mail dan SMS begitu pendaftaran disetujui. Setelah itu masuklah dengan kata sandi Anda.',
  'You will get an e-mail and an SMS when it is approved. Then sign in with your password.',
)
const toSignIn = say('Ke halaman masuk', 'To the sign-in page')
