import { useLayoutEffect, useRef, type ReactNode } from 'react'
import {
  Pressable,
  StyleSheet,
  type AccessibilityState,
  type Role,
  type StyleProp,
  type ViewStyle,
} from 'react-native'
import { touch } from '@rmtools/look/scale'
import { haptic } from './haptics'
import { useColours } from './theme.ts'

type Props = {
  onPress?: (() => void) | undefined
  onLongPress?: () => void
  label?: string
  hint?: string
  role?: Role
  state?: AccessibilityState
  isDisabled?: boolean
  style?: StyleProp<ViewStyle>
  /** Haptic feedback, for what takes effect at once. */
  isFelt?: boolean
  children: ReactNode
}

/** A touch target: at least 48 high, responds at once, and has an accessible name. */
export function Tap({
  onPress,
  onLongPress,
  label,
  hint,
  role = 'button',
  state,
  isDisabled,
  style,
  isFelt,
  children,
}: Props) {
  const { raised } = useColours()
  // In browsers a Pressable adopts a new handler some time after the render; a quick second tap
  // would run the old one.
  const latest = useRef(onPress)
  useLayoutEffect(() => {
    latest.current = onPress
  })
  const press =
    onPress &&
    (() => {
      if (isFelt) haptic('tick')
      latest.current?.()
    })
  return (
    <Pressable
      onPress={press}
      onLongPress={onLongPress}
      disabled={isDisabled ?? false}
      role={role}
      accessibilityLabel={label}
      accessibilityHint={hint}
      accessibilityState={{ disabled: isDisabled ?? false, ...state }}
      {...(state?.selected === undefined ? {} : { 'aria-selected': state.selected })}
      {...(state?.checked === undefined ? {} : { 'aria-checked': state.checked })}
      {...(state?.expanded === undefined ? {} : { 'aria-expanded': state.expanded })}
      android_ripple={{ color: raised }}
      style={({ pressed }) => [styles.tap, style, pressed ? styles.pressed : undefined]}
    >
      {children}
    </Pressable>
  )
}

const styles = StyleSheet.create({
  tap: { minHeight: touch, minWidth: touch, justifyContent: 'center' },
  pressed: { opacity: 0.65 },
})
