import { router, useLocalSearchParams } from 'expo-router'
import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import { isEditable } from '@rmtools/contracts/crm/investor-statuses'
import { reasonText } from '@rmtools/look/bib-words'
import { investorStates } from '@rmtools/look/states'
import { space } from '@rmtools/look/scale'
import { nouns } from '@rmtools/look/words'
import { useIsOnline } from '../base/network.ts'
import { paths } from '../base/paths.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { LinkPart } from '../links/LinkPart.tsx'
import { PlansPart } from '../plans/PlansPart.tsx'
import { RefusedBanner } from '../sync/RefusedBanner.tsx'
import { SyncDot } from '../sync/SyncDot.tsx'
import { Button } from '../ui/Button.tsx'
import { Screen } from '../ui/Screen.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { StateDot } from '../ui/StateDot.tsx'
import { AsOf, Banner, ErrorState } from '../ui/States.tsx'
import { CaseProgress } from './CaseProgress.tsx'
import { ConsentsPart } from './ConsentsPart.tsx'
import { History } from './History.tsx'
import { LinkSheet } from './LinkSheet.tsx'
import { MessagesPart } from './MessagesPart.tsx'
import { PortfolioPart } from './PortfolioPart.tsx'
import { ProfilePart } from './ProfilePart.tsx'
import { investorRecord, type SeenCase } from './rules.ts'
import { useCase } from './use-investors.ts'

/** One investor: case status, holdings and profile. */
export function InvestorScreen() {
  const { id } = useLocalSearchParams<{ id: string }>()
  return <InvestorPane key={id} id={id} />
}

/** The same screen beside a list. */
export function InvestorPane({ id }: { id: string }) {
  const words = useSay()
  const isOnline = useIsOnline()
  const { seen, isLoading, error, at, refetch } = useCase(id)
  if (seen)
    return <InvestorView seen={seen} at={at} isStale={!isOnline} onRefresh={() => void refetch()} />
  return (
    <Screen title={words(nouns.investor)} backTo={paths.investors}>
      {isLoading ? (
        <SkeletonRows count={3} />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} />
      )}
    </Screen>
  )
}

function InvestorView({
  seen,
  at,
  isStale,
  onRefresh,
}: {
  seen: SeenCase
  at: number
  isStale: boolean
  onRefresh: () => void
}) {
  const words = useSay()
  const language = useLanguage()
  const [isSending, setSending] = useState(false)
  const { id, status, displayName, kind, sid } = seen
  const isRegistered = status === 'registered'
  return (
    <Screen
      title={displayName}
      subtitle={[words(nouns[kind]), sid ? `SID ${sid}` : undefined].filter(Boolean).join(' · ')}
      backTo={paths.investors}
      onRefresh={onRefresh}
      footer={<Primary seen={seen} />}
    >
      <View style={styles.states}>
        <StateDot state={investorStates[status]} />
        <SyncDot sync={seen.sync} />
      </View>
      <AsOf at={at} isStale={isStale && at > 0} />
      <RefusedBanner record={investorRecord(id)} />
      {status === 'sync-failed' ? (
        <Banner
          icon="warning"
          tone="danger"
          title={words(notRegistered)}
          text={reasonText(seen.syncError, language) ?? undefined}
        />
      ) : null}
      {status === 'submitted' ? (
        <Banner icon="clock" title={words(inReview)} text={words(inReviewText)} />
      ) : null}
      <CaseProgress seen={seen} onSendLink={() => setSending(true)} />
      {isRegistered ? <PortfolioPart id={id} name={seen.displayName} /> : null}
      {isRegistered ? <PlansPart investorId={id} /> : null}
      {status === 'awaiting-investor' ? (
        <LinkPart
          of={{ kind: 'registration', id }}
          name={displayName}
          onSendNew={() => setSending(true)}
        />
      ) : null}
      <ProfilePart seen={seen} />
      <ConsentsPart seen={seen} />
      {seen.isUnsent ? null : <MessagesPart id={id} />}
      {seen.isUnsent ? null : <History id={id} />}
      {isSending ? <LinkSheet seen={seen} onClose={() => setSending(false)} /> : null}
    </Screen>
  )
}

function Primary({ seen: { id, status, openFields } }: { seen: SeenCase }) {
  const words = useSay()
  if (status === 'registered')
    return (
      <Button
        title={words(instruct)}
        icon="switch"
        onPress={() => router.push(paths.instruct(id))}
        isWide
      />
    )
  if (!isEditable(status)) return null
  return (
    <Button
      title={words(openFields ? correct : goOn)}
      icon="edit"
      onPress={() => router.push(paths.kyc(id))}
      isWide
    />
  )
}

const instruct = say('Buat instruksi', 'Create an instruction')
const goOn = say('Lanjutkan KYC', 'Continue the KYC')
const correct = say('Perbaiki yang dikembalikan', 'Correct the returned items')
const notRegistered = say('Pendaftaran di Bib gagal', 'Registration at Bib failed')
const inReview = say('Sedang ditinjau', 'Being reviewed')
const inReviewText = say(
  'Anda diberi tahu begitu ada keputusan.',
  'You will be notified as soon as it is decided.',
)

const styles = StyleSheet.create({
  states: { flexDirection: 'row', flexWrap: 'wrap', gap: space(4) },
})
