import { useQuery } from '@tanstack/react-query'
import { reasonText } from '@rmtools/look/bib-words'
import { useSay } from '../base/language.ts'
import { ask } from '../base/queries.ts'
import { Refusal, Waiting } from '../ui/Notice.tsx'
import { TimeLine } from '../ui/TimeLine.tsx'
import { eventWords, returnedParts } from './history.ts'
import { pointerLabel } from './kyc/labels.ts'
import { words } from './words.ts'

/** The history of a case, newest first. */
export function CaseHistory({ id }: { id: string }) {
  const say = useSay()
  const { data, error, refetch } = useQuery(ask('investors', 'history', { id }))
  if (error && !data) return <Refusal problem={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting rows={4} />
  const actors = {
    user: null,
    investor: say(words.investorSelf),
    bib: 'Bib',
    system: say(words.system),
  }
  return (
    <TimeLine
      label={say(words.history)}
      items={data.items.map(({ id: key, kind, by, actorName, detail, at }) => ({
        key,
        at,
        who: actorName ?? actors[by],
        what: say(eventWords[kind] ?? { id: kind, en: kind }),
        detail: detail && <Detail detail={detail} />,
      }))}
    />
  )
}

function Detail({ detail }: { detail: string }) {
  const say = useSay()
  const parts = returnedParts(detail)
  if (parts.length === 0) return reasonText(detail, say.language)
  return (
    <ul>
      {parts.map(({ pointer, reason }) => (
        <li key={pointer}>
          {say(pointerLabel(pointer))}: {reason}
        </li>
      ))}
    </ul>
  )
}
