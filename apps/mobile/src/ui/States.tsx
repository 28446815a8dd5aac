// What a screen shows when it is empty, when something failed, and when its data is old.
import type { ReactNode } from 'react'
import { StyleSheet, View } from 'react-native'
import { formatInstant } from '@rmtools/look/format'
import { radius, space } from '@rmtools/look/scale'
import { actions } from '@rmtools/look/words'
import { codeOf, textOf } from '../base/problems.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Button } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { Text } from './Text.tsx'
import { useColours } from './theme.ts'

/** Nothing here yet, and what to do about it. */
export function EmptyState({
  icon,
  title,
  text,
  children,
}: {
  icon: IconName
  title: string
  text?: string
  children?: ReactNode
}) {
  const colours = useColours()
  return (
    <View style={styles.middle}>
      <View style={[styles.round, { backgroundColor: colours.brandSoft }]}>
        <Icon name={icon} size={28} colour={colours.brand} />
      </View>
      <Text kind="section" isCentred>
        {title}
      </Text>
      {text ? (
        <Text tone="second" isCentred style={styles.narrow}>
          {text}
        </Text>
      ) : null}
      {children}
    </View>
  )
}

/** What went wrong and what to do about it. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const language = useLanguage()
  const words = useSay()
  return (
    <EmptyState
      icon={codeOf(error) === 'offline' ? 'cloudOff' : 'warning'}
      title={words(failed)}
      text={textOf(error, language)}
    >
      {onRetry ? (
        <Button title={words(actions.retry)} kind="quiet" icon="refresh" onPress={onRetry} />
      ) : null}
    </EmptyState>
  )
}

type BannerProps = {
  tone?: 'information' | 'warning' | 'danger' | 'success'
  icon?: IconName
  title: string
  text?: string | undefined
  children?: ReactNode
}

/** A notice on a screen. */
export function Banner({
  tone = 'information',
  icon = 'info',
  title,
  text,
  children,
}: BannerProps) {
  const colours = useColours()
  return (
    <View
      role={tone === 'danger' ? 'alert' : 'status'}
      style={[styles.banner, { backgroundColor: colours[`${tone}Soft`] }]}
    >
      <Icon name={icon} size={20} colour={colours[tone]} />
      <View style={styles.bannerText}>
        <Text kind="label" isStrong>
          {title}
        </Text>
        {text ? (
          <Text kind="caption" tone="second">
            {text}
          </Text>
        ) : null}
        {children}
      </View>
    </View>
  )
}

/** Shows the date of figures that are not current. */
export function AsOf({
  at,
  isStale,
}: {
  at: number | string | null | undefined
  isStale: boolean
}) {
  const language = useLanguage()
  const words = useSay()
  if (!isStale || !at) return null
  const instant = typeof at === 'number' ? new Date(at).toISOString() : at
  return (
    <View style={styles.asOf} role="status">
      <Icon name="cloudOff" size={16} />
      <Text kind="caption" tone="second">
        {words(asOf, { at: formatInstant(instant, language) })}
      </Text>
    </View>
  )
}

const failed = say('Belum dapat ditampilkan', 'This is not available now')
const asOf = say('Terakhir dilihat {at}', 'Last seen {at}')

const styles = StyleSheet.create({
  middle: {
    alignItems: 'center',
    gap: space(3),
    paddingHorizontal: space(6),
    paddingVertical: space(12),
  },
  round: {
    width: 64,
    height: 64,
    borderRadius: 32,
    alignItems: 'center',
    justifyContent: 'center',
  },
  narrow: { maxWidth: 340 },
  banner: { flexDirection: 'row', gap: space(3), padding: space(4), borderRadius: radius.app },
  bannerText: { flex: 1, gap: space(1) },
  asOf: { flexDirection: 'row', alignItems: 'center', gap: space(2) },
})
