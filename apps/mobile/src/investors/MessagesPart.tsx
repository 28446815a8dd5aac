import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import type { ClientMessage } from '@rmtools/contracts/crm/client-messages'
import {
  arrivedLateAt,
  clientChannelWords,
  clientMessageStateWords,
  messageKindWords,
  messageReason,
  messageStateAt,
  messageWords as known,
} from '@rmtools/look/client-message-words'
import { formatInstant } from '@rmtools/look/format'
import { space } from '@rmtools/look/scale'
import { useLanguage, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { StateDot } from '../ui/StateDot.tsx'
import { Text } from '../ui/Text.tsx'
import { PreferenceSheet } from './PreferenceSheet.tsx'
import { useMessages } from './remote.ts'

/** What the client was sent, newest first, and the way to change how. */
export function MessagesPart({ id }: { id: string }) {
  const words = useSay()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useMessages(id)
  const [isOpen, setOpen] = useState(false)
  if (!data) return null
  const messages = data.pages.flatMap(({ items }) => items)
  return (
    <Section title={words(known.title)} more={words(known.preference)} onMore={() => setOpen(true)}>
      {messages.length === 0 ? <Text tone="second">{words(known.noneHint)}</Text> : null}
      <View role="list" style={styles.messages}>
        {messages.map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </View>
      {hasNextPage ? (
        <Button
          kind="quiet"
          title={words(known.earlier)}
          onPress={() => void fetchNextPage()}
          isBusy={isFetchingNextPage}
        />
      ) : null}
      {isOpen ? <PreferenceSheet id={id} onClose={() => setOpen(false)} /> : null}
    </Section>
  )
}

function Message({ message }: { message: ClientMessage }) {
  const words = useSay()
  const language = useLanguage()
  const { kind, channel, sentTo, state, waitsUntil, errorCode } = message
  const reason = messageReason(errorCode)
  const lateAt = arrivedLateAt(message)
  const late = lateAt && words(known.arrivedLate, { at: formatInstant(lateAt, language) })
  const at =
    state === 'queued' && waitsUntil !== null
      ? words(known.waitsUntil, { at: formatInstant(waitsUntil, language) })
      : formatInstant(messageStateAt(message), language)
  return (
    <View role="listitem" style={styles.message}>
      <Text isStrong>{words(messageKindWords[kind])}</Text>
      <Text kind="caption" tone="second">
        {[words(clientChannelWords[channel]), sentTo].filter(Boolean).join(' · ')}
      </Text>
      <StateDot state={clientMessageStateWords[state]} />
      <Text kind="caption" tone="second">
        {[at, reason && words(reason), late].filter(Boolean).join(' · ')}
      </Text>
    </View>
  )
}

const styles = StyleSheet.create({ messages: { gap: space(4) }, message: { gap: 2 } })
