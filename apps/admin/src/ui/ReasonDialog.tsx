// A regulated or destructive action names its object and asks for a reason; a refusal keeps the
// input.
import { Button, Flex, Form, Input, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Problem } from '@rmtools/contracts/problem'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { Refusal } from './Notice.tsx'

type Props = {
  /** Names its object: `Cancel the subscription of Siti`. */
  title: string
  /** The consequences. */
  children?: ReactNode
  act: string
  isDangerous?: boolean
  /** The action is no longer possible; the content says why. */
  isImpossible?: boolean
  presets?: readonly string[]
  isOptional?: boolean
  problem: Problem | null
  isPending: boolean
  onAct: (reason: string) => void
  onClose: () => void
}

const MAX = 500

export function ReasonDialog({
  title,
  children,
  act,
  isDangerous = false,
  isImpossible = false,
  presets = [],
  isOptional = false,
  problem,
  isPending,
  onAct,
  onClose,
}: Props) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const isMissing = !isOptional && reason.trim() === ''
  const submit = () => {
    setTried(true)
    if (!isMissing) onAct(reason.trim())
  }
  const footer = (
    <>
      <Button onClick={onClose}>{say(actions.cancel)}</Button>
      <Button
        type="primary"
        danger={isDangerous}
        loading={isPending}
        disabled={isImpossible}
        onClick={submit}
      >
        {act}
      </Button>
    </>
  )
  return (
    <Modal open title={title} onCancel={onClose} footer={footer} destroyOnHidden>
      <Flex vertical gap="middle">
        {children}
        <Refusal problem={problem} />
        <Form layout="vertical">
          <Form.Item
            label={say({ id: 'Alasan', en: 'Reason' })}
            htmlFor="reason"
            required={!isOptional}
            {...(isTried && isMissing
              ? {
                  validateStatus: 'error' as const,
                  help: say({ id: 'Tulis alasannya.', en: 'Enter a reason.' }),
                }
              : {})}
          >
            <Input.TextArea
              id="reason"
              autoFocus
              value={reason}
              maxLength={MAX}
              rows={4}
              onChange={(event) => setReason(event.target.value)}
            />
          </Form.Item>
          <Flex wrap gap={8}>
            {presets.map((preset) => (
              <Button key={preset} size="small" onClick={() => setReason(preset)}>
                {preset}
              </Button>
            ))}
          </Flex>
        </Form>
      </Flex>
    </Modal>
  )
}
