import { StyleSheet, View } from 'react-native'
import { leadStatuses } from '@rmtools/contracts/crm/leads'
import { formatInstant } from '@rmtools/look/format'
import { leadStates, unsentState } from '@rmtools/look/states'
import { space } from '@rmtools/look/scale'
import { textOf } from '../base/problems.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StateDot } from '../ui/StateDot.tsx'
import { Text } from '../ui/Text.tsx'
import { useColours } from '../ui/theme.ts'
import { kindWords } from './NoteSheet.tsx'
import type { SeenActivity } from './rules.ts'
import { useActivities } from './use-leads.ts'

const icons: Record<SeenActivity['kind'], IconName> = {
  note: 'note',
  call: 'phone',
  message: 'message',
  meeting: 'leads',
  status: 'board',
}

/** The history of a lead, newest first. */
export function TimeLine({ id }: { id: string }) {
  const words = useSay()
  const language = useLanguage()
  const { activities, isLoading, error } = useActivities(id)
  if (isLoading && activities.length === 0) return <Skeleton width="60%" />
  if (activities.length === 0)
    return <Text tone="second">{error ? textOf(error, language) : words(empty)}</Text>
  return (
    <View role="list">
      {activities.map((activity, index) => (
        <Activity key={activity.id} activity={activity} isLast={index === activities.length - 1} />
      ))}
    </View>
  )
}

function Activity({ activity, isLast }: { activity: SeenActivity; isLast: boolean }) {
  const colours = useColours()
  const language = useLanguage()
  const words = useSay()
  const { kind, text, happenedAt, authorName, isWaiting } = activity
  return (
    <View role="listitem" style={styles.activity}>
      <View style={styles.rail}>
        <View style={[styles.round, { backgroundColor: colours.raised }]}>
          <Icon name={icons[kind]} size={16} colour={colours.textSecond} />
        </View>
        {isLast ? null : <View style={[styles.line, { backgroundColor: colours.hairline }]} />}
      </View>
      <View style={styles.words}>
        <Text kind="caption" tone="second">
          {[words(kindWords[kind]), formatInstant(happenedAt, language), authorName]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <Text>{kind === 'status' ? stagesIn(text, words) : text}</Text>
        {isWaiting ? <StateDot state={unsentState} /> : null}
      </View>
    </View>
  )
}

/** `new → contacted` with the names of the stages. */
function stagesIn(text: string, words: ReturnType<typeof useSay>): string {
  return text
    .split(' → ')
    .map((part) => {
      const status = leadStatuses.find((value) => value === part)
      return status ? words(leadStates[status].word) : part
    })
    .join(' → ')
}

const empty = say('Belum ada catatan.', 'No notes yet.')

const styles = StyleSheet.create({
  activity: { flexDirection: 'row', gap: space(3) },
  rail: { alignItems: 'center' },
  round: {
    width: 32,
    height: 32,
    borderRadius: 16,
    alignItems: 'center',
    justifyContent: 'center',
  },
  line: { width: 1, flex: 1 },
  words: { flex: 1, gap: 2, paddingBottom: space(5) },
})
