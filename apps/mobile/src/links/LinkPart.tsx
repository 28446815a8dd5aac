import { StyleSheet, View } from 'react-native'
import { api } from '../base/api.ts'
import { useIsOnline } from '../base/network.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import {
  arrivedLateAt,
  clientMessageStateWords,
  linkMessageText,
  messageWords,
} from '@rmtools/look/client-message-words'
import { formatInstant } from '@rmtools/look/format'
import { problemText } from '@rmtools/look/problems'
import { space } from '@rmtools/look/scale'
import type { LinkMessage, LivingLink } from '@rmtools/contracts/crm/client-links'
import { useAct } from '../ui/act.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { StateDot } from '../ui/StateDot.tsx'
import { Banner } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import { useLink, type LinkOf } from './remote.ts'
import { TakenLink } from './TakenLink.tsx'

type Props = {
  of: LinkOf
  name: string
  /** The screen says already until when the link works. */
  isEndSaid?: boolean
  /** Offers a new link where this one cannot be shown. */
  onSendNew?: () => void
}

/** How the link that a client can open now was sent, and taking it to hand it over oneself. */
export function LinkPart({ of, name, isEndSaid, onSendNew }: Props) {
  const words = useSay()
  const language = useLanguage()
  const { data } = useLink(of)
  const link = data?.link
  if (!link) return null
  const { messages, expiresAt } = link
  return (
    <Section title={words(title)}>
      {isEndSaid ? null : (
        <Text kind="caption" tone="second">
          {words(until, { at: formatInstant(expiresAt, language) })}
        </Text>
      )}
      {messages.length > 0 ? (
        <View role="list" style={styles.messages}>
          {messages.map((message) => (
            <Sent key={message.channel + message.createdAt} message={message} />
          ))}
        </View>
      ) : null}
      <Taking of={of} name={name} link={link} onSendNew={onSendNew} />
    </Section>
  )
}

function Sent({ message }: { message: LinkMessage }) {
  const words = useSay()
  const lateAt = arrivedLateAt(message)
  const language = useLanguage()
  return (
    <View role="listitem" style={styles.message}>
      <Text>{linkMessageText(message, language)}</Text>
      <StateDot state={clientMessageStateWords[message.state]} />
      {lateAt ? (
        <Text kind="caption" tone="second">
          {words(messageWords.arrivedLate, { at: formatInstant(lateAt, language) })}
        </Text>
      ) : null}
    </View>
  )
}

type TakingProps = Pick<Props, 'of' | 'name'> & {
  link: LivingLink
  onSendNew: (() => void) | undefined
}

function Taking({ of, name, link: { taking }, onSendNew }: TakingProps) {
  const words = useSay()
  const language = useLanguage()
  const isOnline = useIsOnline()
  const take = useAct(async () => await api.clientLinks.take(of))
  if (taking === 'of-another-rm') return null
  if (taking !== 'possible')
    return (
      <Banner icon="info" title={problemText(taking, language)}>
        {onSendNew ? (
          <Button title={words(sendNew)} kind="quiet" isSmall icon="share" onPress={onSendNew} />
        ) : null}
      </Banner>
    )
  return (
    <>
      <Button
        title={words(handOver)}
        kind="quiet"
        isSmall
        icon="share"
        isBusy={take.isBusy}
        onPress={() => take.run()}
        reason={isOnline ? undefined : words(needsNetwork)}
      />
      {take.result ? <TakenLink taken={take.result} name={name} onClose={take.clear} /> : null}
    </>
  )
}

const title = say('Tautan klien', "The client's link")
const until = say('Berlaku sampai {at}', 'Works until {at}')
const handOver = say('Salin atau bagikan tautan', 'Copy or share the link')
const sendNew = say('Kirim tautan baru', 'Send a new link')
const needsNetwork = say('Perlu jaringan.', 'You need to be online for this.')

const styles = StyleSheet.create({ messages: { gap: space(3) }, message: { gap: 2 } })
