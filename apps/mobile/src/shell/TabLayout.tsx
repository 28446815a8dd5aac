// Five tabs: at the bottom of a phone, at the side of a tablet.
import { Tabs } from 'expo-router'
import type { ComponentProps } from 'react'
import { StyleSheet, useWindowDimensions, View } from 'react-native'
import { useSafeAreaInsets } from 'react-native-safe-area-context'
import { space } from '@rmtools/look/scale'
import { nouns } from '@rmtools/look/words'
import { useOutbox } from '../sync/use-outbox.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { Tap } from '../ui/Tap.tsx'
import { Text } from '../ui/Text.tsx'
import { useColours } from '../ui/theme.ts'
import { say, useSay } from '../base/preferences.ts'

const tabs: Readonly<Record<string, { icon: IconName; word: { id: string; en: string } }>> = {
  index: { icon: 'today', word: say('Hari ini', 'Today') },
  'leads/index': { icon: 'leads', word: nouns.leads },
  'investors/index': { icon: 'investors', word: nouns.investors },
  'products/index': { icon: 'products', word: nouns.products },
  more: { icon: 'more', word: say('Lainnya', 'More') },
}
const TABLET = 720

/** The tabs of the signed-in part. */
export function TabLayout() {
  const { background } = useColours()
  const isWide = useWindowDimensions().width >= TABLET
  return (
    <Tabs
      tabBar={(props) => <Bar {...props} isWide={isWide} />}
      screenOptions={{
        headerShown: false,
        tabBarPosition: isWide ? 'left' : 'bottom',
        sceneStyle: { backgroundColor: background },
      }}
    >
      {Object.keys(tabs).map((name) => (
        <Tabs.Screen key={name} name={name} />
      ))}
    </Tabs>
  )
}

type BarProps = Parameters<NonNullable<ComponentProps<typeof Tabs>['tabBar']>>[0] & {
  isWide: boolean
}

function Bar({ state, navigation, isWide }: BarProps) {
  const colours = useColours()
  const insets = useSafeAreaInsets()
  const words = useSay()
  const waiting = useOutbox().length
  return (
    <View
      role="tablist"
      style={[
        isWide ? styles.rail : styles.bar,
        { backgroundColor: colours.surface, borderColor: colours.hairline },
        isWide
          ? { paddingTop: insets.top + space(4), paddingLeft: insets.left }
          : { paddingBottom: insets.bottom },
      ]}
    >
      {state.routes.map((route, index) => {
        const tab = tabs[route.name]
        if (!tab) return null
        const isOn = state.index === index
        return (
          <Tap
            key={route.key}
            role="tab"
            label={words(tab.word)}
            state={{ selected: isOn }}
            isFelt
            onPress={() => {
              const event = navigation.emit({
                type: 'tabPress',
                target: route.key,
                canPreventDefault: true,
              })
              if (!isOn && !event.defaultPrevented) navigation.navigate(route.name, route.params)
            }}
            style={[isWide ? styles.railTab : styles.tab]}
          >
            <View style={styles.inside}>
              <Icon
                name={tab.icon}
                size={23}
                colour={isOn ? colours.brand : colours.textSecond}
                strokeWidth={isOn ? 2 : 1.6}
              />
              <Text
                kind="caption"
                maxFontSizeMultiplier={1.3}
                numberOfLines={1}
                style={[
                  styles.word,
                  {
                    color: isOn ? colours.brand : colours.textSecond,
                    fontWeight: isOn ? '600' : '400',
                  },
                ]}
              >
                {words(tab.word)}
              </Text>
              {route.name === 'more' && waiting > 0 ? (
                <View
                  style={[
                    styles.dot,
                    { backgroundColor: colours.warning, borderColor: colours.surface },
                  ]}
                />
              ) : null}
            </View>
          </Tap>
        )
      })}
    </View>
  )
}

const styles = StyleSheet.create({
  bar: { flexDirection: 'row', borderTopWidth: StyleSheet.hairlineWidth },
  tab: { flex: 1, minWidth: 0, minHeight: 58 },
  rail: {
    width: 96,
    borderRightWidth: StyleSheet.hairlineWidth,
    gap: space(2),
    paddingBottom: space(4),
  },
  railTab: { minHeight: 64 },
  inside: { alignItems: 'center', gap: 3 },
  word: { fontSize: 12, lineHeight: 16 },
  dot: {
    position: 'absolute',
    top: -2,
    left: '50%',
    marginLeft: 8,
    width: 10,
    height: 10,
    borderRadius: 5,
    borderWidth: 2,
  },
})
