// What a client was sent, and how the client wants to be written to.
import { useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox, Flex, Form, Select } from 'antd'
import { useState } from 'react'
import {
  clientChannels,
  clientMessages,
  type ClientMessage,
  type ClientPreference,
} from '@rmtools/contracts/crm/client-messages'
import {
  arrivedLateAt,
  clientChannelWords,
  clientMessageStateWords,
  messageKindWords,
  messageReason,
  messageStateAt,
  messageWords as words,
  sentByWords,
} from '@rmtools/look/client-message-words'
import { formatInstant } from '@rmtools/look/format'
import { actions } from '@rmtools/look/words'
import { useSay } from '../../base/language.ts'
import { useMay } from '../../base/me.ts'
import { ask, askPages, useAct } from '../../base/queries.ts'
import { Columns } from '../../ui/Columns.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Field } from '../../ui/Field.tsx'
import { Empty, Refusal, Waiting } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { State } from '../../ui/State.tsx'
import { Ago, At } from '../../ui/values.tsx'
import { words as shared } from '../words.ts'

/** The log of an investor's messages, and the preferences. */
export function Messages({ id }: { id: string }) {
  return (
    <Columns aside={<Preference id={id} />}>
      <Log id={id} />
    </Columns>
  )
}

function Log({ id }: { id: string }) {
  const say = useSay()
  const may = useMay(clientMessages.resend)
  return (
    <DataTable<ClientMessage>
      label={say(words.title)}
      query={askPages('clientMessages', 'list', { id, limit: 50 })}
      columns={[
        {
          key: 'kind',
          title: say(shared.kind),
          render: ({ kind }) => say(messageKindWords[kind]),
          isName: true,
        },
        {
          key: 'channel',
          title: say(words.channel),
          render: ({ channel, sentTo }) => (
            <>
              {say(clientChannelWords[channel])}
              <br />
              <span className="mono faint">{sentTo ?? '–'}</span>
            </>
          ),
        },
        { key: 'state', title: say(shared.status), render: (one) => <Reached message={one} /> },
        {
          key: 'created',
          title: say(shared.created),
          render: ({ createdAt }) => <Ago at={createdAt} />,
          align: 'right',
        },
        ...(may
          ? [
              {
                key: 'act',
                title: '',
                render: (one: ClientMessage) =>
                  one.canResend ? <Resend id={id} messageId={one.id} /> : null,
                align: 'right' as const,
              },
            ]
          : []),
      ]}
      empty={<Empty title={say(words.none)}>{say(words.noneHint)}</Empty>}
    />
  )
}

function Reached({ message }: { message: ClientMessage }) {
  const say = useSay()
  const reason = messageReason(message.errorCode)
  const { state, waitsUntil } = message
  const lateAt = arrivedLateAt(message)
  return (
    <>
      <State state={clientMessageStateWords[state]} />
      <br />
      <small className="faint">
        {state === 'queued' && waitsUntil !== null ? (
          say(words.waitsUntil, { at: formatInstant(waitsUntil, say.language) })
        ) : (
          <At at={messageStateAt(message)} />
        )}
        {reason && ` · ${say(reason)}`}
        {lateAt && ` · ${say(words.arrivedLate, { at: formatInstant(lateAt, say.language) })}`}
      </small>
    </>
  )
}

function Resend({ id, messageId }: { id: string; messageId: string }) {
  const say = useSay()
  const { message } = App.useApp()
  const { run, isPending } = useAct('clientMessages', 'resend', {
    onDone: ({ channel, sentTo }) =>
      void message.success(
        say(sentByWords, { channel: say(clientChannelWords[channel]), to: sentTo }),
      ),
    onRefused: () => void message.error(say(words.notResent)),
  })
  return (
    <Button
      size="small"
      className="nowrap"
      loading={isPending}
      onClick={() => void run({ id, messageId })}
    >
      {say(words.resend)}
    </Button>
  )
}

function Preference({ id }: { id: string }) {
  const say = useSay()
  const { data, error, refetch } = useQuery(ask('clientMessages', 'preference', { id }))
  return (
    <Section title={say(words.preference)}>
      <Refusal problem={data ? null : error} onRetry={() => void refetch()} />
      {!data && !error && <Waiting rows={3} />}
      {data && <PreferenceForm id={id} stored={data} again={refetch} />}
    </Section>
  )
}

type FormProps = {
  id: string
  stored: ClientPreference
  /** Asks for what is stored now. */
  again: () => Promise<unknown>
}

/** What is chosen here goes on top of what is stored, also when somebody else changes that. */
function PreferenceForm({ id, stored, again }: FormProps) {
  const say = useSay()
  const may = useMay(clientMessages.setPreference)
  const [changes, setChanges] = useState<Partial<ClientPreference>>({})
  const { message } = App.useApp()
  const { run, isPending, problem } = useAct('clientMessages', 'setPreference', {
    onDone: () => {
      void message.success(say(words.saved))
      void again().then(() => setChanges({}))
    },
    onRefused: () => void again(),
  })
  const stated = { ...stored, ...changes }
  const change = (next: Partial<ClientPreference>) => setChanges({ ...changes, ...next })
  const { hasWhatsapp, ...body } = stated
  const channels = clientChannels.map((channel) => ({
    value: channel as string,
    label: say(clientChannelWords[channel]),
    disabled: channel === 'whatsapp' && !hasWhatsapp,
  }))
  return (
    <Form layout="vertical" disabled={!may} onFinish={() => void run({ id, ...body })}>
      <Refusal problem={problem} />
      <Field
        id="message-channel"
        label={say(words.channel)}
        {...(hasWhatsapp ? {} : { hint: say(words.noWhatsapp) })}
      >
        <Select
          id="message-channel"
          value={stated.channel ?? ''}
          onChange={(value) =>
            change({ channel: clientChannels.find((channel) => channel === value) ?? null })
          }
          options={[{ value: '', label: say(words.anyChannel) }, ...channels]}
        />
      </Field>
      <Field id="message-language" label={say(words.language)}>
        <Select
          id="message-language"
          value={stated.language ?? 'both'}
          onChange={(value) =>
            change({ language: value === 'id' || value === 'en' ? value : null })
          }
          options={[
            { value: 'both' as const, label: say(words.anyLanguage) },
            { value: 'id' as const, label: 'Indonesia' },
            { value: 'en' as const, label: 'English' },
          ]}
        />
      </Field>
      <Flex vertical gap="small">
        <Checkbox
          checked={stated.takesReminders}
          onChange={({ target }) => change({ takesReminders: target.checked })}
          aria-describedby="reminders-hint"
        >
          {say(words.reminders)}
        </Checkbox>
        <p id="reminders-hint" className="faint">
          {say(words.remindersHint)}
        </p>
        <Checkbox
          checked={stated.takesStatements}
          onChange={({ target }) => change({ takesStatements: target.checked })}
        >
          {say(words.statements)}
        </Checkbox>
        {may && (
          <div>
            <Button type="primary" htmlType="submit" loading={isPending}>
              {say(actions.save)}
            </Button>
          </div>
        )}
      </Flex>
    </Form>
  )
}
