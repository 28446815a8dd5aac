// What the back office does to an instruction for its RM: resend the link, cancel.
import { App, Button } from 'antd'
import { useState } from 'react'
import { cancellable, instructions, sendable, type Instruction } from '@rmtools/contracts/crm/instructions'
import { instructionStates } from '@rmtools/look/states'
import { useSay, type Say } from '../app/language.ts'
import { useMay } from '../app/me.ts'
import { refresh, useAct } from '../app/queries.ts'
import { ReasonDialog } from '../ui/ReasonDialog.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { State } from '../ui/State.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { typeWords, words } from './words.ts'

type Props = { instruction: Instruction }

const ENDED = new Set<Instruction['status']>(['declined', 'expired', 'cancelled', 'settled', 'rejected'])

/** Why this cannot be done now; undefined when it can. */
export function whyNot(
  say: Say,
  { status }: Pick<Instruction, 'status'>,
  act: 'resend' | 'cancel',
  may: boolean | undefined,
): string | undefined {
  if (may === false) return say(words.mayNotManage)
  if (act === 'resend') return sendable.includes(status) ? undefined : say(ENDED.has(status) ? words.ended : words.answered)
  return cancellable.includes(status) ? undefined : say(ENDED.has(status) ? words.ended : words.gone)
}

export function ResendButton({ instruction }: Props) {
  const say = useSay()
  const { message } = App.useApp()
  const [isOpen, setOpen] = useState(false)
  const reason = whyNot(say, instruction, 'resend', useMay(instructions.send))
  const { run, isPending, problem, clear } = useAct('instructions', 'send', {
    touches: ['evidence'],
    onDone: () => {
      setOpen(false)
      void message.success(say(words.resent, { name: instruction.investorName }))
    },
  })
  const act = say(instruction.status === 'draft' ? words.sendLink : words.resend)
  return (
    <>
      <WithReason reason={reason}>
        {(described) => (
          <Button type="primary" {...described} onClick={() => setOpen(true)}>
            {act}
          </Button>
        )}
      </WithReason>
      {isOpen && (
        <ConfirmDialog
          title={say(words.resendTitle, { name: instruction.investorName })}
          act={act}
          isPending={isPending}
          problem={problem}
          onAct={() => void run({ id: instruction.id, version: instruction.version }).then(async () => await refresh('instructions'))}
          onClose={() => {
            clear()
            setOpen(false)
          }}
        >
          {problem?.code === 'stale-version' && <Now instruction={instruction} />}
          <p>{say(words.resendText, { product: instruction.productName })}</p>
        </ConfirmDialog>
      )}
    </>
  )
}

export function CancelButton({ instruction }: Props) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const why = whyNot(say, instruction, 'cancel', useMay(instructions.cancel))
  const { run, isPending, problem, clear } = useAct('instructions', 'cancel', { touches: ['evidence'], onDone: () => setOpen(false) })
  const { id, version, type, productName, investorName } = instruction
  return (
    <>
      <WithReason reason={why}>
        {(described) => (
          <Button danger {...described} onClick={() => setOpen(true)}>
            {say(words.cancel)}
          </Button>
        )}
      </WithReason>
      {isOpen && (
        <ReasonDialog
          title={say(words.cancelTitle, { type: say(typeWords[type]).toLowerCase(), product: productName, name: investorName })}
          act={say(words.cancel)}
          isDangerous
          presets={[say(words.presetInvestor), say(words.presetWrong), say(words.presetDouble)]}
          problem={problem}
          isPending={isPending}
          onAct={(reason) => void run({ id, version, reason }).then(async () => await refresh('instructions'))}
          onClose={() => {
            clear()
            setOpen(false)
          }}
        >
          {problem?.code === 'stale-version' && <Now instruction={instruction} />}
          <p>{say(words.cancelText)}</p>
        </ReasonDialog>
      )}
    </>
  )
}

/** Somebody was quicker: the dialog shows where the instruction stands now, and goes on from there. */
function Now({ instruction }: Props) {
  const say = useSay()
  return (
    <p>
      {say({ id: 'Status sekarang: ', en: 'It now stands at: ' })}
      <State state={instructionStates[instruction.status]} />
    </p>
  )
}
