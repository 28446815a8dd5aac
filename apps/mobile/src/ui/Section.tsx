import { onWeb } from './on-web.ts'
import type { ReactNode } from 'react'
import { StyleSheet, View } from 'react-native'
import { space } from '@rmtools/look/scale'
import { Digits } from './Digits.tsx'
import { Tap } from './Tap.tsx'
import { FigureText, Text } from './Text.tsx'

/** A part of a screen under a heading; `more` links to the full list. */
export function Section({
  title,
  more,
  onMore,
  children,
}: {
  title: string
  more?: string
  onMore?: () => void
  children: ReactNode
}) {
  return (
    <View style={styles.section}>
      <View style={styles.head}>
        <Text kind="section" style={styles.title}>
          {title}
        </Text>
        {more && onMore ? (
          <Tap onPress={onMore} label={`${more}: ${title}`} role="link">
            <Text kind="label" tone="brand">
              {more}
            </Text>
          </Tap>
        ) : null}
      </View>
      {children}
    </View>
  )
}

function changeLook(isGain: boolean | undefined) {
  if (isGain === undefined) return { arrow: '', tone: 'second' } as const
  return isGain
    ? ({ arrow: '↑ ', tone: 'success' } as const)
    : ({ arrow: '↓ ', tone: 'danger' } as const)
}

/** The one figure that matters, with its label and its change. */
export function Figure({
  label,
  value,
  change,
  isGain,
}: {
  label: string
  value: string
  change?: string | undefined
  isGain?: boolean | undefined
}) {
  const { arrow, tone } = changeLook(isGain)
  return (
    <View style={styles.figure}>
      <Text kind="label" tone="second">
        {label}
      </Text>
      <FigureText>{value}</FigureText>
      {change ? (
        <Text kind="caption" tone={tone} isFigure>
          {`${arrow}${change}`}
        </Text>
      ) : null}
    </View>
  )
}

/**
 * A label and its value: on one line of a summary, or on two where they do not fit side by side.
 */
export function Fact({ label, value, isMono }: { label: string; value: string; isMono?: boolean }) {
  return (
    <View style={styles.fact}>
      <Text kind="label" tone="second" style={styles.factLabel}>
        {label}
      </Text>
      <Text isFigure isMono={isMono ?? false} style={[styles.factValue, anywhere]} selectable>
        {isMono && /^\d{8,}$/.test(value) ? <Digits>{value}</Digits> : value}
      </Text>
    </View>
  )
}

/** Long words without a break opportunity, such as addresses and numbers, break where they must. */
const anywhere = onWeb({ wordBreak: 'break-word' })

const styles = StyleSheet.create({
  section: { gap: space(2) },
  // The link goes below the title where there is no room for both.
  head: {
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: space(3),
    minHeight: 40,
  },
  title: { flexGrow: 1, flexShrink: 1 },
  figure: { gap: 2 },
  fact: {
    flexDirection: 'row',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    columnGap: space(4),
    paddingVertical: space(2),
  },
  factLabel: { maxWidth: '100%' },
  factValue: { maxWidth: '100%' },
})
