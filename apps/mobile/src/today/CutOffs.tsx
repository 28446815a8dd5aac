import { useEffect, useState } from 'react'
import { StyleSheet, View } from 'react-native'
import type { CutOff } from '@rmtools/contracts/bff/today'
import { formatDate, formatInstant, formatTime, today } from '@rmtools/look/format'
import { radius, space } from '@rmtools/look/scale'
import { nouns, productTypes } from '@rmtools/look/words'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Icon } from '../ui/Icon.tsx'
import { Text } from '../ui/Text.tsx'
import { useColours } from '../ui/theme.ts'
import { timeLeft } from './rules.ts'

const URGENT_MINUTES = 30

/** The time left until each cut-off, by group of products. */
export function CutOffs({ cutOffs }: { cutOffs: readonly CutOff[] | null }) {
  const words = useSay()
  const { surface, hairline } = useColours()
  const now = useMinute()
  if (!cutOffs || cutOffs.length === 0) return null
  return (
    <View
      style={[styles.card, { backgroundColor: surface, borderColor: hairline }]}
      role="list"
      aria-label={words(nouns.cutOff)}
    >
      <View style={styles.head}>
        <Icon name="clock" size={18} />
        <Text kind="label" isStrong>
          {words(nouns.cutOff)}
        </Text>
      </View>
      {cutOffs.map((cutOff) => (
        <Line key={`${cutOff.cutOff} ${cutOff.closesAt}`} cutOff={cutOff} now={now} />
      ))}
    </View>
  )
}

function Line({ cutOff: { closesAt, navDate, types }, now }: { cutOff: CutOff; now: number }) {
  const words = useSay()
  const language = useLanguage()
  const left = timeLeft(closesAt, now)
  const isUrgent = left !== undefined && left.hours === 0 && left.minutes <= URGENT_MINUTES
  const isToday = today(new Date(closesAt)) === today(new Date(now))
  const when = () => {
    if (left === undefined) return words(over)
    return left.hours >= 24 ? formatDate(closesAt, language) : words(leftWord, left)
  }
  const nav = words(navDate === today(new Date(now)) ? navToday : navOf, {
    date: formatDate(navDate, language),
  })
  const closes = isToday ? formatTime(closesAt, language) : formatInstant(closesAt, language)
  return (
    <View role="listitem" style={styles.line}>
      <View style={styles.words}>
        <Text kind="label">{types.map((type) => words(productTypes[type])).join(', ')}</Text>
        <Text kind="caption" tone="second">
          {words(until, { nav, closes })}
        </Text>
      </View>
      <Text kind="label" isStrong isFigure tone={isUrgent ? 'warning' : 'brand'}>
        {when()}
      </Text>
    </View>
  )
}

/** The current time, updated every half minute. */
function useMinute(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

const until = say('{nav} sampai {closes}', '{nav} until {closes}')
const navToday = say('NAB hari ini', "Today's NAV")
const navOf = say('NAB {date}', 'NAV of {date}')
const leftWord = say('{hours} j {minutes} m', '{hours} h {minutes} m')
const over = say('Lewat', 'Passed')

const styles = StyleSheet.create({
  card: {
    borderRadius: radius.app + 2,
    borderWidth: StyleSheet.hairlineWidth,
    padding: space(4),
    gap: space(3),
  },
  head: { flexDirection: 'row', alignItems: 'center', gap: space(2) },
  line: { flexDirection: 'row', alignItems: 'center', gap: space(3) },
  words: { flex: 1, gap: 2 },
})
