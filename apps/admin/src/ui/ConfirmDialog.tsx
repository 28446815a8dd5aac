import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import type { Problem } from '@rmtools/contracts/problem'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { Refusal } from './Notice.tsx'

type Props = {
  /** With its object: `Send a new link to Siti?` */
  title: string
  /** What follows from it. */
  children: ReactNode
  act: string
  isDangerous?: boolean
  /** It cannot be done any more; what stands in the dialog says why. */
  isImpossible?: boolean
  problem: Problem | null
  isPending: boolean
  onAct: () => void
  onClose: () => void
}

/** Asks once more before what cannot be undone; where a reason is wanted, ReasonDialog. */
export function ConfirmDialog({
  title,
  children,
  act,
  isDangerous = false,
  isImpossible = false,
  problem,
  isPending,
  onAct,
  onClose,
}: Props) {
  const say = useSay()
  const footer = (
    <>
      <Button onClick={onClose}>{say(actions.cancel)}</Button>
      <Button
        type="primary"
        danger={isDangerous}
        loading={isPending}
        disabled={isImpossible}
        onClick={onAct}
        autoFocus
      >
        {act}
      </Button>
    </>
  )
  return (
    <Modal open title={title} onCancel={onClose} footer={footer} destroyOnHidden>
      <Refusal problem={problem} />
      {children}
    </Modal>
  )
}
