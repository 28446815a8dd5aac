import { Snackbar } from 'react-native-paper'
import { radius } from '@rmtools/look/scale'
import { createStore, useStore } from '../base/store.ts'
import { haptic } from './haptics'
import { Text } from './Text.tsx'
import { useColours } from './theme.ts'

type Message = { text: string; action?: { label: string; onPress: () => void } }
const shown = createStore<Message | undefined>(undefined)

/** Shows a short confirmation for a few seconds. */
export function toast(text: string, action?: Message['action']): void {
  haptic('done')
  shown.set({ text, ...(action ? { action } : {}) })
}

/** Where toasts appear; rendered once, at the root. */
export function Toasts() {
  const message = useStore(shown)
  const { background } = useColours()
  return (
    <Snackbar
      visible={message !== undefined}
      onDismiss={() => shown.set(undefined)}
      duration={4500}
      action={message?.action}
      style={{ borderRadius: radius.app }}
      // Above the primary action and the tabs, so that it covers neither.
      wrapperStyle={{ maxWidth: 560, alignSelf: 'center', bottom: 132 }}
    >
      <Text kind="label" role="status" style={{ color: background }}>
        {message?.text ?? ''}
      </Text>
    </Snackbar>
  )
}
