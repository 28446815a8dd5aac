import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import type { Problem } from '@rmtools/contracts/problem'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { Refusal } from './Notice.tsx'

type Props = {
  /** Names its object: `Send a new link to Siti?` */
  title: string
  /** The consequences. */
  children: ReactNode
  act: string
  isDangerous?: boolean
  /** The action is no longer possible; the content says why. */
  isImpossible?: boolean
  problem: Problem | null
  isPending: boolean
  onAct: () => void
  onClose: () => void
}

/**
 * Asks for confirmation before an irreversible action; if a reason is required, use ReasonDialog.
 */
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
