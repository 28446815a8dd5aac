import type { ErrorBoundaryProps } from 'expo-router'
import { useEffect } from 'react'
import { View } from 'react-native'
import { actions } from '@rmtools/look/words'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/States.tsx'
import { useColours } from '../ui/theme.ts'
import { reportCrash } from '../base/crashes.ts'
import { say, useSay } from '../base/preferences.ts'

/**
 * Replaces a screen that crashed: the rest of the app works, and the user's input is on the device.
 */
export function Crash({ error, retry }: ErrorBoundaryProps) {
  const words = useSay()
  const { background } = useColours()
  useEffect(() => reportCrash(error), [error])
  return (
    <View style={{ flex: 1, justifyContent: 'center', backgroundColor: background }}>
      <EmptyState icon="warning" title={words(title)} text={words(text)}>
        <Button title={words(actions.retry)} icon="refresh" onPress={() => void retry()} />
      </EmptyState>
    </View>
  )
}

const title = say('Layar ini terhenti', 'This screen stopped')
const text = say(
  'Isian Anda tersimpan di perangkat. Coba lagi; bila berulang, hubungi administrator perusahaan.',
  'What you typed is saved on the device. Try again; if it happens again, tell your company administrator.',
)
