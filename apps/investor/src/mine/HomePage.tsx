import { useAct } from '../base/act.ts'
import { useSpeech } from '../base/language.tsx'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { Rows } from '../ui/Rows.tsx'
import { Sender as WhomToAsk } from '../ui/Sender.tsx'
import type { Home } from './api.ts'
import { Documents } from './Documents.tsx'
import { HoldingsPart } from './HoldingsPart.tsx'
import { Orders } from './Orders.tsx'
import { Statements } from './Statements.tsx'
import { words } from './words.ts'

type Props = {
  visit: string
  home: Home
  /** By how much the server's clock is ahead of the phone's, in milliseconds. */
  ahead: number
  refresh: () => Promise<void>
  leave: () => Promise<void>
  lapse: () => void
}

/** Everything that is the client's. */
export function HomePage({ visit, home, ahead, refresh, leave, lapse }: Props) {
  const { say } = useSpeech()
  const { isBusy, run } = useAct()
  const act = async (work: () => Promise<void>) =>
    await run(async () => {
      await work()
      return true
    })
  // During a roll-out an older crm answers without statements.
  const { companyName, investorName, sid, ifua, orders, statements = [] } = home
  const numbers = [
    { key: 'SID', label: 'SID', value: sid },
    { key: 'IFUA', label: 'IFUA', value: ifua },
  ].filter(({ value }) => value !== null)
  return (
    <Page
      company={companyName}
      eyebrow={investorName}
      title={say(words.title)}
      foot={
        <>
          <Button kind="quiet" onPress={() => void act(leave)}>
            {say(words.leave)}
          </Button>
          <Button isBusy={isBusy} onPress={() => void act(refresh)}>
            {say(words.refresh)}
          </Button>
        </>
      }
    >
      <Orders orders={orders} ahead={ahead} />
      <HoldingsPart visit={visit} seen={home.now} lapse={lapse} />
      <Statements visit={visit} statements={statements} investorName={investorName} lapse={lapse} />
      <Documents visit={visit} orders={orders} investorName={investorName} lapse={lapse} />
      {numbers.length > 0 && (
        <section className="stack" aria-label={say(words.numbers)}>
          <h2>{say(words.numbers)}</h2>
          <Rows rows={numbers} />
        </section>
      )}
      <WhomToAsk {...home} />
      <p className="caption">{say(words.service)}</p>
    </Page>
  )
}
