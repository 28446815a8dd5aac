import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import { space } from '@rmtools/look/scale'
import { Tap } from '../ui/Tap.tsx'
import { Text } from '../ui/Text.tsx'
import { useColours } from '../ui/theme.ts'

export type Bar = { key: string; name: string; value: number; text: string }

const HEIGHT = 148

/**
 * Bars side by side, one per month; touching one shows its figure. Negative values are drawn below
 * the axis.
 */
export function Bars({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const colours = useColours()
  const [touched, setTouched] = useState<string>()
  const shown = bars.find(({ key }) => key === touched) ?? bars.at(-1)
  const highest = Math.max(0, ...bars.map(({ value }) => value))
  const lowest = Math.min(0, ...bars.map(({ value }) => value))
  const spread = highest - lowest || 1
  const zero = (highest / spread) * HEIGHT
  const isCrowded = bars.length > 7
  return (
    <View role="group" aria-label={label} style={styles.chart}>
      <Text kind="caption" tone="second" isFigure aria-live="polite">
        {shown ? `${shown.name}: ${shown.text}` : ' '}
      </Text>
      <View style={styles.bars}>
        {bars.map((bar, index) => {
          const size = Math.max(2, (Math.abs(bar.value) / spread) * HEIGHT)
          const isOn = bar.key === shown?.key
          const colour = bar.value < 0 ? colours.danger : colours.brand
          return (
            <Tap
              key={bar.key}
              onPress={() => setTouched(bar.key)}
              label={`${bar.name}: ${bar.text}`}
              state={{ selected: isOn }}
              style={styles.bar}
            >
              <View style={styles.column}>
                <View
                  style={[
                    styles.fill,
                    {
                      height: size,
                      top: bar.value < 0 ? zero : zero - size,
                      backgroundColor: colour,
                      opacity: isOn ? 1 : 0.45,
                    },
                  ]}
                />
              </View>
              <Text
                kind="caption"
                tone={isOn ? 'text' : 'faint'}
                isCentred
                numberOfLines={1}
                style={styles.name}
                maxFontSizeMultiplier={1.2}
              >
                {isCrowded && index % 3 !== (bars.length - 1) % 3
                  ? '\u00A0'
                  : bar.name.split(' ')[0]}
              </Text>
            </Tap>
          )
        })}
      </View>
    </View>
  )
}

const styles = StyleSheet.create({
  chart: { gap: space(2) },
  bars: { flexDirection: 'row', gap: 2 },
  bar: { flex: 1, minWidth: 0 },
  column: { height: HEIGHT, alignSelf: 'stretch' },
  fill: { position: 'absolute', left: '18%', right: '18%', borderRadius: 4 },
  // Wider than a narrow bar: in a crowded chart the neighbouring bars have no label.
  name: { fontSize: 11, lineHeight: 16, marginTop: 4, minWidth: 32, alignSelf: 'center' },
})
