import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import type { RiskProfile } from '@rmtools/contracts/crm/risk-profiles'
import { assess, type RiskAnswer } from '@rmtools/contracts/crm/risk-questionnaires'
import { formatDate, today } from '@rmtools/look/format'
import { bandMeanings } from '@rmtools/look/kyc-words'
import { radius, space } from '@rmtools/look/scale'
import { useAct } from '../ui/act.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { assessRisk } from '../investors/local.ts'
import { useQuestionnaire } from '../investors/use-investors.ts'
import { useDraft } from '../sync/draft.ts'
import { defaultQuestionnaire } from '@rmtools/contracts/crm/risk-questionnaires'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/ListRow.tsx'
import { bandWord } from '../ui/RiskScale.tsx'
import { Banner } from '../ui/States.tsx'
import { Tap } from '../ui/Tap.tsx'
import { Text } from '../ui/Text.tsx'
import { useColours } from '../ui/theme.ts'
import type { PartProps } from './part-props.ts'

/** The risk questionnaire and its result in words. The answers survive an incoming call. */
export function RiskPart({ seen, frame }: PartProps) {
  const words = useSay()
  const language = useLanguage()
  const { data: questionnaire = defaultQuestionnaire } = useQuestionnaire()
  const { value, isReady, set, restart } = useDraft<{ answers: Record<string, string> }>(
    `risk/${seen.id}`,
    { answers: {} },
  )
  const reason = seen.returnReasons.find(({ pointer }) => pointer === '/riskProfile')?.reason
  const isDue = !seen.riskProfile || seen.riskProfile.expiresOn <= today()
  const [isAnswering, setAnswering] = useState(
    isDue || reason !== undefined || seen.status === 'registered',
  )
  const save = useAct(async (given: RiskAnswer[]) => {
    await assessRisk(seen, questionnaire.version, given)
    await restart()
    setAnswering(false)
  })
  if (!isReady) return frame(null)
  if (!isAnswering && seen.riskProfile)
    return frame(<Result profile={seen.riskProfile} onAgain={() => setAnswering(true)} />)
  const { answers } = value
  const label = (one: { labelId: string; labelEn: string }) =>
    language === 'id' ? one.labelId : one.labelEn
  const given = questionnaire.questions.flatMap(({ id }) =>
    answers[id] === undefined ? [] : [{ questionId: id, optionId: answers[id] }],
  )
  const result = assess(questionnaire, given)
  return frame(
    <>
      {reason ? <Banner icon="returned" tone="warning" title={reason} /> : null}
      <Text tone="second">{words(intro)}</Text>
      {questionnaire.questions.map((question, index) => (
        <View
          key={question.id}
          role="radiogroup"
          aria-label={label(question)}
          style={styles.question}
        >
          <Text isStrong>{`${index + 1}. ${label(question)}`}</Text>
          {question.options.map((option) => (
            <Answer
              key={option.id}
              text={label(option)}
              isOn={answers[question.id] === option.id}
              onPress={() => set({ answers: { ...answers, [question.id]: option.id } })}
            />
          ))}
        </View>
      ))}
    </>,
    undefined,
    <Button
      title={words(see)}
      onPress={() => save.run(given)}
      isBusy={save.isBusy}
      isWide
      reason={
        result ? undefined : words(left, { count: questionnaire.questions.length - given.length })
      }
    />,
  )
}

function Answer({ text, isOn, onPress }: { text: string; isOn: boolean; onPress: () => void }) {
  const colours = useColours()
  return (
    <Tap
      role="radio"
      label={text}
      state={{ checked: isOn }}
      isFelt
      onPress={onPress}
      style={[
        styles.answer,
        {
          borderColor: isOn ? colours.brand : colours.hairline,
          backgroundColor: isOn ? colours.brandSoft : colours.surface,
        },
      ]}
    >
      <Text kind="label" isStrong={isOn}>
        {text}
      </Text>
    </Tap>
  )
}

function Result({ profile, onAgain }: { profile: RiskProfile; onAgain: () => void }) {
  const words = useSay()
  const language = useLanguage()
  const colours = useColours()
  const name = bandWord(profile.band)
  const meaning = Object.entries(bandMeanings).find(([band]) => Number(band) === profile.band)?.[1]
  return (
    <Card isPadded>
      <Text kind="label" tone="second">
        {words(resultWord)}
      </Text>
      <Text kind="figure">{name ? words(name) : String(profile.band)}</Text>
      <View aria-hidden style={styles.scale}>
        {[1, 2, 3, 4, 5].map((band) => (
          <View
            key={band}
            style={[
              styles.step,
              { backgroundColor: band <= profile.band ? colours.brand : colours.hairline },
            ]}
          />
        ))}
      </View>
      {meaning ? <Text>{words(meaning)}</Text> : null}
      <Text kind="caption" tone="second">
        {words(until, { date: formatDate(profile.expiresOn, language) })}
      </Text>
      <Button title={words(again)} kind="quiet" isSmall onPress={onAgain} />
    </Card>
  )
}

const intro = say(
  'Hasilnya menunjukkan seberapa besar naik turunnya nilai yang cocok bagi investor; berlaku satu tahun.',
  'The result shows how much rise and fall in value suits the investor; it is valid for one year.',
)
const see = say('Lihat hasil', 'See the result')
const left = say('{count} pertanyaan belum dijawab.', '{count} questions are not answered yet.')
const resultWord = say('Profil risiko', 'Risk profile')
const until = say('Berlaku sampai {date}.', 'Valid until {date}.')
const again = say('Isi ulang', 'Answer again')

const styles = StyleSheet.create({
  question: { gap: space(2) },
  answer: {
    borderWidth: 1,
    borderRadius: radius.app,
    paddingHorizontal: space(4),
    paddingVertical: space(2),
  },
  scale: { flexDirection: 'row', gap: 4 },
  step: { flex: 1, height: 8, borderRadius: 4 },
})
