import { StyleSheet, View } from 'react-native'
import { toneColour, type State } from '@rmtools/look/states'
import { space } from '@rmtools/look/scale'
import { useSay } from '../base/preferences.ts'
import { Icon } from './Icon.tsx'
import { Text } from './Text.tsx'
import { useColours } from './theme.ts'

/** A coloured dot and a word. The word carries the meaning. */
export function StateDot({ state, more }: { state: State; more?: string | undefined }) {
  const colours = useColours()
  const say = useSay()
  const colour = toneColour(state.tone, colours)
  return (
    <View style={styles.state}>
      {state.tone === 'returned' ? (
        <Icon name="returned" size={14} colour={colour} strokeWidth={2} />
      ) : (
        <View
          style={[
            styles.dot,
            state.tone === 'closed'
              ? { borderColor: colour, borderWidth: 1.5 }
              : { backgroundColor: colour },
          ]}
        />
      )}
      <Text kind="caption" tone="second" style={styles.word}>
        {more ? `${say(state.word)} · ${more}` : say(state.word)}
      </Text>
    </View>
  )
}

const styles = StyleSheet.create({
  state: { flexDirection: 'row', alignItems: 'center', gap: space(1) + 2, maxWidth: '100%' },
  dot: { width: 8, height: 8, borderRadius: 4 },
  word: { flexShrink: 1 },
})
