import { onWeb } from './on-web.ts'
import type { ReactNode } from 'react'
import {
  KeyboardAvoidingView,
  Modal,
  Platform,
  Pressable,
  ScrollView,
  StyleSheet,
  useWindowDimensions,
  View,
} from 'react-native'
import { useSafeAreaInsets } from 'react-native-safe-area-context'
import { space } from '@rmtools/look/scale'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/preferences.ts'
import { Icon } from './Icon.tsx'
import { Tap } from './Tap.tsx'
import { Text } from './Text.tsx'
import { useColours } from './theme.ts'

type Props = {
  isOpen: boolean
  onClose: () => void
  title: string
  /** The primary action below the content. */
  footer?: ReactNode
  /** The content scrolls itself (a list). */
  isList?: boolean
  children: ReactNode
}

const TABLET = 720

/**
 * In a browser a sheet that slides out returns the focus only at the end. The page then jumps to
 * the control that opened it, and on a slow phone loses the touch on the next field. So there the
 * sheet closes at once.
 */
const closing = Platform.OS === 'web' ? 'none' : undefined

/** A browser that focuses the backdrop must not draw a ring around the whole screen. */
const noOutline = onWeb({ outlineStyle: 'none' })

/** A panel over a screen: from the bottom on phones, in the middle on tablets. */
export function Sheet({ isOpen, onClose, title, footer, isList, children }: Props) {
  const colours = useColours()
  const say = useSay()
  const insets = useSafeAreaInsets()
  const { width, height } = useWindowDimensions()
  const isWide = width >= TABLET
  return (
    <Modal
      visible={isOpen}
      transparent
      animationType={(isOpen ? undefined : closing) ?? (isWide ? 'fade' : 'slide')}
      onRequestClose={onClose}
      statusBarTranslucent
      aria-label={title}
    >
      <KeyboardAvoidingView
        behavior={Platform.OS === 'ios' ? 'padding' : undefined}
        style={[styles.place, isWide ? styles.placeWide : undefined]}
      >
        <Pressable
          style={[styles.veil, noOutline]}
          onPress={onClose}
          accessible={false}
          aria-hidden
          tabIndex={-1}
        />
        <View
          style={[
            styles.sheet,
            {
              backgroundColor: colours.surface,
              maxHeight: height * 0.88,
              borderColor: colours.hairline,
            },
            isWide ? styles.wide : { paddingBottom: insets.bottom + space(3) },
          ]}
        >
          <View style={styles.head}>
            <Text kind="section" style={styles.title}>
              {title}
            </Text>
            <Tap onPress={onClose} label={say(actions.close)} style={styles.close}>
              <Icon name="close" size={22} />
            </Tap>
          </View>
          {isList ? (
            children
          ) : (
            <ScrollView
              style={styles.scroll}
              contentContainerStyle={styles.content}
              keyboardShouldPersistTaps="handled"
            >
              {children}
            </ScrollView>
          )}
          {footer ? <View style={styles.footer}>{footer}</View> : null}
        </View>
      </KeyboardAvoidingView>
    </Modal>
  )
}

const styles = StyleSheet.create({
  place: { flex: 1, justifyContent: 'flex-end' },
  placeWide: { justifyContent: 'center', alignItems: 'center' },
  veil: {
    position: 'absolute',
    top: 0,
    right: 0,
    bottom: 0,
    left: 0,
    backgroundColor: 'rgba(10, 12, 10, 0.45)',
  },
  sheet: {
    borderTopLeftRadius: 20,
    borderTopRightRadius: 20,
    paddingTop: space(2),
    borderWidth: StyleSheet.hairlineWidth,
  },
  wide: { width: 520, borderRadius: 20, paddingBottom: space(4) },
  head: {
    flexDirection: 'row',
    alignItems: 'center',
    paddingLeft: space(5),
    paddingRight: space(2),
  },
  title: { flex: 1 },
  close: { alignItems: 'center' },
  scroll: { flexGrow: 0 },
  content: {
    paddingHorizontal: space(5),
    paddingTop: space(2),
    paddingBottom: space(4),
    gap: space(4),
  },
  footer: { paddingHorizontal: space(5), paddingTop: space(2), gap: space(2) },
})
