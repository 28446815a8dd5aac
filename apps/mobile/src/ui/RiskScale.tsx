import { StyleSheet, View } from 'react-native'
import { riskBands } from '@rmtools/look/words'
import { useSay } from '../base/preferences.ts'
import { Text } from './Text.tsx'
import { useColours } from './theme.ts'

export const bandWord = (band: number | null | undefined) =>
  Object.entries(riskBands).find(([key]) => Number(key) === band)?.[1]

/** A risk level, 1 to 5, as steps and a word. */
export function RiskScale({ level, isWarning }: { level: number; isWarning?: boolean }) {
  const colours = useColours()
  const words = useSay()
  const word = bandWord(level)
  const reached = isWarning ? colours.warning : colours.brand
  return (
    <View style={styles.scale}>
      <View aria-hidden style={styles.steps}>
        {[1, 2, 3, 4, 5].map((step) => (
          <View
            key={step}
            style={[
              styles.step,
              {
                backgroundColor: step > level ? colours.hairline : reached,
              },
            ]}
          />
        ))}
      </View>
      <Text kind="caption" tone="second" style={styles.word}>
        {word ? `${level} · ${words(word)}` : String(level)}
      </Text>
    </View>
  )
}

const styles = StyleSheet.create({
  scale: { flexDirection: 'row', alignItems: 'center', gap: 6, maxWidth: '100%' },
  steps: { flexDirection: 'row', gap: 3 },
  word: { flexShrink: 1 },
  step: { width: 12, height: 6, borderRadius: 3 },
})
