import { onWeb } from './on-web.ts'
import { useMemo, useRef, useState } from 'react'
import { PanResponder, StyleSheet, View, type LayoutRectangle } from 'react-native'
import Svg, { Path } from 'react-native-svg'
import { radius, space } from '@rmtools/look/scale'
import { say, useSay } from '../base/preferences.ts'
import { Button } from './Button.tsx'
import { inkToPng } from './ink'
import { pathOf, type Point, type Stroke } from './strokes.ts'
import { Text } from './Text.tsx'
import { useColours } from './theme.ts'

type Props = {
  label: string
  /** The signature as a PNG, black on white; undefined when it was cleared. */
  onChange: (png: Uint8Array | undefined) => void
  error?: string | undefined
}

const HEIGHT = 220
/** Black on white in either colour scheme: it is printed. */
const INK = '#111111'

/** An area to sign with a finger. */
export function SignaturePad({ label, onChange, error }: Props) {
  const colours = useColours()
  const words = useSay()
  const { strokes, pan, layout, drawing, wipe } = useInk(onChange)
  return (
    <View style={styles.field}>
      <Text kind="label" tone="second">
        {label}
      </Text>
      <View
        {...pan.panHandlers}
        onLayout={({ nativeEvent }) => {
          layout.current = nativeEvent.layout
        }}
        role="img"
        aria-label={`${label}: ${words(strokes.length > 0 ? signed : empty)}`}
        style={[styles.pad, still, { borderColor: error ? colours.danger : colours.outline }]}
      >
        <Svg ref={drawing} width="100%" height={HEIGHT} style={styles.through}>
          <Path
            d={strokes.map(pathOf).join(' ')}
            stroke={INK}
            strokeWidth={2.5}
            strokeLinecap="round"
            strokeLinejoin="round"
            fill="none"
          />
        </Svg>
        <View style={styles.line} />
      </View>
      <View style={styles.below}>
        <Text
          kind="caption"
          tone={error ? 'danger' : 'second'}
          style={styles.hint}
          {...(error ? { role: 'alert' as const } : {})}
        >
          {error ?? words(hint)}
        </Text>
        <Button
          title={words(again)}
          kind="plain"
          isSmall
          isDisabled={strokes.length === 0}
          onPress={wipe}
        />
      </View>
    </View>
  )
}

/** The strokes of a finger; reports the picture after each, and undefined when they are wiped. */
function useInk(onChange: Props['onChange']) {
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const current = useRef<Point[]>([])
  const all = useRef<readonly Stroke[]>([])
  const layout = useRef<LayoutRectangle | undefined>(undefined)
  const drawing = useRef<Svg>(null)
  const report = useRef(onChange)
  report.current = onChange

  const pan = useMemo(() => {
    const show = () => setStrokes([...all.current, [...current.current]])
    const end = () => {
      all.current = [...all.current, [...current.current]]
      current.current = []
      setStrokes(all.current)
      const { width = 0 } = layout.current ?? {}
      void inkToPng(drawing.current, {
        strokes: all.current,
        width,
        height: HEIGHT,
        ink: INK,
      }).then((png) => report.current(png))
    }
    return PanResponder.create({
      onStartShouldSetPanResponder: () => true,
      onMoveShouldSetPanResponder: () => true,
      // The page behind must not scroll away under the finger.
      onPanResponderTerminationRequest: () => false,
      onPanResponderGrant: ({ nativeEvent }) => {
        current.current = [{ x: nativeEvent.locationX, y: nativeEvent.locationY }]
        show()
      },
      onPanResponderMove: ({ nativeEvent }) => {
        current.current.push({ x: nativeEvent.locationX, y: nativeEvent.locationY })
        show()
      },
      onPanResponderRelease: end,
      onPanResponderTerminate: end,
    })
  }, [])
  const wipe = () => {
    all.current = []
    setStrokes([])
    onChange(undefined)
  }
  return { strokes, pan, layout, drawing, wipe }
}

const hint = say('Tanda tangani dengan jari di dalam kotak.', 'Sign with a finger inside the box.')
const again = say('Ulangi', 'Start over')
const signed = say('terisi', 'signed')
const empty = say('kosong', 'empty')
const still = onWeb({ touchAction: 'none', cursor: 'crosshair' })

const styles = StyleSheet.create({
  field: { gap: space(1) + 2 },
  pad: {
    height: HEIGHT,
    borderWidth: 1,
    borderRadius: radius.app,
    backgroundColor: '#FFFFFF',
    overflow: 'hidden',
  },
  through: { pointerEvents: 'none' },
  line: {
    position: 'absolute',
    left: space(5),
    right: space(5),
    bottom: 56,
    height: 1,
    backgroundColor: '#D9D8D2',
    pointerEvents: 'none',
  },
  below: { flexDirection: 'row', alignItems: 'center', gap: space(2) },
  hint: { flex: 1 },
})
