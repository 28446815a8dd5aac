import { StyleSheet, View } from 'react-native'
import type { InstructionEvent } from '@rmtools/contracts/crm/instruction-events'
import type { InstructionStatus } from '@rmtools/contracts/crm/instructions'
import { formatInstant } from '@rmtools/look/format'
import { instructionEventOf } from '@rmtools/look/instruction-events'
import { instructionStates, toneColour } from '@rmtools/look/states'
import { space } from '@rmtools/look/scale'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Text } from '../ui/Text.tsx'
import { useColours } from '../ui/theme.ts'
import { stepsAhead } from './rules.ts'

type Props = { events: readonly InstructionEvent[]; status: InstructionStatus; currency: string }

/** The events of an instruction, oldest first, followed by the steps that remain. */
export function InstructionWay({ events, status, currency }: Props) {
  const words = useSay()
  const language = useLanguage()
  const colours = useColours()
  const done = events.toSorted((a, b) => a.at.localeCompare(b.at))
  const ahead = stepsAhead(status)
  return (
    <View role="list">
      {done.map((event, index) => {
        const { word, tone, detail } = instructionEventOf(event, currency, language)
        return (
          <Step
            key={`${event.about} ${event.status} ${event.at}`}
            word={words(word)}
            text={[formatInstant(event.at, language), words(whose[event.by]), detail]
              .filter(Boolean)
              .join(' · ')}
            colour={toneColour(tone, colours)}
            isLast={index === done.length - 1 && ahead.length === 0}
          />
        )
      })}
      {ahead.map((step, index) => (
        <Step
          key={step}
          word={words(instructionStates[step].word)}
          isAhead
          isLast={index === ahead.length - 1}
        />
      ))}
    </View>
  )
}

type StepProps = {
  word: string
  text?: string
  colour?: string
  isAhead?: boolean
  isLast: boolean
}

function Step({ word, text, colour, isAhead, isLast }: StepProps) {
  const { hairline, textFaint } = useColours()
  return (
    <View role="listitem" style={styles.step}>
      <View style={styles.rail}>
        <View
          style={[
            styles.dot,
            isAhead
              ? { borderWidth: 1.5, borderColor: textFaint }
              : { backgroundColor: colour ?? textFaint },
          ]}
        />
        {isLast ? null : <View style={[styles.line, { backgroundColor: hairline }]} />}
      </View>
      <View style={styles.words}>
        <Text kind="label" tone={isAhead ? 'faint' : 'text'} isStrong={!isAhead}>
          {word}
        </Text>
        {text ? (
          <Text kind="caption" tone="second">
            {text}
          </Text>
        ) : null}
      </View>
    </View>
  )
}

const whose = {
  rm: say('RM', 'RM'),
  'back-office': say('Back office', 'Back office'),
  investor: say('Investor', 'Investor'),
  bib: say('Bib', 'Bib'),
  system: say('Sistem', 'System'),
} as const

const styles = StyleSheet.create({
  step: { flexDirection: 'row', gap: space(3) },
  rail: { alignItems: 'center', width: 12, paddingTop: 5 },
  dot: { width: 10, height: 10, borderRadius: 5 },
  line: { flex: 1, width: 1.5, marginVertical: 3 },
  words: { flex: 1, paddingBottom: space(3), gap: 1 },
})
