import { ActivityIndicator, StyleSheet, View } from 'react-native'
import type { Colours } from '@rmtools/look/colours'
import { radius, space, touch } from '@rmtools/look/scale'
import { Icon, type IconName } from './Icon.tsx'
import { Tap } from './Tap.tsx'
import { Text, type TextTone } from './Text.tsx'
import { useColours } from './theme.ts'

type Props = {
  title: string
  onPress: () => void
  /** One `primary` per screen; `danger` for what cannot be undone. */
  kind?: 'primary' | 'quiet' | 'plain' | 'danger'
  icon?: IconName
  isBusy?: boolean
  isDisabled?: boolean
  /** Why it is disabled: shown below, since a grey button without a reason is a riddle. */
  reason?: string | undefined
  isWide?: boolean
  isSmall?: boolean
  label?: string
}

/** A button; its title is a verb. */
export function Button({
  title,
  onPress,
  kind = 'primary',
  icon,
  isBusy,
  isDisabled,
  reason,
  isWide,
  isSmall,
  label,
}: Props) {
  const colours = useColours()
  const isOff = isDisabled === true || reason !== undefined
  const { background, border, tone, colour } = lookOf(kind, colours, isOff)
  return (
    <View style={isWide ? styles.wide : styles.fitting}>
      <Tap
        onPress={onPress}
        isDisabled={isOff || isBusy === true}
        label={label ?? title}
        state={{ busy: isBusy ?? false }}
        style={[
          styles.button,
          isSmall ? styles.small : undefined,
          { backgroundColor: background, borderColor: border },
        ]}
      >
        <View style={styles.inside}>
          {isBusy ? <ActivityIndicator size="small" color={colour} aria-hidden /> : null}
          {icon && !isBusy ? <Icon name={icon} size={isSmall ? 18 : 20} colour={colour} /> : null}
          <Text
            kind={isSmall ? 'label' : 'body'}
            isStrong
            isCentred
            tone={tone}
            style={styles.title}
          >
            {title}
          </Text>
        </View>
      </Tap>
      {reason === undefined ? null : (
        <Text kind="caption" tone="second" isCentred style={styles.reason}>
          {reason}
        </Text>
      )}
    </View>
  )
}

function lookOf(
  kind: NonNullable<Props['kind']>,
  colours: Colours,
  isOff: boolean,
): { background: string; border: string; tone: TextTone; colour: string } {
  if (isOff)
    return {
      background: kind === 'plain' ? 'transparent' : colours.raised,
      border: 'transparent',
      tone: 'faint',
      colour: colours.textFaint,
    }
  if (kind === 'primary')
    return {
      background: colours.brand,
      border: colours.brand,
      tone: 'onBrand',
      colour: colours.onBrand,
    }
  if (kind === 'danger')
    return {
      background: colours.dangerSoft,
      border: colours.dangerSoft,
      tone: 'danger',
      colour: colours.danger,
    }
  if (kind === 'quiet')
    return {
      background: colours.surface,
      border: colours.hairline,
      tone: 'text',
      colour: colours.text,
    }
  return { background: 'transparent', border: 'transparent', tone: 'brand', colour: colours.brand }
}

const styles = StyleSheet.create({
  wide: { alignSelf: 'stretch' },
  // In a row that wraps, a long title breaks instead of leaving the screen.
  fitting: { maxWidth: '100%' },
  button: {
    minHeight: touch + 4,
    borderRadius: radius.app,
    borderWidth: 1,
    paddingHorizontal: space(5),
    paddingVertical: space(2),
  },
  small: { minHeight: touch, paddingHorizontal: space(3), borderRadius: radius.app - 2 },
  inside: { flexDirection: 'row', alignItems: 'center', justifyContent: 'center', gap: space(2) },
  // Words break where not even one of them fits.
  title: { flexShrink: 1, minWidth: 0 },
  reason: { marginTop: space(2) },
})
