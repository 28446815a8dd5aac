import { router, useLocalSearchParams } from 'expo-router'
import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import { formatDate, formatPhone } from '@rmtools/look/format'
import { leadStates, unsentState } from '@rmtools/look/states'
import { space } from '@rmtools/look/scale'
import { nouns } from '@rmtools/look/words'
import { leadField, leadFieldNames, type LeadField } from '@rmtools/contracts/crm/lead-fields'
import { leadMoves } from '@rmtools/contracts/crm/leads'
import { useIsOnline } from '../base/network.ts'
import { paths } from '../base/paths.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { Card, ListRow } from '../ui/ListRow.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Fact, Section } from '../ui/Section.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { StateDot } from '../ui/StateDot.tsx'
import { AsOf, Banner, ErrorState } from '../ui/States.tsx'
import { toast } from '../ui/Toast.tsx'
import { ContactBar, type ContactKind } from './ContactBar.tsx'
import { ConvertSheet } from './ConvertSheet.tsx'
import { EditSheet } from './EditSheet.tsx'
import { FollowUpChoice } from './FollowUpChoice.tsx'
import { refused } from './LeadRow.tsx'
import { changeLead } from './local.ts'
import { MoveSheet } from './MoveSheet.tsx'
import { NoteSheet } from './NoteSheet.tsx'
import type { SeenLead } from './rules.ts'
import { TimeLine } from './TimeLine.tsx'
import { useDuplicates, useLead } from './use-leads.ts'

/** One lead: details, next step and history. */
export function LeadScreen() {
  const { id } = useLocalSearchParams<{ id: string }>()
  return <LeadPane key={id} id={id} />
}

/** The same screen beside a list. */
export function LeadPane({ id }: { id: string }) {
  const words = useSay()
  const { lead, isLoading, error, at, refetch } = useLead(id)
  const isOnline = useIsOnline()
  if (lead)
    return <LeadView lead={lead} at={at} isStale={!isOnline} onRefresh={() => void refetch()} />
  return (
    <Screen title={words(nouns.lead)} backTo={paths.leads}>
      {isLoading ? (
        <SkeletonRows count={3} />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} />
      )}
    </Screen>
  )
}

type Open =
  | { sheet: 'note'; kind: ContactKind | 'note' }
  | { sheet: 'move' | 'edit' | 'convert' }
  | undefined

function LeadView({
  lead,
  at,
  isStale,
  onRefresh,
}: {
  lead: SeenLead
  at: number
  isStale: boolean
  onRefresh: () => void
}) {
  const words = useSay()
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const isOpen = lead.status !== 'converted' && lead.status !== 'lost'
  return (
    <Screen
      title={lead.fullName}
      subtitle={lead.interest ?? undefined}
      backTo={paths.leads}
      actions={[{ icon: 'edit', label: words(edit), onPress: () => setOpen({ sheet: 'edit' }) }]}
      footer={<NextStep lead={lead} isOpen={isOpen} onOpen={setOpen} />}
      onRefresh={onRefresh}
    >
      <View style={styles.states}>
        <StateDot
          state={leadStates[lead.status]}
          more={lead.status === 'lost' && lead.lostReason ? lead.lostReason : undefined}
        />
        {lead.sync ? <StateDot state={lead.sync === 'refused' ? refused : unsentState} /> : null}
      </View>
      <AsOf at={at} isStale={isStale && at > 0} />
      {lead.sync === 'refused' ? (
        <Banner icon="warning" tone="danger" title={words(refusedTitle)} text={words(refusedText)}>
          <Button
            title={words(toTray)}
            kind="plain"
            isSmall
            onPress={() => router.push(paths.tray)}
          />
        </Banner>
      ) : null}
      <Duplicates id={lead.id} />
      <ContactBar
        lead={lead}
        onContacted={(kind) => setOpen({ sheet: 'note', kind })}
        onNote={() => setOpen({ sheet: 'note', kind: 'note' })}
      />
      {isOpen ? (
        <Card isPadded>
          <FollowUpChoice
            value={lead.nextFollowUpAt}
            onChange={(nextFollowUpAt) => {
              void changeLead(lead, { nextFollowUpAt })
              toast(words(nextFollowUpAt ? reminded : notReminded))
            }}
          />
        </Card>
      ) : null}
      <Facts lead={lead} onMove={() => setOpen({ sheet: 'move' })} />
      <Section title={words(timeLine)}>
        <TimeLine id={lead.id} />
      </Section>
      {open?.sheet === 'note' ? <NoteSheet lead={lead} kind={open.kind} onClose={close} /> : null}
      {open?.sheet === 'move' ? <MoveSheet lead={lead} onClose={close} /> : null}
      {open?.sheet === 'edit' ? <EditSheet lead={lead} onClose={close} /> : null}
      {open?.sheet === 'convert' ? <ConvertSheet lead={lead} onClose={close} /> : null}
    </Screen>
  )
}

/** The next step for a lead; nothing once it is converted or lost. */
function NextStep({
  lead: { investorId, status },
  isOpen,
  onOpen,
}: {
  lead: SeenLead
  isOpen: boolean
  onOpen: (open: Open) => void
}) {
  const words = useSay()
  if (investorId)
    return (
      <Button
        title={words(toInvestor)}
        icon="investors"
        onPress={() => router.push(paths.investor(investorId))}
        isWide
      />
    )
  if (isOpen)
    return (
      <Button
        title={words(convert)}
        icon="investors"
        onPress={() => onOpen({ sheet: 'convert' })}
        isWide
      />
    )
  if (leadMoves(status).length === 0) return null
  return (
    <Button title={words(reopen)} kind="quiet" onPress={() => onOpen({ sheet: 'move' })} isWide />
  )
}

function Facts({ lead, onMove }: { lead: SeenLead; onMove: () => void }) {
  const words = useSay()
  const language = useLanguage()
  return (
    <Card>
      {lead.status === 'converted' ? null : (
        <ListRow
          title={words(stage)}
          detail={words(leadStates[lead.status].word)}
          icon="board"
          onPress={onMove}
          label={words(moveLabel)}
        />
      )}
      <View style={styles.facts}>
        {shown.map((name) => {
          const value = factOf(lead, name)
          return value ? (
            <Fact key={name} label={words(leadField(name).label)} value={value} />
          ) : null
        })}
        <Fact label={words(since)} value={formatDate(lead.createdAt, language)} />
      </View>
    </Card>
  )
}

// The interest is shown below the name, and the follow-up in its own card.
const shown = leadFieldNames.filter(
  (name) => leadField(name).isShown && name !== 'interest' && name !== 'nextFollowUpAt',
)

function factOf(lead: SeenLead, name: LeadField): string | null {
  if (name === 'phone')
    return lead.phoneExtension
      ? `${formatPhone(lead.phone)} ext. ${lead.phoneExtension}`
      : formatPhone(lead.phone)
  const value = lead[name]
  return Array.isArray(value) ? value.join(', ') : value
}

function Duplicates({ id }: { id: string }) {
  const words = useSay()
  const [first] = useDuplicates(id)
  if (!first) return null
  const values = {
    who: first.rmName ?? words(anotherRm),
    what: words(first.matches === 'phone' ? byPhone : byEmail),
  }
  return (
    <Banner
      icon="warning"
      tone="warning"
      title={words(first.kind === 'lead' ? knownLead : knownInvestor)}
      text={words(knownText, values)}
    />
  )
}

const convert = say('Jadikan investor', 'Convert to investor')
const toInvestor = say('Buka berkas investor', "Open the investor's case")
const reopen = say('Buka kembali', 'Reopen')
const edit = say('Ubah prospek', 'Edit the lead')
const timeLine = say('Riwayat', 'History')
const stage = say('Tahap', 'Stage')
const moveLabel = say('Pindahkan ke tahap lain', 'Move to another stage')
const since = say('Sejak', 'Since')
const reminded = say('Pengingat dipasang', 'The reminder is set')
const notReminded = say('Pengingat dilepas', 'The reminder is off')
const refusedTitle = say('Perubahan ini tidak diterima', 'A change was rejected')
const refusedText = say(
  'Perbaiki atau batalkan di kotak keluar.',
  'Fix or discard it in the outbox.',
)
const toTray = say('Buka kotak keluar', 'Open the outbox')
const knownLead = say(
  'Dikenal juga sebagai prospek RM lain',
  'Another RM has this person as a lead',
)
const knownInvestor = say('Sudah menjadi investor', 'Already an investor')
const knownText = say('{what} sama, pada {who}.', 'The same {what}, with {who}.')
const anotherRm = say('RM lain', 'another RM')
const byPhone = say('Nomor telepon', 'phone number')
const byEmail = say('Alamat e-mail', 'e-mail address')

const styles = StyleSheet.create({
  states: { flexDirection: 'row', flexWrap: 'wrap', gap: space(4) },
  facts: { paddingHorizontal: space(4), paddingVertical: space(2) },
})
