// By which channel the link that a client can open now went out, and what became of it.
import { useQuery } from '@tanstack/react-query'
import type { ClientLinkKind } from '@rmtools/contracts/crm/client-links'
import {
  arrivedLateAt,
  clientMessageStateWords,
  linkMessageText,
  messageWords,
} from '@rmtools/look/client-message-words'
import { formatInstant } from '@rmtools/look/format'
import { say as both } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { ask } from '../base/queries.ts'
import { State } from '../ui/State.tsx'

const words = { unknown: both('Belum diketahui', 'Not known') }

/** How a link was sent, from the log: two lines if the first message fell back to SMS. */
export function LinkSent({ kind, id }: { kind: ClientLinkKind; id: string }) {
  const say = useSay()
  const { data } = useQuery(ask('clientLinks', 'get', { kind, id }))
  if (!data) return null
  const messages = data.link?.messages ?? []
  if (messages.length === 0) return <span className="faint">{say(words.unknown)}</span>
  return messages.map((message) => {
    const lateAt = arrivedLateAt(message)
    return (
      <div key={message.channel + message.createdAt}>
        {linkMessageText(message, say.language)}
        <br />
        <State state={clientMessageStateWords[message.state]} />
        {lateAt !== null && (
          <small className="faint">
            {` · ${say(messageWords.arrivedLate, { at: formatInstant(lateAt, say.language) })}`}
          </small>
        )}
      </div>
    )
  })
}
