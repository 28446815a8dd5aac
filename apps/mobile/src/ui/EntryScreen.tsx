import type { ReactNode } from 'react'
import { KeyboardAvoidingView, Platform, ScrollView, StyleSheet, View } from 'react-native'
import { useSafeAreaInsets } from 'react-native-safe-area-context'
import { radius, space } from '@rmtools/look/scale'
import { actions } from '@rmtools/look/words'
import { prefer, useLanguage, useSay } from '../base/preferences.ts'
import { Icon } from './Icon.tsx'
import { Tap } from './Tap.tsx'
import { Text } from './Text.tsx'
import { useColours } from './theme.ts'

type Props = {
  title: string
  text?: string
  onBack?: () => void
  children: ReactNode
  footer?: ReactNode
}

/** A page before sign-in: one column with the logo and a question. */
export function EntryScreen({ title, text, onBack, children, footer }: Props) {
  const colours = useColours()
  const insets = useSafeAreaInsets()
  const words = useSay()
  return (
    <KeyboardAvoidingView
      behavior={Platform.OS === 'ios' ? 'padding' : undefined}
      style={{ flex: 1, backgroundColor: colours.background }}
    >
      <ScrollView
        keyboardShouldPersistTaps="handled"
        contentContainerStyle={[
          styles.page,
          { paddingTop: insets.top + space(3), paddingBottom: insets.bottom + space(6) },
        ]}
      >
        <View style={styles.top}>
          {onBack ? (
            <Tap onPress={onBack} label={words(actions.back)} style={styles.back}>
              <Icon name="back" />
            </Tap>
          ) : (
            <Mark />
          )}
          <LanguageSwitch />
        </View>
        <View style={styles.head}>
          <Text kind="figure" role="heading" style={styles.title}>
            {title}
          </Text>
          {text ? <Text tone="second">{text}</Text> : null}
        </View>
        {children}
        <View style={styles.spring} />
        {footer}
      </ScrollView>
    </KeyboardAvoidingView>
  )
}

function Mark() {
  const { brand, onBrand } = useColours()
  return (
    <View style={[styles.mark, { backgroundColor: brand }]} aria-hidden>
      <Text kind="section" style={{ color: onBrand }} maxFontSizeMultiplier={1}>
        R
      </Text>
    </View>
  )
}

function LanguageSwitch() {
  const language = useLanguage()
  const other = language === 'id' ? 'en' : 'id'
  return (
    <Tap
      onPress={() => void prefer({ language: other })}
      label={other === 'en' ? 'English' : 'Bahasa Indonesia'}
      style={styles.language}
    >
      <Text kind="label" tone="second">
        {other === 'en' ? 'English' : 'Indonesia'}
      </Text>
    </Tap>
  )
}

const styles = StyleSheet.create({
  page: {
    flexGrow: 1,
    paddingHorizontal: space(5),
    width: '100%',
    maxWidth: 460,
    alignSelf: 'center',
    gap: space(5),
  },
  top: {
    flexDirection: 'row',
    alignItems: 'center',
    justifyContent: 'space-between',
    minHeight: 48,
  },
  back: { alignItems: 'center', marginLeft: -space(3) },
  head: { gap: space(2), marginTop: space(6) },
  title: { fontSize: 30, lineHeight: 38 },
  spring: { flexGrow: 1 },
  mark: {
    width: 44,
    height: 44,
    borderRadius: radius.app,
    alignItems: 'center',
    justifyContent: 'center',
  },
  language: { paddingHorizontal: space(2), alignItems: 'flex-end' },
})
