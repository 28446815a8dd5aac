import { router, useLocalSearchParams } from 'expo-router'
import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import type { Plan, PlanRun } from '@rmtools/contracts/crm/plans'
import { formatDate, formatInstant, formatMoney } from '@rmtools/look/format'
import {
  planEndText,
  planFundsText,
  planHappeningWords,
  planReasonText,
  planWayWords,
  planWords,
} from '@rmtools/look/plan-words'
import { planRunStates, planStates } from '@rmtools/look/states'
import { unbroken } from '@rmtools/look/unbroken'
import { space } from '@rmtools/look/scale'
import { useIsOnline } from '../base/network.ts'
import { paths } from '../base/paths.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Card, ListRow } from '../ui/ListRow.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Fact, Figure, Section } from '../ui/Section.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { StateDot } from '../ui/StateDot.tsx'
import { AsOf, Banner, EmptyState, ErrorState } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import { LinkPart } from '../links/LinkPart.tsx'
import { MandateSheet } from './MandateSheet.tsx'
import { PlanActions } from './PlanActions.tsx'
import { usePlan } from './remote.ts'

/** One plan: what it buys when, what it has bought, and the possible actions. */
export function PlanScreen() {
  const { id } = useLocalSearchParams<{ id: string }>()
  const words = useSay()
  const language = useLanguage()
  const isOnline = useIsOnline()
  const { data, isLoading, error, refetch, dataUpdatedAt } = usePlan(id)
  if (!data)
    return (
      <Screen title={words(planWords.plan)} backTo={paths.plans}>
        {isLoading ? (
          <SkeletonRows count={4} />
        ) : (
          <ErrorState error={error} onRetry={() => void refetch()} />
        )}
      </Screen>
    )
  const { plan, runs, events, nextRuns } = data
  return (
    <Screen
      title={words(planWords.plan)}
      subtitle={plan.investorName}
      backTo={paths.plans}
      onRefresh={() => void refetch()}
      footer={<PlanActions plan={plan} />}
    >
      <View style={styles.states}>
        <StateDot state={planStates[plan.status]} />
      </View>
      <AsOf at={dataUpdatedAt} isStale={!isOnline && dataUpdatedAt > 0} />
      <Waiting plan={plan} />
      <Figure
        label={planFundsText(plan.lines, language)}
        value={formatMoney(plan.amount, plan.currency, language)}
      />
      <Facts plan={plan} nextRuns={nextRuns} />
      <Section title={words(planWords.runs)}>
        <Runs runs={runs} currency={plan.currency} />
      </Section>
      <Section title={words(history)}>
        <Card>
          {events.toReversed().map(({ at, what, detail }, index) => (
            <ListRow
              key={`${at} ${what}`}
              title={words(planHappeningWords[what])}
              detail={[formatInstant(at, language), detail].filter(Boolean).join(' · ')}
              isLast={index === events.length - 1}
            />
          ))}
        </Card>
      </Section>
      <Card>
        <ListRow
          title={plan.investorName}
          icon="investors"
          onPress={() => router.push(paths.investor(plan.investorId))}
          isLast
        />
      </Card>
    </Screen>
  )
}

function Waiting({ plan }: { plan: Plan }) {
  const words = useSay()
  const language = useLanguage()
  const [isSending, setSending] = useState(false)
  const { status, isChangeWaiting, linkExpiresAt, pausedBy, statusReason } = plan
  const isSigning = status === 'awaiting-approval' || isChangeWaiting
  return (
    <>
      {isSigning && linkExpiresAt ? (
        <Banner
          icon="clock"
          title={words(isChangeWaiting ? changeWaits : mandateWaits)}
          text={words(linkUntil, { at: formatInstant(linkExpiresAt, language) })}
        />
      ) : null}
      {isSigning ? (
        <LinkPart
          of={{ kind: 'mandate', id: plan.id }}
          name={plan.investorName}
          isEndSaid
          onSendNew={() => setSending(true)}
        />
      ) : null}
      {isSending ? <MandateSheet plan={plan} onClose={() => setSending(false)} /> : null}
      {pausedBy === 'investor' ? (
        <Banner icon="info" tone="warning" title={words(pausedByInvestor)} />
      ) : null}
      {statusReason ? <Banner icon="info" title={words(reason)} text={statusReason} /> : null}
    </>
  )
}

function Facts({ plan, nextRuns }: { plan: Plan; nextRuns: readonly string[] }) {
  const words = useSay()
  const language = useLanguage()
  const { currency, lines, bankAccount, runsDone, amountDone } = plan
  const format = {
    date: (date: string) => formatDate(date, language),
    money: (amount: string) => formatMoney(amount, currency, language),
  }
  return (
    <Card isPadded>
      {lines.length > 1
        ? lines.map(({ productCode, productName, amount }) => (
            <Fact key={productCode} label={productName} value={format.money(amount)} />
          ))
        : null}
      <Fact label={words(planWords.day)} value={String(plan.day)} />
      {nextRuns.length > 0 ? (
        <Fact
          label={words(planWords.nextRuns)}
          value={nextRuns.map((date) => unbroken(format.date(date))).join(', ')}
        />
      ) : null}
      <Fact label={words(planWords.ends)} value={planEndText(plan, language, format)} />
      <Fact label={words(planWords.way)} value={words(planWayWords[plan.way])} />
      <Fact label={words(planWords.account)} value={bankAccount ?? '–'} />
      <Fact label={words(planWords.bought)} value={`${format.money(amountDone)} · ${runsDone}×`} />
    </Card>
  )
}

function Runs({ runs, currency }: { runs: readonly PlanRun[]; currency: string }) {
  const words = useSay()
  const language = useLanguage()
  if (runs.length === 0) return <EmptyState icon="calendar" title={words(noRuns)} />
  return (
    <Card>
      {runs.map((run, index) => (
        <ListRow
          key={run.id}
          title={formatDate(run.runOn, language)}
          detail={run.productName}
          below={
            <>
              <StateDot state={planRunStates[run.status]} />
              {run.reason ? (
                <Text kind="caption" tone="second">
                  {planReasonText(run.reason, language)}
                </Text>
              ) : null}
              {run.retryOn ? (
                <Text kind="caption" tone="second">
                  {words(planWords.retryOn, { date: formatDate(run.retryOn, language) })}
                </Text>
              ) : null}
            </>
          }
          right={formatMoney(run.amount, currency, language)}
          {...(run.instructionId
            ? { onPress: () => router.push(paths.instruction(run.instructionId ?? '')) }
            : {})}
          isLast={index === runs.length - 1}
        />
      ))}
    </Card>
  )
}

const history = say('Riwayat', 'History')
const reason = say('Alasan', 'Reason')
const noRuns = say('Belum ada pembelian', 'Nothing bought yet')
const mandateWaits = say('Mandat menunggu tanda tangan', 'The mandate waits for its signature')
const changeWaits = say('Perubahan menunggu tanda tangan', 'The change waits for its signature')
const linkUntil = say('Tautan berlaku sampai {at}.', 'The link works until {at}.')
const pausedByInvestor = say(
  'Investor menjeda rencana ini; hanya investor yang dapat melanjutkannya.',
  'The investor paused this plan; only the investor can resume it.',
)

const styles = StyleSheet.create({
  states: { flexDirection: 'row', flexWrap: 'wrap', gap: space(4) },
})
