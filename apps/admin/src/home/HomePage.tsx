import { useQuery } from '@tanstack/react-query'
import { dashboard } from '@rmtools/contracts/bff/dashboard'
import { formatTime } from '@rmtools/look/format'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { ask } from '../base/queries.ts'
import { Refusal, Waiting } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { CompaniesHome } from './CompaniesHome.tsx'
import { FirstSteps, useIsNewCompany } from './FirstSteps.tsx'
import { InstructionFigures, KycFigures, PipelineFigures } from './CountFigures.tsx'
import { MoneyFigures } from './MoneyFigures.tsx'
import { Queues, useQueues } from './Queues.tsx'
import { words } from './words.ts'
import styles from './home.module.css'

export function HomePage() {
  const may = useMay(dashboard.get)
  return may === false ? <CompaniesHome /> : <Figures />
}

/** The skeleton: queues, two cards side by side, and a wide one. */
function WaitingFigures() {
  return (
    <>
      <Waiting rows={2} isFramed />
      <div className={styles['pair']}>
        <Waiting rows={6} isFramed />
        <Waiting rows={6} isFramed />
      </div>
      <Waiting rows={5} isFramed />
    </>
  )
}

function Figures() {
  const say = useSay()
  const { data, error, isPending, refetch } = useQuery(ask('dashboard', 'get', {}))
  const queues = useQueues(data)
  const isNew = useIsNewCompany()
  const isWaiting = queues === undefined || isNew === undefined || (isPending && !error)
  const counted = data && (
    <span className="faint caption">
      {say(words.counted, { at: formatTime(data.at, say.language) })}
    </span>
  )
  return (
    <Page title={say(words.title)} aside={counted}>
      {error && <Refusal problem={error} onRetry={() => void refetch()} />}
      {isWaiting && <WaitingFigures />}
      {!isWaiting && isNew && <FirstSteps />}
      {!isWaiting && <Queues queues={queues} />}
      {!isWaiting && data && (
        <>
          <div className={styles['pair']}>
            <PipelineFigures leads={data.leads} />
            <KycFigures investors={data.investors} at={data.at} />
          </div>
          <InstructionFigures instructions={data.instructions} days={data.instructionDays} />
          <MoneyFigures aum={data.aum} sales={data.sales} />
        </>
      )}
    </Page>
  )
}
