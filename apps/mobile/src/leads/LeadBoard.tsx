import { router } from 'expo-router'
import { useMemo, useState } from 'react'
import { FlatList, ScrollView, StyleSheet, useWindowDimensions, View } from 'react-native'
import type { LeadStatus } from '@rmtools/contracts/crm/leads'
import { formatRelative } from '@rmtools/look/format'
import { radius, space } from '@rmtools/look/scale'
import { leadStates, toneColour, unsentState } from '@rmtools/look/states'
import { useAct } from '../ui/act.ts'
import { paths } from '../base/paths.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Icon } from '../ui/Icon.tsx'
import { StateDot } from '../ui/StateDot.tsx'
import { Tap } from '../ui/Tap.tsx'
import { Text } from '../ui/Text.tsx'
import { useColours } from '../ui/theme.ts'
import { toast } from '../ui/Toast.tsx'
import { moveLead } from './local.ts'
import { MoveSheet } from './MoveSheet.tsx'
import { nextStage, type SeenLead } from './rules.ts'

const columns: readonly LeadStatus[] = ['new', 'contacted', 'qualified', 'proposal']

/** Open leads in columns by stage. One tap moves a lead to the next stage. */
export function LeadBoard({ leads }: { leads: readonly SeenLead[] }) {
  const { width } = useWindowDimensions()
  const [moving, setMoving] = useState<SeenLead>()
  const columnWidth = Math.min(300, width * 0.76)
  return (
    <>
      <ScrollView
        horizontal
        snapToInterval={columnWidth + space(3)}
        decelerationRate="fast"
        contentContainerStyle={styles.board}
        showsHorizontalScrollIndicator={false}
      >
        {columns.map((status) => (
          <Column
            key={status}
            status={status}
            leads={leads}
            width={columnWidth}
            onMove={setMoving}
          />
        ))}
      </ScrollView>
      {moving ? <MoveSheet lead={moving} onClose={() => setMoving(undefined)} /> : null}
    </>
  )
}

type ColumnProps = {
  status: LeadStatus
  leads: readonly SeenLead[]
  width: number
  onMove: (lead: SeenLead) => void
}

function Column({ status, leads, width, onMove }: ColumnProps) {
  const colours = useColours()
  const words = useSay()
  const own = useMemo(() => leads.filter((lead) => lead.status === status), [leads, status])
  const state = leadStates[status]
  return (
    <View
      role="region"
      aria-label={words(state.word)}
      style={[styles.column, { width, backgroundColor: colours.raised }]}
    >
      <View style={styles.head}>
        <View style={[styles.dot, { backgroundColor: toneColour(state.tone, colours) }]} />
        <Text kind="label" isStrong style={styles.fill}>
          {words(state.word)}
        </Text>
        <Text kind="label" tone="second" isFigure>
          {own.length}
        </Text>
      </View>
      <FlatList
        data={own}
        keyExtractor={({ id }) => id}
        renderItem={({ item }) => <BoardCard lead={item} onMove={onMove} />}
        contentContainerStyle={styles.cards}
        initialNumToRender={8}
        ListEmptyComponent={
          <Text kind="caption" tone="second" style={styles.empty}>
            {words(empty)}
          </Text>
        }
      />
    </View>
  )
}

function BoardCard({ lead, onMove }: { lead: SeenLead; onMove: (lead: SeenLead) => void }) {
  const colours = useColours()
  const language = useLanguage()
  const words = useSay()
  const next = nextStage(lead.status)
  const advance = useAct(async (stage: LeadStatus) => {
    await moveLead(lead, stage)
    toast(words(moved, { name: lead.fullName, stage: words(leadStates[stage].word) }))
  })
  return (
    <View
      style={[styles.card, { backgroundColor: colours.surface, borderColor: colours.hairline }]}
    >
      <Tap
        onPress={() => router.push(paths.lead(lead.id))}
        onLongPress={() => onMove(lead)}
        label={lead.fullName}
        hint={words(longPress)}
        style={styles.fill}
      >
        <Text kind="label" isStrong numberOfLines={1}>
          {lead.fullName}
        </Text>
        <Text kind="caption" tone="second" numberOfLines={2}>
          {lead.interest ?? formatRelative(lead.updatedAt, language)}
        </Text>
        {lead.sync ? <StateDot state={unsentState} /> : null}
      </Tap>
      <Tap
        onPress={() => (next ? advance.run(next) : onMove(lead))}
        isDisabled={advance.isBusy}
        label={
          next
            ? words(moveTo, { name: lead.fullName, stage: words(leadStates[next].word) })
            : words(moveOf, { name: lead.fullName })
        }
        style={styles.next}
      >
        <Icon name={next ? 'forward' : 'more'} size={18} colour={colours.textSecond} />
      </Tap>
    </View>
  )
}

const empty = say('Kosong', 'Empty')
const longPress = say('Tekan lama untuk memindahkan', 'Press and hold to move it')
const moved = say('{name}: {stage}', '{name}: {stage}')
const moveTo = say('Pindahkan {name} ke {stage}', 'Move {name} to {stage}')
const moveOf = say('Pindahkan {name}', 'Move {name}')

const styles = StyleSheet.create({
  board: { gap: space(3), paddingHorizontal: space(4), paddingVertical: space(2) },
  column: { borderRadius: radius.app + 2, paddingTop: space(3) },
  head: {
    flexDirection: 'row',
    alignItems: 'center',
    gap: space(2),
    paddingHorizontal: space(3),
    paddingBottom: space(2),
  },
  dot: { width: 8, height: 8, borderRadius: 4 },
  fill: { flex: 1 },
  cards: { gap: space(2), paddingHorizontal: space(2), paddingBottom: space(3) },
  card: {
    flexDirection: 'row',
    borderRadius: radius.app,
    borderWidth: StyleSheet.hairlineWidth,
    paddingLeft: space(3),
    paddingVertical: space(1),
  },
  next: { alignItems: 'center' },
  empty: { padding: space(3) },
})
