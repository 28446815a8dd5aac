import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import { consentPurposes, consentTexts, type ConsentPurpose } from '@rmtools/contracts/crm/consents'
import { formatInstant } from '@rmtools/look/format'
import { radius, space } from '@rmtools/look/scale'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { giveConsent } from '../investors/local.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Text } from '../ui/Text.tsx'
import { useColours } from '../ui/theme.ts'
import type { PartProps } from './part-props.ts'

/**
 * The consents: the investor reads the exact wording and agrees. A consent keeps the wording that
 * was shown.
 */
export function ConsentPart({ seen, frame }: PartProps) {
  const words = useSay()
  const language = useLanguage()
  const [ticked, setTicked] = useState<ReadonlySet<ConsentPurpose>>(new Set())
  const inForce = new Map(
    seen.consents
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map((consent) => [consent.purpose, consent]),
  )
  const record = async () => {
    for (const purpose of consentPurposes)
      if (ticked.has(purpose) && !inForce.has(purpose)) await giveConsent(seen, purpose, language)
    setTicked(new Set())
    return true
  }
  // Based on the latest ticks instead of the last render: two ticks may arrive before the screen
  // renders again.
  const toggle = (purpose: ConsentPurpose) =>
    setTicked((before) => {
      const next = new Set(before)
      if (!next.delete(purpose)) next.add(purpose)
      return next
    })
  return frame(
    <>
      <Text tone="second">{words(intro)}</Text>
      {consentPurposes.map((purpose) => {
        const { isRequired, ...text } = consentTexts[purpose]
        const given = inForce.get(purpose)
        if (given)
          return (
            <Given
              key={purpose}
              text={given.words}
              at={words(givenAt, {
                at: formatInstant(given.givenAt, language),
                version: given.textVersion,
              })}
            />
          )
        return (
          <Checkbox
            key={purpose}
            isOn={ticked.has(purpose)}
            onChange={() => toggle(purpose)}
            text={text[language]}
            detail={`${words(isRequired ? needed : optional)} · ${words(versionWord, { version: text.version })}`}
          />
        )
      })}
    </>,
    record,
  )
}

function Given({ text, at }: { text: string; at: string }) {
  const colours = useColours()
  return (
    <View style={[styles.given, { backgroundColor: colours.successSoft }]}>
      <Icon name="check" size={20} colour={colours.success} />
      <View style={styles.words}>
        <Text kind="label">{text}</Text>
        <Text kind="caption" tone="second">
          {at}
        </Text>
      </View>
    </View>
  )
}

const intro = say(
  'Perlihatkan layar ini kepada investor. Investor membaca setiap pernyataan dan mencentang sendiri yang disetujui.',
  'Show this screen to the investor, who reads each statement and ticks what they agree to.',
)
const needed = say('Wajib', 'Required')
const optional = say('Opsional', 'Optional')
const versionWord = say('versi {version}', 'version {version}')
const givenAt = say('Disetujui {at}, versi {version}', 'Agreed {at}, version {version}')

const styles = StyleSheet.create({
  given: { flexDirection: 'row', gap: space(3), padding: space(4), borderRadius: radius.app },
  words: { flex: 1, gap: 2 },
})
