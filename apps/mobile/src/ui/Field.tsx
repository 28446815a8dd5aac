import { onWeb } from './on-web.ts'
import { useId, useState, type ReactNode, type Ref } from 'react'
import { Platform, StyleSheet, TextInput, View, type TextInputProps } from 'react-native'
import { appType, radius, space, touch } from '@rmtools/look/scale'
import { Icon } from './Icon.tsx'
import { Tap } from './Tap.tsx'
import { Text } from './Text.tsx'
import { family, useColours } from './theme.ts'
import { say, useSay } from '../base/preferences.ts'

export type FieldProps = Omit<TextInputProps, 'style' | 'onChange' | 'value' | 'onChangeText'> & {
  label: string
  value: string
  onChange: (value: string) => void
  error?: string | undefined
  hint?: string | undefined
  isOptional?: boolean
  prefix?: string
  suffix?: ReactNode
  isLarge?: boolean
  inputRef?: Ref<TextInput>
}

/**
 * A labelled input. Its error is shown below it and announced to screen readers; it takes space
 * only when there is one.
 */
export function Field({
  label,
  value,
  onChange,
  error,
  hint,
  isOptional,
  prefix,
  suffix,
  isLarge,
  inputRef,
  multiline,
  ...input
}: FieldProps) {
  const colours = useColours()
  const words = useSay()
  const id = useId()
  const [isFocused, setFocused] = useState(false)
  const outline = isFocused ? colours.brand : colours.outline
  const border = error ? colours.danger : outline
  const [fontSize, lineHeight] = isLarge ? appType.figure : appType.body
  return (
    <View style={styles.field}>
      <Text kind="label" tone="second" nativeID={id}>
        {label}
        {isOptional ? (
          <Text kind="label" tone="faint">
            {`  ${words(optional)}`}
          </Text>
        ) : null}
      </Text>
      <View
        style={[
          styles.box,
          { borderColor: border, backgroundColor: colours.surface },
          isFocused ? styles.focused : undefined,
          isLarge ? measured : undefined,
        ]}
      >
        {prefix ? (
          <Text kind={isLarge ? 'section' : 'body'} tone="second">
            {prefix}
          </Text>
        ) : null}
        <TextInput
          ref={inputRef}
          value={value}
          onChangeText={onChange}
          aria-label={label}
          aria-labelledby={id}
          accessibilityHint={error ?? hint}
          placeholderTextColor={colours.textFaint}
          selectionColor={colours.brand}
          multiline={multiline}
          maxFontSizeMultiplier={isLarge ? 1.4 : 2}
          {...input}
          onFocus={(event) => {
            setFocused(true)
            input.onFocus?.(event)
          }}
          onBlur={(event) => {
            setFocused(false)
            input.onBlur?.(event)
          }}
          style={[
            family,
            styles.input,
            noOutline,
            { fontSize, color: colours.text },
            isLarge ? fitting : undefined,
            multiline
              ? {
                  minHeight: lineHeight * 4,
                  paddingTop: space(3),
                  lineHeight,
                  textAlignVertical: 'top',
                }
              : undefined,
            isLarge ? styles.large : undefined,
          ]}
        />
        {suffix}
      </View>
      <FieldMessage error={error} hint={hint} />
    </View>
  )
}

/** The error or the hint of a field. Takes no space when there is neither. */
export function FieldMessage({
  error,
  hint,
}: {
  error: string | undefined
  hint: string | undefined
}) {
  if (!error && !hint) return null
  return (
    <Text
      kind="caption"
      tone={error ? 'danger' : 'second'}
      {...(error ? { role: 'alert' as const } : {})}
    >
      {error ?? hint}
    </Text>
  )
}

/** A hidden password that can be revealed, and that password managers recognise. */
export function PasswordField({
  isNew,
  ...props
}: Omit<FieldProps, 'secureTextEntry' | 'suffix'> & { isNew?: boolean }) {
  const [isShown, setShown] = useState(false)
  const words = useSay()
  return (
    <Field
      {...props}
      secureTextEntry={!isShown}
      autoCapitalize="none"
      autoCorrect={false}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      textContentType={isNew ? 'newPassword' : 'password'}
      suffix={
        <Tap
          onPress={() => setShown(!isShown)}
          label={words(isShown ? hide : show)}
          style={styles.eye}
        >
          <Icon name={isShown ? 'eyeOff' : 'eye'} size={20} />
        </Tap>
      }
    />
  )
}

/** The six digits of a message, filled in by the phone where it can. */
export function CodeField(props: Omit<FieldProps, 'keyboardType'>) {
  return (
    <Field
      {...props}
      isLarge
      keyboardType="number-pad"
      inputMode="numeric"
      autoComplete={Platform.OS === 'android' ? 'sms-otp' : 'one-time-code'}
      textContentType="oneTimeCode"
      maxLength={6}
      onChange={(value) => props.onChange(value.replace(/\D/g, ''))}
    />
  )
}

const optional = say('opsional', 'optional')
const show = say('Tampilkan kata sandi', 'Show the password')
const hide = say('Sembunyikan kata sandi', 'Hide the password')
/** Sized so that six digits fit into the narrowest field at any text size. */
const measured = onWeb({ containerType: 'inline-size' })
const fitting = onWeb({ fontSize: `min(${appType.figure[0]}px, 19cqw)` })
const noOutline = onWeb({ outlineStyle: 'none' })

const styles = StyleSheet.create({
  field: { gap: space(1) + 2 },
  box: {
    flexDirection: 'row',
    alignItems: 'center',
    borderWidth: 1,
    borderRadius: radius.app,
    paddingHorizontal: space(3),
    gap: space(2),
    minHeight: touch + 4,
  },
  focused: { borderWidth: 2, paddingHorizontal: space(3) - 1 },
  input: { flex: 1, minWidth: 0, minHeight: touch, paddingVertical: space(2) },
  large: { fontWeight: '600', letterSpacing: -0.5, fontVariant: ['tabular-nums'], minHeight: 64 },
  eye: { alignItems: 'center', marginRight: -space(2) },
})
