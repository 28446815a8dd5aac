import type { ReactNode } from 'react'
import { ScrollView, StyleSheet, View } from 'react-native'
import { radius, space, touch } from '@rmtools/look/scale'
import { Tap } from './Tap.tsx'
import { Text } from './Text.tsx'
import { useColours } from './theme.ts'

/** A filter or quick choice that is on or off. */
export function Chip({
  text,
  isOn,
  onPress,
  count,
}: {
  text: string
  isOn: boolean
  onPress: () => void
  count?: number | undefined
}) {
  const colours = useColours()
  return (
    <Tap
      onPress={onPress}
      role="checkbox"
      label={count === undefined ? text : `${text} (${count})`}
      state={{ checked: isOn }}
      isFelt
      style={styles.tap}
    >
      <View
        style={[
          styles.chip,
          {
            backgroundColor: isOn ? colours.brand : colours.surface,
            borderColor: isOn ? colours.brand : colours.hairline,
          },
        ]}
      >
        <Text kind="label" tone={isOn ? 'onBrand' : 'text'} style={styles.words}>
          {text}
        </Text>
        {count === undefined ? null : (
          <Text kind="label" tone={isOn ? 'onBrand' : 'faint'} isFigure>
            {count}
          </Text>
        )}
      </View>
    </Tap>
  )
}

/** Chips in one line that scrolls sideways. */
export function Chips({ children }: { children: ReactNode }) {
  return (
    <ScrollView
      horizontal
      showsHorizontalScrollIndicator={false}
      style={styles.scroll}
      contentContainerStyle={styles.chips}
    >
      {children}
    </ScrollView>
  )
}

/** Chips that wrap into lines. */
export function ChipGroup({ children }: { children: ReactNode }) {
  return <View style={styles.group}>{children}</View>
}

type SegmentProps<V extends string> = {
  label: string
  value: V
  options: readonly { value: V; text: string }[]
  onChange: (value: V) => void
  /** Shows the label, which otherwise only screen readers say. */
  isNamed?: boolean
}

/** One of a few options, all visible. */
export function Segments<V extends string>({ isNamed = false, ...rest }: SegmentProps<V>) {
  if (!isNamed) return <Options {...rest} />
  return (
    <View style={styles.named}>
      <Text kind="label" tone="second" aria-hidden>
        {rest.label}
      </Text>
      <Options {...rest} />
    </View>
  )
}

function Options<V extends string>({ label, value, options, onChange }: SegmentProps<V>) {
  const colours = useColours()
  return (
    <View
      role="radiogroup"
      aria-label={label}
      style={[styles.segments, { backgroundColor: colours.raised }]}
    >
      {options.map((option) => {
        const isOn = option.value === value
        return (
          <Tap
            key={option.value}
            onPress={() => onChange(option.value)}
            role="radio"
            label={option.text}
            state={{ checked: isOn }}
            isFelt
            style={[
              styles.segment,
              // Three share a row; of more, five, unless their words are too long.
              { minWidth: options.length > 3 ? '18%' : '28%' },
              isOn
                ? { backgroundColor: colours.surface, borderColor: colours.hairline }
                : undefined,
            ]}
          >
            <Text kind="label" isCentred tone={isOn ? 'text' : 'second'}>
              {option.text}
            </Text>
          </Tap>
        )
      })}
    </View>
  )
}

const styles = StyleSheet.create({
  tap: { minWidth: 0, maxWidth: '100%' },
  chip: {
    flexDirection: 'row',
    gap: space(2),
    borderWidth: 1,
    borderRadius: 20,
    paddingHorizontal: space(3) + 2,
    paddingVertical: space(1),
    minHeight: 36,
    alignItems: 'center',
  },
  words: { flexShrink: 1, minWidth: 0 },
  scroll: { flexGrow: 0 },
  chips: { paddingHorizontal: space(4), gap: space(2) },
  group: { flexDirection: 'row', flexWrap: 'wrap', columnGap: space(2) },
  named: { gap: space(1) },
  segments: { flexDirection: 'row', flexWrap: 'wrap', borderRadius: radius.app, padding: 3 },
  segment: {
    flexGrow: 1,
    maxWidth: '100%',
    borderRadius: radius.app - 2,
    borderWidth: StyleSheet.hairlineWidth,
    borderColor: 'transparent',
    minHeight: touch - 4,
    paddingHorizontal: space(1),
  },
})
