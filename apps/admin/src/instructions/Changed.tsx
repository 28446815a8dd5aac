import { Alert } from 'antd'
import type { ReactNode } from 'react'
import type { Instruction } from '@rmtools/contracts/crm/instructions'
import { formatInstant } from '@rmtools/look/format'
import { instructionStates } from '@rmtools/look/states'
import { useSay } from '../base/language.ts'
import { State } from '../ui/State.tsx'
import { words } from './words.ts'

type Props = {
  /** The instruction when the dialog was opened, and now. */
  before: Instruction
  now: Instruction
  /** Why the action is no longer possible; undefined if it is. */
  reason: string | undefined
}

/** What somebody else changed in the instruction while a dialog about it was open. */
export function Changed({ before, now, reason }: Props) {
  const say = useSay()
  if (before.version === now.version) return null
  const link = ({ linkExpiresAt }: Instruction) =>
    linkExpiresAt === null ? '–' : formatInstant(linkExpiresAt, say.language)
  const changes: { what: string; from: ReactNode; to: ReactNode }[] = [
    ...(before.status === now.status
      ? []
      : [
          {
            what: say(words.status),
            from: <State state={instructionStates[before.status]} />,
            to: <State state={instructionStates[now.status]} />,
          },
        ]),
    ...(before.linkExpiresAt === now.linkExpiresAt
      ? []
      : [{ what: say(words.linkUntil), from: link(before), to: link(now) }]),
  ]
  return (
    <Alert
      role="alert"
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      title={say(words.changedMeanwhile)}
      description={
        <>
          <ul>
            {changes.map(({ what, from, to }) => (
              <li key={what}>
                {what}: {from} → {to}
              </li>
            ))}
          </ul>
          <p>{reason ?? say(words.goOnIfRight)}</p>
        </>
      }
    />
  )
}
