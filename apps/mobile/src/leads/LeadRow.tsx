import { memo } from 'react'
import { StyleSheet, View } from 'react-native'
import { formatRelative, formatPhone } from '@rmtools/look/format'
import { leadStates, unsentState } from '@rmtools/look/states'
import { space } from '@rmtools/look/scale'
import { paths } from '../base/paths.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import { StateDot } from '../ui/StateDot.tsx'
import { useOpening } from '../ui/Split.tsx'
import { Tap } from '../ui/Tap.tsx'
import { Text } from '../ui/Text.tsx'
import { useColours } from '../ui/theme.ts'
import { isDue, type SeenLead } from './rules.ts'

/** A lead in the list; the heading above shows its stage. */
export const LeadRow = memo(function LeadRow({ lead }: { lead: SeenLead }) {
  const colours = useColours()
  const language = useLanguage()
  const words = useSay()
  const { chosen, open } = useOpening()
  const due = isDue(lead, new Date())
  const state = leadStates[lead.status]
  const label = [
    lead.fullName,
    words(state.word),
    lead.sync ? words(unsentState.word) : '',
    due ? words(dueWord) : '',
  ]
    .filter(Boolean)
    .join(', ')
  return (
    <Tap
      onPress={() => open(lead.id, paths.lead(lead.id))}
      label={label}
      style={[styles.row, chosen === lead.id ? { backgroundColor: colours.brandSoft } : undefined]}
    >
      <View style={styles.inside}>
        <Avatar name={lead.fullName} />
        <View style={[styles.text, { borderColor: colours.hairline }]}>
          <View style={styles.words}>
            <Text numberOfLines={2} isStrong>
              {lead.fullName}
            </Text>
            <Text kind="caption" tone="second" numberOfLines={1}>
              {lead.interest ?? formatPhone(lead.phone)}
            </Text>
            {lead.sync ? (
              <StateDot state={lead.sync === 'refused' ? refused : unsentState} />
            ) : null}
          </View>
          {lead.nextFollowUpAt && !['converted', 'lost'].includes(lead.status) ? (
            <View style={styles.due}>
              <Icon name="clock" size={14} colour={due ? colours.warning : colours.textFaint} />
              <Text kind="caption" tone={due ? 'warning' : 'faint'} numberOfLines={1}>
                {formatRelative(lead.nextFollowUpAt, language)}
              </Text>
            </View>
          ) : null}
        </View>
      </View>
    </Tap>
  )
})

const dueWord = say('perlu ditindaklanjuti', 'follow-up due')
export const refused = { tone: 'failed', word: say('Perlu diperbaiki', 'Needs fixing') } as const

const styles = StyleSheet.create({
  row: { minHeight: 68 },
  inside: {
    flexDirection: 'row',
    gap: space(3),
    alignItems: 'center',
    paddingLeft: space(4),
    flex: 1,
  },
  text: {
    flex: 1,
    flexDirection: 'row',
    flexWrap: 'wrap',
    columnGap: space(2),
    rowGap: space(1),
    alignItems: 'center',
    alignContent: 'center',
    alignSelf: 'stretch',
    borderBottomWidth: StyleSheet.hairlineWidth,
    paddingVertical: space(3),
    paddingRight: space(4),
  },
  // The due date wraps below the text before the text gets narrower than this.
  words: { flexGrow: 1, flexShrink: 1, flexBasis: 140, gap: 2 },
  due: { flexDirection: 'row', alignItems: 'center', gap: 4, marginLeft: 'auto', maxWidth: '100%' },
})
