// The person who holds the phone may not be its owner: after a while in the background the app asks
// for a fingerprint or face.
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { AppState, View } from 'react-native'
import { actions } from '@rmtools/look/words'
import { useAct } from '../ui/act.ts'
import { preferences, say, useSay } from '../base/preferences.ts'
import { useStore } from '../base/store.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/States.tsx'
import { useColours } from '../ui/theme.ts'
import { askForOwner } from './biometrics'
import { signOut } from './session.ts'

const LOCK_AFTER_MS = 60_000

/** Shows its children only to the owner of the phone, if that preference is on. */
export function LockGate({ children }: { children: ReactNode }) {
  const { isLocked: isWanted } = useStore(preferences)
  const [isLocked, setLocked] = useState(isWanted)
  const leftAt = useRef<number | undefined>(undefined)
  const words = useSay()
  const { background } = useColours()
  const leaving = useAct(async () => await signOut())
  const unlock = useCallback(async () => {
    if (await askForOwner(words(reason))) setLocked(false)
  }, [words])
  const asked = useRef(false)

  useEffect(() => {
    if (isLocked && isWanted && !asked.current) {
      asked.current = true
      void unlock()
    }
  }, [isLocked, isWanted, unlock])
  useEffect(() => {
    const subscription = AppState.addEventListener('change', (state) => {
      if (state === 'background') leftAt.current = Date.now()
      if (state !== 'active' || leftAt.current === undefined) return
      if (isWanted && Date.now() - leftAt.current > LOCK_AFTER_MS) {
        asked.current = false
        setLocked(true)
      }
      leftAt.current = undefined
    })
    return () => subscription.remove()
  }, [isWanted])

  if (!isLocked || !isWanted) return <>{children}</>
  return (
    <View style={{ flex: 1, justifyContent: 'center', backgroundColor: background }}>
      <EmptyState icon="fingerprint" title={words(title)} text={words(text)}>
        <Button title={words(open)} onPress={() => void unlock()} />
        <Button
          title={words(actions.signOut)}
          kind="plain"
          onPress={() => leaving.run()}
          isBusy={leaving.isBusy}
        />
      </EmptyState>
    </View>
  )
}

const title = say('Aplikasi terkunci', 'The app is locked')
const text = say(
  'Buka dengan sidik jari, wajah, atau kode perangkat Anda.',
  "Unlock it with your fingerprint, your face or your phone's passcode.",
)
const open = say('Buka kunci', 'Unlock')
const reason = say('Buka RMTools', 'Open RMTools')
