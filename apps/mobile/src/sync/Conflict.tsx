import { keysOf } from '@rmtools/contracts/keys'
import { StyleSheet, View } from 'react-native'
import { formatInstant } from '@rmtools/look/format'
import { radius, space } from '@rmtools/look/scale'
import { leadStates } from '@rmtools/look/states'
import { useAct } from '../ui/act.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { Text } from '../ui/Text.tsx'
import { useColours } from '../ui/theme.ts'
import { leaves, type Entry } from './entries.ts'
import { discard, keepOurs } from './tray.ts'
import { fieldWord } from './words.ts'

/** Both versions side by side, field by field, to choose the one to keep. */
export function Conflict({
  entry,
  theirs,
}: {
  entry: Entry
  theirs: Readonly<Record<string, unknown>>
}) {
  const words = useSay()
  const colours = useColours()
  const ours = leaves(entry.input)
  const there = leaves(theirs)
  const settle = useAct(
    async (isOurs: boolean) => await (isOurs ? keepOurs(entry, theirs) : discard(entry)),
  )
  return (
    <View style={styles.conflict}>
      {Object.keys(ours).map((field) => (
        <View key={field} style={styles.field}>
          <Text kind="label" tone="second">
            {words(fieldWord(field))}
          </Text>
          <View style={styles.versions}>
            <Version title={words(oursWord)} value={ours[field]} colour={colours.brandSoft} />
            <Version title={words(theirsWord)} value={there[field]} colour={colours.raised} />
          </View>
        </View>
      ))}
      <View style={styles.buttons}>
        <Button
          title={words(keepMine)}
          kind="quiet"
          isSmall
          onPress={() => settle.run(true)}
          isBusy={settle.isBusy}
        />
        <Button
          title={words(takeTheirs)}
          kind="quiet"
          isSmall
          onPress={() => settle.run(false)}
          isDisabled={settle.isBusy}
        />
      </View>
    </View>
  )
}

function Version({ title, value, colour }: { title: string; value: unknown; colour: string }) {
  const language = useLanguage()
  const words = useSay()
  return (
    <View style={[styles.version, { backgroundColor: colour }]}>
      <Text kind="caption" tone="second">
        {title}
      </Text>
      <Text>{readable(value, language, words)}</Text>
    </View>
  )
}

function readable(value: unknown, language: 'id' | 'en', words: ReturnType<typeof useSay>): string {
  if (value === null || value === undefined || value === '') return '–'
  if (Array.isArray(value)) return value.map(String).join(', ') || '–'
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return formatInstant(text, language)
  const stage = keysOf(leadStates).find((one) => one === text)
  return stage ? words(leadStates[stage].word) : text
}

const oursWord = say('Versi Anda', 'Your version')
const theirsWord = say('Versi di server', 'On the server')
const keepMine = say('Pakai versi saya', 'Keep mine')
const takeTheirs = say('Pakai versi server', 'Take theirs')

const styles = StyleSheet.create({
  conflict: { gap: space(3) },
  field: { gap: space(1) },
  versions: { flexDirection: 'row', gap: space(2) },
  version: { flex: 1, borderRadius: radius.app, padding: space(3), gap: 2 },
  buttons: { flexDirection: 'row', flexWrap: 'wrap', gap: space(2) },
})
