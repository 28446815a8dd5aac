// A form in a dialog; a refusal appears at its top and at its fields, and the input stays.
import { Button, Form, Modal } from 'antd'
import { useId, type ReactNode } from 'react'
import type { Problem } from '@rmtools/contracts/problem'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { RefusedContext } from './Field.tsx'
import { Refusal } from './Notice.tsx'

type Props = {
  title: string
  /** The verb on the button. */
  act: string
  isDangerous?: boolean
  isDisabled?: boolean
  isPending: boolean
  problem: Problem | null
  width?: number
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

export function FormDialog({
  title,
  act,
  isDangerous = false,
  isDisabled = false,
  isPending,
  problem,
  width = 520,
  onSubmit,
  onClose,
  children,
}: Props) {
  const say = useSay()
  const id = useId()
  const footer = (
    <>
      <Button onClick={onClose}>{say(actions.cancel)}</Button>
      <Button
        type="primary"
        htmlType="submit"
        form={id}
        danger={isDangerous}
        disabled={isDisabled}
        loading={isPending}
      >
        {act}
      </Button>
    </>
  )
  return (
    <Modal open title={title} width={width} onCancel={onClose} footer={footer} destroyOnHidden>
      <Form id={id} layout="vertical" onFinish={onSubmit} requiredMark="optional">
        <Refusal problem={problem} />
        <RefusedContext value={problem}>{children}</RefusedContext>
      </Form>
    </Modal>
  )
}
