import { Link } from '@tanstack/react-router'
import type { handovers } from '@rmtools/contracts/crm/handovers'
import type { Lead } from '@rmtools/contracts/crm/leads'
import type { Reply } from '@rmtools/contracts/endpoint'
import { nouns } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { handOverWords as words } from './hand-over-words.ts'

type Props = { result: Reply<typeof handovers.create>; to: string; chosen: readonly Lead[] }

/** What was handed over, and what was not, with the reason. */
export function HandOverResult({
  result: { leads, investors, instructions, stayed, notMoved },
  to,
  chosen,
}: Props) {
  const say = useSay()
  const nameOf = (kind: 'lead' | 'investor', id: string, index: number) =>
    chosen.find((lead) => lead.id === id)?.fullName ?? `${say(nouns[kind])} ${index + 1}`
  return (
    <div role="status">
      <p>{say(words.done, { to, leads, investors, instructions })}</p>
      {stayed > 0 && (
        <>
          <p>{say(words.stayed, { count: stayed })}</p>
          <ul>
            {notMoved.map(({ kind, id, code }, index) => (
              <li key={id}>
                <Link to={kind === 'lead' ? paths.lead(id) : paths.investor(id)}>
                  {nameOf(kind, id, index)}
                </Link>
                : {say(code === 'lead-phone-taken' ? words.stayedPhone : words.stayedGone)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
