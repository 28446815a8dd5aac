import type { Dashboard } from '@rmtools/contracts/bff/dashboard'
import { daysBefore, WAITING_DAYS } from '@rmtools/contracts/crm/figures'
import { formatCount, formatDate, formatRelative } from '@rmtools/look/format'
import { instructionStates, investorStates, leadStates } from '@rmtools/look/states'
import { useSay } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { To } from '../base/To.tsx'
import { BarChart } from '../ui/BarChart.tsx'
import { Section } from '../ui/Page.tsx'
import { State } from '../ui/State.tsx'
import { Bars } from './Bars.tsx'
import { words } from './words.ts'
import styles from './home.module.css'

export function PipelineFigures({ leads }: Pick<Dashboard, 'leads'>) {
  const say = useSay()
  return (
    <Section title={say(words.pipeline)}>
      <Bars
        items={leads.map(({ status, count }) => ({
          key: status,
          name: <State state={leadStates[status]} />,
          size: count,
          text: formatCount(count, say.language),
          path: paths.leads(),
          search: { status },
        }))}
      />
    </Section>
  )
}

// In these statuses somebody has to act; in others an age means nothing.
const AGEING = new Set<Dashboard['investors'][number]['status']>([
  'draft',
  'awaiting-investor',
  'submitted',
  'returned',
  'approved',
  'syncing',
  'sync-failed',
])

export function KycFigures({ investors, at }: Pick<Dashboard, 'investors' | 'at'>) {
  const say = useSay()
  return (
    <Section title={say(words.kyc)}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{say(words.status)}</th>
            <th scope="col">{say(words.count)}</th>
            <th scope="col">{say(words.since)}</th>
            {WAITING_DAYS.map((n) => (
              <th key={n} scope="col">
                {say(words.over, { n })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {investors.map((one) => (
            <KycLine key={one.status} figures={one} at={at} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function KycLine({
  figures: { status, count, since, overOneDay, overThreeDays, overSevenDays },
  at,
}: {
  figures: Dashboard['investors'][number]
  at: string
}) {
  const say = useSay()
  const word = say(investorStates[status].word)
  const link = (figure: number, label: string, search: Readonly<Record<string, string>> = {}) => (
    <To
      path={paths.investors()}
      search={{ statuses: status, ...search }}
      label={`${label}: ${formatCount(figure, say.language)}`}
    >
      {formatCount(figure, say.language)}
    </To>
  )
  const isAgeing = AGEING.has(status)
  const over = { 1: overOneDay, 3: overThreeDays, 7: overSevenDays }
  return (
    <tr>
      <th scope="row">
        <State state={investorStates[status]} />
      </th>
      <td>{link(count, word)}</td>
      <td className="faint">{isAgeing && since ? formatRelative(since, say.language) : '–'}</td>
      {WAITING_DAYS.map((days) => (
        <td key={days}>
          {isAgeing ? (
            link(over[days], `${word} ${say(words.over, { n: days })}`, {
              waitingBefore: daysBefore(new Date(at), days),
              order: 'oldest',
            })
          ) : (
            <span className="faint">–</span>
          )}
        </td>
      ))}
    </tr>
  )
}

type DaysProps = { instructions: Dashboard['instructions']; days: Dashboard['instructionDays'] }

export function InstructionFigures({ instructions, days }: DaysProps) {
  const say = useSay()
  return (
    <div className={styles['pair']}>
      <Section title={say(words.instructions)}>
        <Bars
          items={instructions.map(({ status, count }) => ({
            key: status,
            name: <State state={instructionStates[status]} />,
            size: count,
            text: formatCount(count, say.language),
            path: paths.instructions(),
            search: { statuses: status },
          }))}
        />
      </Section>
      <Section title={say(words.days)}>
        <DaysChart days={days} />
      </Section>
    </div>
  )
}

function DaysChart({ days }: Pick<DaysProps, 'days'>) {
  const say = useSay()
  const { language } = say
  return (
    <BarChart
      label={say(words.days)}
      head={say(words.day)}
      series={[say(words.ofDay)]}
      points={days.map(({ date, count }) => ({
        key: date,
        name: formatDate(date, language).replace(/ \d{4}$/, ''),
        values: [count],
        path: paths.instructions(),
        search: { from: date, to: date },
      }))}
      short={(value) => (Number.isInteger(value) ? formatCount(value, language) : '')}
      exact={(value) => formatCount(Number(value), language)}
      height={340}
    />
  )
}
