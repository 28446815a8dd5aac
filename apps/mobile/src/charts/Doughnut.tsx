import type { ReactNode } from 'react'
import { StyleSheet, View } from 'react-native'
import Svg, { Path } from 'react-native-svg'
import { compare, total } from '@rmtools/contracts/decimals'
import { formatPercent } from '@rmtools/look/format'
import { space } from '@rmtools/look/scale'
import { useLanguage } from '../base/preferences.ts'
import { Text } from '../ui/Text.tsx'
import { useTheme } from '../ui/theme.ts'
import { arcsOf } from './shapes.ts'

/** `percent` as shown beside the slice; the percentages add up to 100. */
export type Slice = { key: string; name: string; percent: string }

const RADIUS = 62

/** Shares of a whole with a legend: at most six slices, the smallest combined into one. */
export function Doughnut({
  slices,
  other,
  label,
  children,
}: {
  slices: readonly Slice[]
  other: string
  label: string
  children?: ReactNode
}) {
  const { series, colours } = useTheme()
  const language = useLanguage()
  const shown = gathered(slices, other)
  const arcs = arcsOf(
    shown.map(({ percent }) => Number(percent)),
    { radius: RADIUS, thickness: 16, gap: 0.035 },
  )
  return (
    <View style={styles.chart}>
      <View role="img" aria-label={label} style={styles.ring}>
        <Svg width={RADIUS * 2} height={RADIUS * 2}>
          {arcs.map(({ path }, index) => (
            <Path key={shown[index]?.key} d={path} fill={series[index] ?? colours.textFaint} />
          ))}
        </Svg>
        <View style={styles.middle}>{children}</View>
      </View>
      <View style={styles.names}>
        {shown.map((slice, index) => (
          <View key={slice.key} style={styles.name}>
            <View style={[styles.dot, { backgroundColor: series[index] ?? colours.textFaint }]} />
            <View style={styles.words}>
              <Text kind="label" numberOfLines={2}>
                {slice.name}
              </Text>
              <Text kind="caption" tone="second" isFigure>
                {formatPercent(slice.percent, language)}
              </Text>
            </View>
          </View>
        ))}
      </View>
    </View>
  )
}

const MOST = 6

/** The largest slices, and one for the others with the sum of their shares. */
export function gathered(slices: readonly Slice[], other: string): Slice[] {
  const sorted = slices.toSorted((a, b) => compare(b.percent, a.percent))
  if (sorted.length <= MOST) return sorted
  const rest = sorted.slice(MOST - 1)
  return [
    ...sorted.slice(0, MOST - 1),
    {
      key: 'other',
      name: `${other} (${rest.length})`,
      percent: total(rest.map(({ percent }) => percent)),
    },
  ]
}

const styles = StyleSheet.create({
  chart: { flexDirection: 'row', alignItems: 'center', gap: space(5) },
  ring: { width: RADIUS * 2, height: RADIUS * 2 },
  middle: {
    position: 'absolute',
    top: 0,
    right: 0,
    bottom: 0,
    left: 0,
    alignItems: 'center',
    justifyContent: 'center',
  },
  names: { flex: 1, gap: space(2) },
  name: { flexDirection: 'row', gap: space(2) },
  dot: { width: 10, height: 10, borderRadius: 5, marginTop: 5 },
  words: { flex: 1 },
})
