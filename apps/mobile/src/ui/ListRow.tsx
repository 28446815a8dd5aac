import type { ReactNode } from 'react'
import { StyleSheet, View } from 'react-native'
import { radius, space } from '@rmtools/look/scale'
import { Icon, type IconName } from './Icon.tsx'
import { Tap } from './Tap.tsx'
import { Text } from './Text.tsx'
import { useColours } from './theme.ts'

type Props = {
  title: string
  detail?: string | undefined
  /** A second line, such as a state. */
  below?: ReactNode
  icon?: IconName
  left?: ReactNode
  right?: ReactNode
  onPress?: (() => void) | undefined
  label?: string
  isLast?: boolean
  /** It is open beside the list. */
  isChosen?: boolean
  tone?: 'text' | 'danger'
}

/** One row of a list, with a hairline below it. */
export function ListRow({
  title,
  detail,
  below,
  icon,
  left,
  right,
  onPress,
  label,
  isLast,
  isChosen,
  tone = 'text',
}: Props) {
  const colours = useColours()
  const inside = (
    <View style={styles.inside}>
      {left ??
        (icon ? (
          <Icon
            name={icon}
            size={22}
            colour={tone === 'danger' ? colours.danger : colours.textSecond}
          />
        ) : null)}
      <View
        style={[
          styles.text,
          isLast
            ? undefined
            : { borderBottomWidth: StyleSheet.hairlineWidth, borderColor: colours.hairline },
        ]}
      >
        <View style={styles.words}>
          <Text tone={tone} numberOfLines={4}>
            {title}
          </Text>
          {detail ? (
            <Text kind="caption" tone="second" numberOfLines={3}>
              {detail}
            </Text>
          ) : null}
          {below}
        </View>
        {right ? (
          <View style={styles.right}>
            {typeof right === 'string' ? (
              <Text tone="second" isFigure>
                {right}
              </Text>
            ) : (
              right
            )}
          </View>
        ) : null}
        {onPress && right === undefined ? (
          <Icon name="forward" size={18} colour={colours.textFaint} />
        ) : null}
      </View>
    </View>
  )
  if (!onPress) return <View style={styles.row}>{inside}</View>
  return (
    <Tap
      onPress={onPress}
      label={label ?? namedBy(title, detail, right)}
      style={[styles.row, isChosen ? { backgroundColor: colours.brandSoft } : undefined]}
    >
      {inside}
    </Tap>
  )
}

/** A row's accessible name: all of its texts. */
function namedBy(...parts: readonly ReactNode[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(', ')
}

/** Rows on a white card. */
export function Card({ children, isPadded }: { children: ReactNode; isPadded?: boolean }) {
  const colours = useColours()
  return (
    <View
      style={[
        styles.card,
        { backgroundColor: colours.surface, borderColor: colours.hairline },
        isPadded ? styles.padded : undefined,
      ]}
    >
      {children}
    </View>
  )
}

const styles = StyleSheet.create({
  row: { minHeight: 60 },
  inside: {
    flexDirection: 'row',
    alignItems: 'center',
    gap: space(3),
    paddingLeft: space(4),
    flex: 1,
  },
  text: {
    flex: 1,
    alignSelf: 'stretch',
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignItems: 'center',
    alignContent: 'center',
    columnGap: space(3),
    rowGap: space(1),
    paddingRight: space(4),
    paddingVertical: space(3),
  },
  // The content on the right wraps below the text before the text gets narrower than this.
  words: { flexGrow: 1, flexShrink: 1, flexBasis: 140, gap: 2 },
  right: { marginLeft: 'auto', maxWidth: '100%' },
  card: { borderRadius: radius.app + 2, borderWidth: StyleSheet.hairlineWidth, overflow: 'hidden' },
  padded: { padding: space(4), gap: space(3) },
})
