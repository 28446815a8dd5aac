import { router } from 'expo-router'
import { useEffect, useRef, type ReactNode } from 'react'
import {
  Platform,
  RefreshControl,
  ScrollView,
  StyleSheet,
  useWindowDimensions,
  View,
  type ViewStyle,
} from 'react-native'
import { KeyboardAvoidingView } from 'react-native'
import { useSafeAreaInsets } from 'react-native-safe-area-context'
import { actions } from '@rmtools/look/words'
import { space, touch } from '@rmtools/look/scale'
import { useSay } from '../base/preferences.ts'
import { Icon, type IconName } from './Icon.tsx'
import { useIsPane } from './Split.tsx'
import { Tap } from './Tap.tsx'
import { Text } from './Text.tsx'
import { useColours } from './theme.ts'

export type HeaderAction = { icon: IconName; label: string; onPress: () => void; badge?: number }

type Props = {
  title: string
  /** A line below the title: an owner or a date, for example. */
  subtitle?: string | undefined
  /** Where "back" leads when the history is empty; absent on the screens of the tab bar. */
  backTo?: string
  onBack?: () => void
  actions?: readonly HeaderAction[]
  /** The one primary action, within reach of the thumb. */
  footer?: ReactNode
  /** Fixed above the content, such as filters. */
  top?: ReactNode
  /** The content scrolls itself (a list). */
  isList?: boolean
  onRefresh?: () => void
  isRefreshing?: boolean
  /** Raised when something new appears at the top: the content scrolls there. */
  attention?: number
  children: ReactNode
}

/** One screen: a header, content of readable width, and the primary action at the bottom. */
export function Screen({
  title,
  subtitle,
  backTo,
  onBack,
  actions = [],
  footer,
  top,
  isList,
  onRefresh,
  isRefreshing = false,
  attention = 0,
  children,
}: Props) {
  const colours = useColours()
  const insets = useSafeAreaInsets()
  const scroll = useRef<ScrollView>(null)
  useEffect(() => {
    if (attention > 0) scroll.current?.scrollTo({ y: 0, animated: true })
  }, [attention])
  const content = isList ? (
    <View style={[styles.list, readable]}>{children}</View>
  ) : (
    <ScrollView
      ref={scroll}
      style={styles.fill}
      contentContainerStyle={[styles.content, readable]}
      keyboardShouldPersistTaps="handled"
      keyboardDismissMode="interactive"
      refreshControl={
        onRefresh && Platform.OS !== 'web' ? (
          <RefreshControl
            refreshing={isRefreshing}
            onRefresh={onRefresh}
            tintColor={colours.brand}
            colors={[colours.brand]}
          />
        ) : undefined
      }
    >
      {children}
    </ScrollView>
  )
  return (
    <KeyboardAvoidingView
      behavior={Platform.OS === 'ios' ? 'padding' : undefined}
      style={[
        styles.fill,
        {
          backgroundColor: colours.background,
          paddingTop: insets.top,
          paddingLeft: insets.left,
          paddingRight: insets.right,
        },
      ]}
    >
      <Header title={title} subtitle={subtitle} backTo={backTo} onBack={onBack} actions={actions} />
      {top ? <View style={readable}>{top}</View> : null}
      {content}
      {footer ? (
        <View
          style={[
            styles.footer,
            {
              borderColor: colours.hairline,
              backgroundColor: colours.background,
              paddingBottom: space(3) + (backTo ? insets.bottom : 0),
            },
          ]}
        >
          <View style={[readable, styles.footerInside]}>{footer}</View>
        </View>
      ) : null}
    </KeyboardAvoidingView>
  )
}

type HeaderProps = Pick<Props, 'title' | 'subtitle'> & {
  backTo: string | undefined
  onBack: (() => void) | undefined
  actions: readonly HeaderAction[]
}

function Header({ title, subtitle, backTo, onBack, actions: shown }: HeaderProps) {
  const say = useSay()
  const isPane = useIsPane()
  const { fontScale } = useWindowDimensions()
  const back =
    onBack ?? (() => (router.canGoBack() ? router.back() : router.replace(backTo ?? '/')))
  return (
    <View style={[styles.header, readable]}>
      {(backTo === undefined || isPane) && !onBack ? null : (
        <Tap onPress={back} label={say(actions.back)} style={styles.back}>
          <Icon name="back" />
        </Tap>
      )}
      <View style={[styles.titles, { flexBasis: 140 * fontScale }]}>
        <Text kind="title" numberOfLines={4}>
          {title}
        </Text>
        {subtitle ? (
          <Text kind="caption" tone="second" numberOfLines={2}>
            {subtitle}
          </Text>
        ) : null}
      </View>
      {shown.map((action) => (
        <HeaderButton key={action.label} {...action} />
      ))}
    </View>
  )
}

function HeaderButton({ icon, label, onPress, badge = 0 }: HeaderAction) {
  const colours = useColours()
  return (
    <Tap onPress={onPress} label={badge > 0 ? `${label} (${badge})` : label} style={styles.action}>
      <Icon name={icon} />
      {badge > 0 ? (
        <View style={[styles.badge, { backgroundColor: colours.danger }]} aria-hidden>
          <Text
            kind="caption"
            style={[styles.badgeText, { color: colours.background }]}
            maxFontSizeMultiplier={1}
          >
            {badge > 99 ? '99+' : badge}
          </Text>
        </View>
      ) : null}
    </Tap>
  )
}

/** The widest column that is comfortable to read, centred on a tablet. */
const WIDEST = 760
export const readable: ViewStyle = { width: '100%', maxWidth: WIDEST, alignSelf: 'center' }

const styles = StyleSheet.create({
  fill: { flex: 1 },
  list: { flex: 1 },
  content: { paddingHorizontal: space(4), paddingBottom: space(10), gap: space(4) },
  header: {
    flexDirection: 'row',
    alignItems: 'center',
    flexWrap: 'wrap',
    alignContent: 'center',
    minHeight: touch + space(4),
    paddingHorizontal: space(4),
    paddingVertical: space(2),
    gap: space(1),
  },
  back: { alignItems: 'center', marginLeft: -space(3) },
  // The actions wrap below the title before the title gets narrower than this at its type size.
  titles: { flexGrow: 1, flexShrink: 1 },
  action: { alignItems: 'center' },
  badge: {
    position: 'absolute',
    top: 6,
    right: 4,
    minWidth: 18,
    height: 18,
    borderRadius: 9,
    paddingHorizontal: 4,
    alignItems: 'center',
    justifyContent: 'center',
  },
  badgeText: { fontSize: 11, lineHeight: 14, fontWeight: '700' },
  footer: {
    borderTopWidth: StyleSheet.hairlineWidth,
    paddingTop: space(3),
    paddingHorizontal: space(4),
  },
  footerInside: { gap: space(2), maxWidth: WIDEST - 2 * space(4) },
})
