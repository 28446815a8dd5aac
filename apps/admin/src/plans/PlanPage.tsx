import { Alert } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Plan, PlanRun } from '@rmtools/contracts/crm/plans'
import { messageWords } from '@rmtools/look/client-message-words'
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
import { nouns } from '@rmtools/look/words'
import type { ReplyOf } from '../base/api.ts'
import { useSay, type Say } from '../base/language.ts'
import { useParam } from '../base/params.ts'
import { paths } from '../base/paths.ts'
import { ask } from '../base/queries.ts'
import { LinkSent } from '../links/LinkSent.tsx'
import { Columns } from '../ui/Columns.tsx'
import { KeyValues, type KeyValue } from '../ui/KeyValues.tsx'
import { Empty, Refusal, Waiting } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { PlainTable, type PlainColumn } from '../ui/PlainTable.tsx'
import { State } from '../ui/State.tsx'
import { TimeLine } from '../ui/TimeLine.tsx'
import { Day, Money } from '../ui/values.tsx'
import { PlanActs } from './PlanActs.tsx'
import { words } from './words.ts'

export function PlanPage() {
  const id = useParam('id')
  // Keyed, so that no state of another plan remains.
  return <OnePlan key={id} id={id} />
}

function OnePlan({ id }: { id: string }) {
  const say = useSay()
  const { data, error, isPending, refetch } = useQuery(ask('plans', 'get', { id }))
  const title = data ? planFundsText(data.plan.lines, say.language) : say(planWords.plan)
  return (
    <Page
      title={title}
      back={<Link to={paths.plans()}>← {say(planWords.plans)}</Link>}
      aside={data && <State state={planStates[data.plan.status]} />}
      actions={data && <PlanActs plan={data.plan} />}
    >
      {error && <Refusal problem={error} onRetry={() => void refetch()} />}
      {isPending && <Waiting rows={12} isFramed />}
      {data && (
        <Columns aside={<History got={data} />}>
          <Standing plan={data.plan} />
          <Section title={say(words.terms)}>
            <KeyValues items={termsOf(data, say)} />
          </Section>
          <Section title={say(planWords.runs)}>
            <PlainTable<PlanRun>
              label={say(planWords.runs)}
              rows={data.runs}
              keyOf={({ id: run }) => run}
              columns={runColumns(say, data.plan.currency)}
              empty={<Empty title={say(words.noRuns)} />}
            />
          </Section>
        </Columns>
      )}
    </Page>
  )
}

function Standing({ plan: { isChangeWaiting, pausedBy, statusReason } }: { plan: Plan }) {
  const say = useSay()
  return (
    <>
      {isChangeWaiting && <Alert type="info" showIcon title={say(words.changeWaits)} />}
      {pausedBy === 'investor' && (
        <Alert type="warning" showIcon title={say(words.pausedByInvestor)} />
      )}
      {statusReason && (
        <Alert type="info" showIcon title={say(words.reason)} description={statusReason} />
      )}
    </>
  )
}

type Got = ReplyOf<'plans', 'get'>

function termsOf({ plan, nextRuns }: Got, say: Say): KeyValue[] {
  const { language } = say
  const format = {
    date: (date: string) => formatDate(date, language),
    money: (amount: string) => formatMoney(amount, plan.currency, language),
  }
  const lines = plan.lines.map(
    ({ productName, amount }) => `${productName}: ${format.money(amount)}`,
  )
  return [
    [
      say(nouns.investor),
      <Link key="investor" to={paths.investor(plan.investorId)}>
        {plan.investorName}
      </Link>,
    ],
    ['RM', plan.rmName],
    [say(words.funds), lines.map((line) => <div key={line}>{line}</div>)],
    [say(planWords.perRun), format.money(plan.amount)],
    [say(planWords.day), plan.day],
    [say(planWords.startsOn), format.date(plan.startsOn)],
    [say(planWords.ends), planEndText(plan, language, format)],
    [say(planWords.nextRuns), nextRuns.map(format.date).join(', ')],
    [say(planWords.way), say(planWayWords[plan.way])],
    [say(planWords.account), plan.bankAccount],
    ...(plan.status === 'awaiting-approval' || plan.isChangeWaiting
      ? ([
          [say(messageWords.linkSent), <LinkSent key="link" kind="mandate" id={plan.id} />],
        ] satisfies KeyValue[])
      : []),
    [say(planWords.bought), `${format.money(plan.amountDone)} · ${plan.runsDone}×`],
    [say(planWords.signedAt), plan.signedAt && formatInstant(plan.signedAt, language)],
  ]
}

function runColumns(say: Say, currency: string): PlainColumn<PlanRun>[] {
  return [
    {
      key: 'date',
      title: say(words.date),
      render: ({ runOn }) => <Day date={runOn} />,
      isName: true,
    },
    { key: 'product', title: say(nouns.product), render: ({ productName }) => productName },
    {
      key: 'amount',
      title: say(words.amount),
      align: 'right',
      render: ({ amount }) => <Money amount={amount} currency={currency} />,
    },
    {
      key: 'status',
      title: say(words.status),
      render: ({ status, retryOn }) => (
        <>
          <State state={planRunStates[status]} />
          {retryOn && (
            <div className="faint">
              {say(planWords.retryOn, { date: formatDate(retryOn, say.language) })}
            </div>
          )}
        </>
      ),
    },
    {
      key: 'reason',
      title: say(words.reason),
      render: ({ reason }) => planReasonText(reason, say.language) ?? '',
    },
    {
      key: 'instruction',
      title: say(words.instruction),
      render: ({ instructionId }) =>
        instructionId && (
          <Link to={paths.instruction(instructionId)}>{instructionId.slice(-8).toUpperCase()}</Link>
        ),
    },
  ]
}

function History({ got: { events } }: { got: Got }) {
  const say = useSay()
  return (
    <Section title={say(words.history)}>
      <TimeLine
        label={say(words.history)}
        items={events.toReversed().map(({ at, what, by, detail }) => ({
          key: `${at} ${what}`,
          at,
          who: say(byWords[by]),
          what: say(planHappeningWords[what]),
          detail,
        }))}
      />
    </Section>
  )
}

const byWords = {
  rm: { id: 'RM', en: 'RM' },
  'back-office': { id: 'Kantor', en: 'Back office' },
  investor: nouns.investor,
  system: { id: 'Sistem', en: 'System' },
} as const
