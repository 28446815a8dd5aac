import { StyleSheet, View } from 'react-native'
import { useColours } from './theme.ts'

/** A progress bar; `share` is from 0 to 1. */
export function Meter({ share, label }: { share: number; label: string }) {
  const { hairline, brand } = useColours()
  return (
    <View
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
      style={[styles.track, { backgroundColor: hairline }]}
    >
      <View
        style={[styles.fill, { width: `${Math.round(share * 100)}%`, backgroundColor: brand }]}
      />
    </View>
  )
}

const styles = StyleSheet.create({
  track: { height: 6, borderRadius: 3, overflow: 'hidden' },
  fill: { height: 6, borderRadius: 3 },
})
