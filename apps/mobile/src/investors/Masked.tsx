import { useEffect } from 'react'
import { StyleSheet, View } from 'react-native'
import { space } from '@rmtools/look/scale'
import { useAct } from '../ui/act.ts'
import { api } from '../base/api.ts'
import { say, useSay } from '../base/preferences.ts'
import { Digits } from '../ui/Digits.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Tap } from '../ui/Tap.tsx'
import { Text } from '../ui/Text.tsx'
import { toast } from '../ui/Toast.tsx'

const SHOWN_MS = 20_000

/**
 * A masked value. Revealing it is recorded in the audit trail; it is masked again after a while and
 * never stored.
 */
export function Masked({
  id,
  pointer,
  label,
  value,
}: {
  id: string
  pointer: string
  label: string
  value: string
}) {
  const words = useSay()
  const { run, result, clear, isBusy } = useAct(
    async () => await api.investors.reveal({ id, pointer }),
    {
      onDone: () => toast(words(logged)),
    },
  )
  const shown = result?.value
  useEffect(() => {
    if (!shown) return undefined
    const timer = setTimeout(clear, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [shown, clear])
  return (
    <View style={styles.line}>
      <Text kind="label" tone="second" style={styles.label}>
        {label}
      </Text>
      <Text isMono isFigure selectable={Boolean(shown)}>
        <Digits>{shown ?? value.replaceAll('*', '•')}</Digits>
      </Text>
      <Tap
        onPress={() => (shown ? clear() : run())}
        isDisabled={isBusy}
        label={words(shown ? hide : show, { label })}
        style={styles.eye}
      >
        <Icon name={shown ? 'eyeOff' : 'eye'} size={18} />
      </Tap>
    </View>
  )
}

const show = say('Tampilkan {label}', 'Show {label}')
const hide = say('Sembunyikan {label}', 'Hide {label}')
const logged = say('Dicatat di jejak audit', 'Recorded in the audit trail')

const styles = StyleSheet.create({
  line: { flexDirection: 'row', alignItems: 'center', gap: space(2) },
  label: { flex: 1 },
  eye: { alignItems: 'flex-end', minWidth: 36 },
})
