import { useState } from 'react'
import { actions } from '@rmtools/look/words'
import { useAct } from '../ui/act.ts'
import { say, useSay } from '../base/preferences.ts'
import { signOut } from '../sessions/session.ts'
import { useOutbox } from '../sync/use-outbox.ts'
import { Button } from '../ui/Button.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Text } from '../ui/Text.tsx'

/** Signs out; warns first if changes have not been sent. */
export function SignOutButton() {
  const words = useSay()
  const count = useOutbox().length
  const leaving = useAct(async () => await signOut())
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button
        title={words(actions.signOut)}
        icon="signOut"
        kind="quiet"
        onPress={() => (count > 0 ? setAsking(true) : leaving.run())}
        isWide
      />
      <Sheet
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={words(title, { count })}
        footer={
          <>
            <Button title={words(stay)} onPress={() => setAsking(false)} isWide />
            <Button
              title={words(leave)}
              kind="danger"
              onPress={() => leaving.run()}
              isBusy={leaving.isBusy}
              isWide
            />
          </>
        }
      >
        <Text tone="second">{words(text)}</Text>
      </Sheet>
    </>
  )
}

const title = say('{count} perubahan belum terkirim', '{count} changes are not sent')
const text = say(
  'Semua tetap tersimpan di perangkat ini, terenkripsi, dan dikirim setelah Anda masuk lagi di sini. Orang lain tidak dapat melihatnya.',
  'Everything stays on this device, encrypted, and is sent when you sign in here again. Nobody else can see it.',
)
const stay = say('Tetap masuk', 'Stay signed in')
const leave = say('Keluar juga', 'Sign out anyway')
