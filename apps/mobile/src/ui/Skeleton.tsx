import { useEffect } from 'react'
import { StyleSheet, View, type DimensionValue } from 'react-native'
import Animated, {
  useAnimatedStyle,
  useReducedMotion,
  useSharedValue,
  withRepeat,
  withTiming,
} from 'react-native-reanimated'
import { space } from '@rmtools/look/scale'
import { say, useSay } from '../base/preferences.ts'
import { useColours } from './theme.ts'

/** A grey line in place of text. */
export function Skeleton({
  width = '100%',
  height = 16,
}: {
  width?: DimensionValue
  height?: number
}) {
  const { hairline } = useColours()
  const isStill = useReducedMotion()
  const opacity = useSharedValue(1)
  useEffect(() => {
    if (!isStill) opacity.value = withRepeat(withTiming(0.45, { duration: 800 }), -1, true)
  }, [isStill, opacity])
  const breathing = useAnimatedStyle(() => ({ opacity: opacity.value }))
  return (
    <Animated.View
      style={[
        { width, height, borderRadius: Math.min(8, height / 2), backgroundColor: hairline },
        breathing,
      ]}
    />
  )
}

const widths: readonly DimensionValue[] = ['62%', '48%', '71%', '55%', '66%', '43%']

/** Placeholder rows while a list loads. */
export function SkeletonRows({ count = 6 }: { count?: number }) {
  const words = useSay()
  return (
    <View style={styles.rows} role="progressbar" aria-label={words(loading)}>
      {widths.slice(0, count).map((width, index) => (
        <View key={`${index} ${String(width)}`} style={styles.row}>
          <Skeleton width={40} height={40} />
          <View style={styles.lines}>
            <Skeleton width={width} />
            <Skeleton width="32%" height={12} />
          </View>
        </View>
      ))}
    </View>
  )
}

const loading = say('Memuat', 'Loading')

const styles = StyleSheet.create({
  rows: { padding: space(4), gap: space(5) },
  row: { flexDirection: 'row', gap: space(3), alignItems: 'center' },
  lines: { flex: 1, gap: space(2) },
})
