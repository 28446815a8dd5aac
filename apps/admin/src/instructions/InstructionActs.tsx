// The back office's actions on an instruction: resend the link, cancel.
import { App, Button } from 'antd'
import { useState } from 'react'
import { cancellable, sendable } from '@rmtools/contracts/crm/instruction-statuses'
import { instructions, type Instruction } from '@rmtools/contracts/crm/instructions'
import type { Problem } from '@rmtools/contracts/problem'
import { useSay, type Say } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { refresh, useAct } from '../base/queries.ts'
import { ReasonDialog } from '../ui/ReasonDialog.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { Changed } from './Changed.tsx'
import { typeWords, words } from './words.ts'

type Props = { instruction: Instruction }

const ENDED = new Set<Instruction['status']>([
  'declined',
  'expired',
  'cancelled',
  'settled',
  'rejected',
])

/** Why the action is not possible now; undefined if it is. */
export function whyNot(
  say: Say,
  { status }: Pick<Instruction, 'status'>,
  act: 'resend' | 'cancel',
  may: boolean | undefined,
): string | undefined {
  if (may === false) return say(words.mayNotManage)
  if (act === 'resend')
    return sendable.includes(status)
      ? undefined
      : say(ENDED.has(status) ? words.ended : words.answered)
  return cancellable.includes(status)
    ? undefined
    : say(ENDED.has(status) ? words.ended : words.gone)
}

export function ResendButton({ instruction }: Props) {
  const say = useSay()
  const { message } = App.useApp()
  // The instruction when the dialog was opened.
  const [opened, setOpened] = useState<Instruction | null>(null)
  const reason = whyNot(say, instruction, 'resend', useMay(instructions.send))
  const { run, isPending, problem, clear } = useAct('instructions', 'send', {
    touches: ['evidence', 'clientLinks'],
    onDone: () => {
      setOpened(null)
      void message.success(say(words.resent, { name: instruction.investorName }))
    },
  })
  const act = say(instruction.status === 'draft' ? words.sendLink : words.resend)
  return (
    <>
      <WithReason reason={reason}>
        {(described) => (
          <Button type="primary" {...described} onClick={() => setOpened(instruction)}>
            {act}
          </Button>
        )}
      </WithReason>
      {opened && (
        <ConfirmDialog
          title={say(words.resendTitle, { name: instruction.investorName })}
          act={act}
          isPending={isPending}
          problem={unlessStale(problem)}
          isImpossible={reason !== undefined}
          onAct={() =>
            void run({ id: instruction.id, version: instruction.version }).then(
              async () => await refresh('instructions'),
            )
          }
          onClose={() => {
            clear()
            setOpened(null)
          }}
        >
          <Changed before={opened} now={instruction} reason={reason} />
          <p>{say(words.resendText, { product: instruction.productName })}</p>
        </ConfirmDialog>
      )}
    </>
  )
}

export function CancelButton({ instruction }: Props) {
  const say = useSay()
  const [opened, setOpened] = useState<Instruction | null>(null)
  const why = whyNot(say, instruction, 'cancel', useMay(instructions.cancel))
  const { run, isPending, problem, clear } = useAct('instructions', 'cancel', {
    touches: ['evidence'],
    onDone: () => setOpened(null),
  })
  const { id, version, type, productName, investorName } = instruction
  return (
    <>
      <WithReason reason={why}>
        {(described) => (
          <Button danger {...described} onClick={() => setOpened(instruction)}>
            {say(words.cancel)}
          </Button>
        )}
      </WithReason>
      {opened && (
        <ReasonDialog
          title={say(words.cancelTitle, {
            type: say(typeWords[type]).toLowerCase(),
            product: productName,
            name: investorName,
          })}
          act={say(words.cancel)}
          isDangerous
          presets={[say(words.presetInvestor), say(words.presetWrong), say(words.presetDouble)]}
          problem={unlessStale(problem)}
          isImpossible={why !== undefined}
          isPending={isPending}
          onAct={(reason) =>
            void run({ id, version, reason }).then(async () => await refresh('instructions'))
          }
          onClose={() => {
            clear()
            setOpened(null)
          }}
        >
          <Changed before={opened} now={instruction} reason={why} />
          <p>{say(words.cancelText)}</p>
        </ReasonDialog>
      )}
    </>
  )
}

// The change itself is described in full beside it.
const unlessStale = (problem: Problem | null) =>
  problem?.code === 'stale-version' ? null : problem
