import { useState } from 'react'
import { StyleSheet, View, type GestureResponderEvent } from 'react-native'
import Svg, { Circle, Defs, Line, LinearGradient, Path, Stop } from 'react-native-svg'
import { useColours } from '../ui/theme.ts'
import { areaPath, linePath, nearest, pointsOf } from './shapes.ts'

type Props = {
  values: readonly number[]
  height: number
  colour: string
  /** Describes the chart to screen readers. */
  label: string
  /** The index of the point under the thumb; undefined when the thumb is lifted. */
  onPoint?: (index: number | undefined) => void
}

/** A line chart that shows the value under the thumb. */
export function LineChart({ values, height, colour, label, onPoint }: Props) {
  const { surface, textFaint } = useColours()
  const [width, setWidth] = useState(0)
  const [at, setAt] = useState<number>()
  const points = width > 0 ? pointsOf(values, { width, height, pad: 8 }) : []
  const show = (index: number | undefined) => {
    setAt(index)
    onPoint?.(index)
  }
  const follow = ({ nativeEvent }: GestureResponderEvent) =>
    show(nearest(values.length, width, nativeEvent.locationX))
  const shown = at === undefined ? undefined : points[at]
  return (
    <View
      role="img"
      aria-label={label}
      style={[styles.chart, { height }]}
      onLayout={({ nativeEvent }) => setWidth(nativeEvent.layout.width)}
      onStartShouldSetResponder={() => true}
      onMoveShouldSetResponder={() => true}
      onResponderGrant={follow}
      onResponderMove={follow}
      onResponderRelease={() => show(undefined)}
      onResponderTerminate={() => show(undefined)}
    >
      {points.length > 1 ? (
        <Svg width={width} height={height} style={styles.inert}>
          <Defs>
            <LinearGradient id="under" x1="0" y1="0" x2="0" y2="1">
              <Stop offset="0" stopColor={colour} stopOpacity={0.22} />
              <Stop offset="1" stopColor={colour} stopOpacity={0} />
            </LinearGradient>
          </Defs>
          <Path d={areaPath(points, height)} fill="url(#under)" />
          <Path
            d={linePath(points)}
            stroke={colour}
            strokeWidth={2}
            fill="none"
            strokeLinejoin="round"
            strokeLinecap="round"
          />
          {shown ? (
            <>
              <Line
                x1={shown.x}
                x2={shown.x}
                y1={0}
                y2={height}
                stroke={textFaint}
                strokeWidth={1}
                strokeDasharray="3 3"
              />
              <Circle
                cx={shown.x}
                cy={shown.y}
                r={5}
                fill={colour}
                stroke={surface}
                strokeWidth={2}
              />
            </>
          ) : null}
        </Svg>
      ) : null}
    </View>
  )
}

const styles = StyleSheet.create({ chart: { width: '100%' }, inert: { pointerEvents: 'none' } })
