import { router } from 'expo-router'
import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import { formatRelative } from '@rmtools/look/format'
import { problemText } from '@rmtools/look/problems'
import { space } from '@rmtools/look/scale'
import { unsentState } from '@rmtools/look/states'
import { actions } from '@rmtools/look/words'
import { useAct } from '../ui/act.ts'
import { useIsOnline } from '../base/network.ts'
import { paths } from '../base/paths.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/ListRow.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Section } from '../ui/Section.tsx'
import { StateDot } from '../ui/StateDot.tsx'
import { Banner, EmptyState } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import { Conflict } from './Conflict.tsx'
import { discard, retryNow, sendAgain } from './tray.ts'
import type { Entry } from './entries.ts'
import { CorrectionSheet } from './CorrectionSheet.tsx'
import { useOutbox } from './use-outbox.ts'
import { fieldWord, operationWords } from './words.ts'

/** Everything that waits on this device, and what the server refused. */
export function TrayScreen() {
  const words = useSay()
  const entries = useOutbox()
  const isOnline = useIsOnline()
  const sending = useAct(retryNow)
  const refused = entries.filter(({ refusal }) => refusal)
  const waiting = entries.filter(({ refusal }) => !refusal)
  return (
    <Screen
      title={words(title)}
      backTo="/more"
      footer={
        waiting.length > 0 ? (
          <Button
            title={words(sendNow)}
            icon="refresh"
            onPress={() => sending.run()}
            isBusy={sending.isBusy}
            isDisabled={!isOnline}
            isWide
          />
        ) : undefined
      }
    >
      {isOnline ? null : (
        <Banner icon="cloudOff" title={words(offline)} text={words(offlineText)} />
      )}
      {entries.length === 0 ? (
        <EmptyState icon="check" title={words(none)} text={words(noneText)} />
      ) : null}
      {refused.length > 0 ? (
        <Section title={words(toFix)}>
          {refused.map((entry) => (
            <Refused key={entry.id} entry={entry} />
          ))}
        </Section>
      ) : null}
      {waiting.length > 0 ? (
        <Section title={words(unsentState.word)}>
          <Card>
            {waiting.map((entry) => (
              <Waiting
                key={entry.id}
                entry={entry}
                isBlocked={refused.some(
                  ({ record }) => record === entry.record || record === entry.after,
                )}
              />
            ))}
          </Card>
        </Section>
      ) : null}
    </Screen>
  )
}

function Waiting({ entry, isBlocked }: { entry: Entry; isBlocked: boolean }) {
  const words = useSay()
  const remove = useAct(async () => await discard(entry))
  const language = useLanguage()
  const attempts = entry.attempts > 0 ? words(tried, { count: entry.attempts }) : undefined
  return (
    <View style={styles.entry}>
      <View style={styles.words}>
        <Text>{entry.title}</Text>
        <Text kind="caption" tone="second">
          {`${words(operationWords[entry.operation] ?? unknown)} · ${formatRelative(entry.at, language)}`}
        </Text>
        <StateDot state={unsentState} more={isBlocked ? words(behind) : attempts} />
      </View>
      <Button
        title={words(actions.remove)}
        kind="plain"
        isSmall
        onPress={() => remove.run()}
        isBusy={remove.isBusy}
        label={words(removeLabel, { name: entry.title })}
      />
    </View>
  )
}

function Refused({ entry }: { entry: Entry }) {
  const words = useSay()
  const language = useLanguage()
  const [isCorrecting, setCorrecting] = useState(false)
  const { refusal } = entry
  const settle = useAct(
    async (isSent: boolean) => await (isSent ? sendAgain(entry) : discard(entry)),
  )
  // An order is corrected in its own form, which shows the possible values.
  const isOrder = entry.operation === 'instructions.create'
  const order = () =>
    router.push(paths.instruct(String(entry.input['investorId']), { correct: entry.id }))
  if (!refusal) return null
  return (
    <Card isPadded>
      <View style={styles.words}>
        <Text isStrong>{entry.title}</Text>
        <Text kind="caption" tone="second">
          {`${words(operationWords[entry.operation] ?? unknown)} · ${formatRelative(entry.at, language)}`}
        </Text>
      </View>
      <Banner
        icon="warning"
        tone="danger"
        title={problemText(refusal.code, language)}
        text={refusal.errors?.map(({ pointer }) => words(fieldWord(pointer.slice(1)))).join(', ')}
      />
      {refusal.theirs ? (
        <Conflict entry={entry} theirs={refusal.theirs} />
      ) : (
        <View style={styles.buttons}>
          <Button
            title={words(fixWord)}
            kind="quiet"
            isSmall
            onPress={isOrder ? order : () => setCorrecting(true)}
          />
          <Button
            title={words(actions.retry)}
            kind="quiet"
            isSmall
            onPress={() => settle.run(true)}
            isBusy={settle.isBusy}
          />
          <Button
            title={words(discardWord)}
            kind="danger"
            isSmall
            onPress={() => settle.run(false)}
            isDisabled={settle.isBusy}
          />
        </View>
      )}
      {isCorrecting ? <CorrectionSheet entry={entry} onClose={() => setCorrecting(false)} /> : null}
    </Card>
  )
}

const title = say('Kotak keluar', 'Outbox')
const sendNow = say('Kirim sekarang', 'Send now')
const offline = say('Tidak ada jaringan', 'You are offline')
const offlineText = say(
  'Semua tersimpan di perangkat ini dan dikirim berurutan begitu ada jaringan.',
  'Everything is saved on this device and sent in order when you are online.',
)
const none = say('Semua sudah terkirim', 'Everything has been sent')
const noneText = say(
  'Yang ditulis tanpa jaringan menunggu di sini.',
  'What you save offline waits here.',
)
const toFix = say('Perlu diperbaiki', 'Needs fixing')
const fixWord = say('Perbaiki', 'Fix')
const discardWord = say('Buang', 'Discard')
const behind = say(
  'menunggu yang di atasnya diperbaiki',
  'waiting for an earlier change to be fixed',
)
const tried = say('dicoba {count} kali', 'tried {count} times')
const removeLabel = say('Hapus perubahan pada {name}', 'Discard the change to {name}')
const unknown = say('Perubahan', 'Change')

const styles = StyleSheet.create({
  entry: {
    flexDirection: 'row',
    alignItems: 'center',
    paddingLeft: space(4),
    paddingRight: space(2),
    paddingVertical: space(3),
    gap: space(2),
  },
  words: { flex: 1, gap: 2 },
  buttons: { flexDirection: 'row', flexWrap: 'wrap', gap: space(2) },
})
