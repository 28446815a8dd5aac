// Messages to investors in the company's own wording, with a preview.
import type { ComponentRef } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, App, Button, Form, Input } from 'antd'
import { useRef, useState } from 'react'
import {
  messageTemplates,
  sampleOf,
  wordingFaults,
  type MessageTemplate,
} from '@rmtools/contracts/crm/message-templates'
import type { FieldError } from '@rmtools/contracts/problem'
import { formatInstant } from '@rmtools/look/format'
import { actions } from '@rmtools/look/words'
import { useSay, type Say } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { useMay } from '../base/me.ts'
import { ask, useAct } from '../base/queries.ts'
import { text, useAddress } from '../base/search.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Field, RefusedContext } from '../ui/Field.tsx'
import { Refusal, Waiting } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { messageKindWords as kindWords } from '@rmtools/look/client-message-words'
import { channelWords, languageWords, messageWords } from './message-words.ts'
import { words } from './words.ts'
import styles from './Settings.module.css'

const keyOf = ({
  kind,
  channel,
  language,
}: Pick<MessageTemplate, 'kind' | 'channel' | 'language'>) => `${kind}.${channel}.${language}`
const readers = { message: text(60) }

export function MessagesPart() {
  const say = useSay()
  const { data, error, refetch } = useQuery(ask('messageTemplates', 'list'))
  const [{ message }, change] = useAddress(readers)
  const chosen = data?.items.find((one) => keyOf(one) === message) ?? data?.items[0]
  return (
    <>
      <p className="faint">{say(messageWords.intro)}</p>
      <Refusal problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Waiting rows={8} isFramed />}
      {data && chosen && (
        <div className={styles['two']}>
          <ul className={styles['list']}>
            {data.items.map((one) => (
              <li key={keyOf(one)}>
                <button
                  type="button"
                  aria-pressed={one === chosen}
                  onClick={() => change({ message: keyOf(one) })}
                >
                  {say(kindWords[one.kind])}
                  <small>
                    {channelWords[one.channel]} · {languageWords[one.language]} ·{' '}
                    {say(one.isOwn ? messageWords.own : messageWords.ours)}
                  </small>
                </button>
              </li>
            ))}
          </ul>
          <MessageEditor key={keyOf(chosen)} template={chosen} />
        </div>
      )}
    </>
  )
}

function faultText(say: Say, faults: readonly FieldError[], pointer: string): string | null {
  const fault = faults.find((one) => one.pointer === pointer)
  if (!fault) return null
  if (fault.code === 'placeholder-unknown')
    return say(messageWords.unknown).replace('{{name}}', `{${fault.detail}}`)
  if (fault.code === 'placeholder-missing')
    return say(messageWords.missing).replace('{{name}}', `{${fault.detail}}`)
  if (fault.code === 'foreign-address')
    return say(messageWords.foreign).replace('{{name}}', fault.detail ?? '')
  if (fault.code === 'placeholder-not-alone')
    return say(messageWords.crowded).replace('{{name}}', `{${fault.detail}}`)
  return say(messageWords.needed)
}

function MessageEditor({ template }: { template: MessageTemplate }) {
  const say = useSay()
  const { message } = App.useApp()
  const mayNot = useMay(messageTemplates.put) === false ? say(words.mayNotCompany) : undefined
  const { kind, channel, language } = template
  const [typed, setTyped] = useState<Wording | null>(null)
  const [isResetting, setResetting] = useState(false)
  const wording = typed ?? { subject: template.subject, text: template.text }
  const put = useAct('messageTemplates', 'put', {
    onDone: ({ waiting }) => {
      setTyped(null)
      void message.success(say(waiting ? messageWords.asked : words.saved))
    },
  })
  const faults = [
    ...wordingFaults(kind, channel, wording, location.origin),
    ...(wording.subject === '' ? [{ pointer: '/subject', code: 'required' }] : []),
  ]
  const save = () => {
    if (faults.length === 0) void put.run({ kind, channel, language, ...wording })
  }
  return (
    <Section
      title={`${say(kindWords[kind])} · ${channelWords[channel]} · ${languageWords[language]}`}
    >
      <Form layout="vertical" onFinish={save}>
        <Refusal problem={put.problem} />
        <WaitingWording template={template} />
        <RefusedContext value={put.problem}>
          <WordingFields
            template={template}
            wording={wording}
            faults={faults}
            isReadOnly={mayNot !== undefined}
            onChange={setTyped}
          />
        </RefusedContext>
        <MessagePreview wording={wording} />
        <div className={styles['foot']} style={{ marginTop: 16 }}>
          <WithReason reason={mayNot}>
            {(described) => (
              <Button
                type="primary"
                htmlType="submit"
                loading={put.isPending}
                {...described}
                disabled={described.disabled || typed === null || faults.length > 0}
              >
                {say(actions.save)}
              </Button>
            )}
          </WithReason>
          {typed && <Button onClick={() => setTyped(null)}>{say(actions.cancel)}</Button>}
          {template.isOwn && !mayNot && (
            <Button type="text" onClick={() => setResetting(true)}>
              {say(messageWords.reset)}
            </Button>
          )}
          {typed && <span className="faint">{say(messageWords.unsaved)}</span>}
        </div>
      </Form>
      {isResetting && (
        <ResetDialog
          template={template}
          onClose={() => {
            setResetting(false)
            setTyped(null)
          }}
        />
      )}
    </Section>
  )
}

function WaitingWording({ template: { waiting } }: { template: MessageTemplate }) {
  const say = useSay()
  if (!waiting) return null
  const asked = {
    name: waiting.askedByName ?? '–',
    at: formatInstant(waiting.askedAt, say.language),
  }
  return (
    <Alert
      type="info"
      role="status"
      style={{ marginBottom: 16 }}
      title={<Link to={paths.secondPerson()}>{say(messageWords.waits, asked)}</Link>}
    />
  )
}

type Wording = { subject: string | null; text: string }
type FieldsProps = {
  template: MessageTemplate
  wording: Wording
  faults: readonly FieldError[]
  isReadOnly: boolean
  onChange: (wording: Wording) => void
}

function WordingFields({ template, wording, faults, isReadOnly, onChange }: FieldsProps) {
  const say = useSay()
  const area = useRef<ComponentRef<typeof Input.TextArea>>(null)
  const insert = (name: string) => {
    const at = area.current?.resizableTextArea?.textArea.selectionStart ?? wording.text.length
    onChange({ ...wording, text: `${wording.text.slice(0, at)}{${name}}${wording.text.slice(at)}` })
  }
  return (
    <>
      {template.channel === 'email' && (
        <Field
          id="subject"
          label={say(messageWords.subject)}
          isRequired
          fault={faultText(say, faults, '/subject')}
        >
          <Input
            id="subject"
            maxLength={150}
            readOnly={isReadOnly}
            value={wording.subject ?? ''}
            onChange={(event) => onChange({ ...wording, subject: event.target.value })}
          />
        </Field>
      )}
      <Field
        id="text"
        label={say(messageWords.text)}
        isRequired
        fault={faultText(say, faults, '/text')}
      >
        <Input.TextArea
          id="text"
          ref={area}
          maxLength={4000}
          rows={8}
          readOnly={isReadOnly}
          value={wording.text}
          onChange={(event) => onChange({ ...wording, text: event.target.value })}
        />
      </Field>
      {!isReadOnly && (
        <p>
          <span className="faint">{say(messageWords.placeholders)}: </span>
          {template.placeholders.map((name) => (
            <Button
              key={name}
              size="small"
              type="text"
              className="mono"
              onClick={() => insert(name)}
            >
              {`{${name}}`}
              {name === template.required && ` · ${say(messageWords.required)}`}
            </Button>
          ))}
        </p>
      )}
    </>
  )
}

function MessagePreview({ wording }: { wording: Wording }) {
  const say = useSay()
  const sample = sampleOf(wording)
  return (
    <div className={styles['sample']}>
      <p className="faint">{say(messageWords.preview)}</p>
      <div className={styles['message']} role="group" aria-label={say(messageWords.preview)}>
        {sample.subject && (
          <>
            <strong>{sample.subject}</strong>
            {'\n\n'}
          </>
        )}
        {sample.text}
      </div>
    </div>
  )
}

function ResetDialog({
  template: { kind, channel, language },
  onClose,
}: {
  template: MessageTemplate
  onClose: () => void
}) {
  const say = useSay()
  const { run, isPending, problem } = useAct('messageTemplates', 'reset', { onDone: onClose })
  return (
    <ConfirmDialog
      title={say(messageWords.resetTitle, { name: say(kindWords[kind]) })}
      act={say(messageWords.reset)}
      isDangerous
      problem={problem}
      isPending={isPending}
      onAct={() => void run({ kind, channel, language })}
      onClose={onClose}
    >
      <p>{say(messageWords.resetHint)}</p>
    </ConfirmDialog>
  )
}
