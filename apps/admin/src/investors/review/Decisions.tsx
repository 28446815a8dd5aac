// Approve, return, reject: each dialog states its effect and its object, and lists the marks before
// sending.
import { Button, Checkbox, Input, Modal } from 'antd'
import { CircleHelp, X } from 'lucide-react'
import { useRef, useState } from 'react'
import type { InvestorDetail } from '@rmtools/contracts/crm/investor-cases'
import type { Problem } from '@rmtools/contracts/problem'
import { faultText } from '@rmtools/look/faults'
import { actions } from '@rmtools/look/words'
import { useSay } from '../../base/language.ts'
import { Refusal } from '../../ui/Notice.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { pointerLabel } from '../kyc/labels.ts'
import { unexplained, type Marking } from '../kyc/marking.ts'
import { words as kycWords } from '../kyc/words.ts'
import type { DecisionDetails } from './use-decision.ts'
import type { CaseDecision } from './use-reasons.ts'
import { words } from './words.ts'
import styles from './review.module.css'

type Props = {
  investor: InvestorDetail
  problem: Problem | null
  isPending: boolean
  onClose: () => void
}

type DialogProps = Props & {
  /** The open dialog. */
  asked: CaseDecision | null
  marking: Marking
  onTry: () => void
  onAct: (decision: CaseDecision, details: DecisionDetails) => void
}

/** The dialog of the chosen decision. */
export function DecisionDialog({ asked, marking, onTry, onAct, ...dialog }: DialogProps) {
  const say = useSay()
  if (asked === 'approve') return <ApproveDialog {...dialog} onAct={() => onAct('approve', {})} />
  if (asked === 'return')
    return (
      <ReturnDialog
        {...dialog}
        marking={marking}
        onTry={onTry}
        onAct={(reasons) => onAct('return', { reasons })}
      />
    )
  if (asked === null) return null
  return (
    <ReasonDialog
      title={say(words.rejectTitle, { name: dialog.investor.displayName })}
      act={say(actions.reject)}
      isDangerous
      presets={words.rejectReasons.map((reason) => say(reason))}
      {...dialog}
      onAct={(note) => onAct('reject', { note })}
    >
      <p>{say(words.rejectFollows)}</p>
    </ReasonDialog>
  )
}

function ApproveDialog({
  investor,
  problem,
  isPending,
  onClose,
  onAct,
}: Props & { onAct: () => void }) {
  const say = useSay()
  const { displayName: name, warnings } = investor
  const [isChecked, setChecked] = useState(false)
  // Where the dialog's focus starts: at the checkbox, or else at the button, so that A and Enter
  // approve a case without questions.
  const start = useRef<{ focus(): void } | null>(null)
  const begin = (first: { focus(): void } | null) => void (start.current = first)
  const footer = (
    <>
      <Button onClick={onClose}>{say(actions.cancel)}</Button>
      <Button
        type="primary"
        {...(warnings.length === 0 ? { ref: begin } : {})}
        disabled={warnings.length > 0 && !isChecked}
        loading={isPending}
        onClick={onAct}
      >
        {say(actions.approve)}
      </Button>
    </>
  )
  return (
    <Modal
      open
      title={say(words.approveTitle, { name })}
      onCancel={onClose}
      footer={footer}
      destroyOnHidden
      afterOpenChange={(isOpen) => isOpen && start.current?.focus()}
    >
      <div className={styles['dialog']}>
        <p>{say(words.approveFollows)}</p>
        <Refusal problem={problem} />
        {warnings.length > 0 && (
          <>
            <ul>
              {warnings.map(({ pointer, code }) => (
                <li key={pointer + code} className={styles['question']}>
                  <CircleHelp size={14} aria-hidden />
                  <span>
                    <strong>{say(pointerLabel(pointer))}</strong> {faultText(code, say.language)}
                  </span>
                </li>
              ))}
            </ul>
            <Checkbox
              ref={begin}
              checked={isChecked}
              onChange={({ target }) => setChecked(target.checked)}
            >
              {say(words.approveChecked)}
            </Checkbox>
          </>
        )}
      </div>
    </Modal>
  )
}

type ReturnProps = Props & {
  marking: Marking
  onTry: () => void
  onAct: (reasons: { pointer: string; reason: string }[]) => void
}

function ReturnDialog({
  investor,
  problem,
  isPending,
  onClose,
  marking,
  onTry,
  onAct,
}: ReturnProps) {
  const say = useSay()
  const pointers = Object.keys(marking.marks)
  const send = () => {
    onTry()
    if (unexplained(marking.marks).length === 0)
      onAct(pointers.map((pointer) => ({ pointer, reason: (marking.marks[pointer] ?? '').trim() })))
  }
  const footer = (
    <>
      <Button onClick={onClose}>{say(actions.cancel)}</Button>
      <Button type="primary" disabled={pointers.length === 0} loading={isPending} onClick={send}>
        {say(pointers.length === 1 ? words.returnActOne : words.returnAct, {
          count: pointers.length,
        })}
      </Button>
    </>
  )
  return (
    <Modal
      open
      title={say(words.returnTitle, { name: investor.displayName })}
      onCancel={onClose}
      footer={footer}
      width={600}
      destroyOnHidden
    >
      <div className={styles['dialog']}>
        <p>{say(words.returnFollows)}</p>
        <Refusal problem={problem} />
        {pointers.length === 0 && <p className={styles['question']}>{say(words.markFirst)}</p>}
        <ul className={styles['marks']}>
          {pointers.map((pointer) => (
            <MarkedLine key={pointer} pointer={pointer} marking={marking} />
          ))}
        </ul>
      </div>
    </Modal>
  )
}

function MarkedLine({ pointer, marking }: { pointer: string; marking: Marking }) {
  const say = useSay()
  const label = say(pointerLabel(pointer))
  const reason = marking.marks[pointer] ?? ''
  const isMissing = marking.isTried && reason.trim() === ''
  return (
    <li>
      <span>{label}</span>
      <div>
        <Input
          aria-label={say({ id: 'Alasan untuk {label}', en: 'Reason for {label}' }, { label })}
          aria-invalid={isMissing}
          {...(isMissing ? { status: 'error' as const } : {})}
          maxLength={500}
          placeholder={say(kycWords.reasonHint)}
          value={reason}
          onChange={(event) => marking.write(pointer, event.target.value)}
        />
        {isMissing && <small role="alert">{say(kycWords.reasonMissing)}</small>}
      </div>
      <Button
        type="text"
        aria-label={say(
          { id: 'Hapus tanda {label}', en: 'Remove the mark from {label}' },
          { label },
        )}
        icon={<X size={14} aria-hidden />}
        onClick={() => marking.drop(pointer)}
      />
    </li>
  )
}
