// The client's own page: what became of their orders, behind a link and a code.
import { useSpeech } from '../base/language.tsx'
import { useLinkLook } from '../base/link-look.ts'
import { Failed } from '../ui/Failed.tsx'
import { LinkEnded } from '../ui/LinkEnded.tsx'
import { Page } from '../ui/Page.tsx'
import { Sender as WhomToAsk } from '../ui/Sender.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { Gate } from './Gate.tsx'
import { HomePage } from './HomePage.tsx'
import { useMine } from './use-mine.ts'
import { words } from './words.ts'

export function Mine({ token }: { token: string }) {
  const { state, load, open, refresh, leave, lapse } = useMine(token)
  const { say } = useSpeech()
  const sender = 'sender' in state ? state.sender : null
  useLinkLook(sender)

  if (state.phase === 'loading') return <Waiting />
  if (state.phase === 'failed') return <Failed problem={state.problem} retry={() => void load()} />
  if (state.phase === 'unknown') return <LinkEnded ending="not-found" page={null} sender={null} />
  if (state.phase === 'ended')
    return (
      <Page company={state.sender.companyName} title={say(words.lapsed)}>
        <p className="lead">{say(words.lapsedText)}</p>
        <WhomToAsk {...state.sender} />
      </Page>
    )
  if (state.phase === 'closed') return <Gate token={token} {...state} open={open} />
  return <HomePage {...state} refresh={refresh} leave={leave} lapse={lapse} />
}
