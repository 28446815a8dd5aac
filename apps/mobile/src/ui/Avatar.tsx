import { StyleSheet, View } from 'react-native'
import { Text } from './Text.tsx'
import { useColours } from './theme.ts'

/** The initials of a name, in place of a photo. */
export function Avatar({ name, size = 40 }: { name: string; size?: number }) {
  const { brandSoft } = useColours()
  const letters = name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word[0]?.toUpperCase() ?? '')
  const text =
    letters.length > 1 ? `${letters[0] ?? ''}${letters.at(-1) ?? ''}` : (letters[0] ?? '')
  return (
    <View
      aria-hidden
      style={[
        styles.round,
        { width: size, height: size, borderRadius: size / 2, backgroundColor: brandSoft },
      ]}
    >
      <Text kind="label" tone="brand" isStrong maxFontSizeMultiplier={1}>
        {text}
      </Text>
    </View>
  )
}

const styles = StyleSheet.create({ round: { alignItems: 'center', justifyContent: 'center' } })
