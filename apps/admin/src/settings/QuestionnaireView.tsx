import { riskBands } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { KeyValues } from '../ui/KeyValues.tsx'
import { bandAt, type Content } from './questionnaire-rules.ts'
import { questionnaireWords as words } from './questionnaire-words.ts'
import styles from './Settings.module.css'

const bandNumbers = [1, 2, 3, 4, 5] as const

/** A read-only questionnaire: bands, questions, answers with their scores. */
export function QuestionnaireView({ content: { bands, questions } }: { content: Content }) {
  const say = useSay()
  const labelOf = ({ labelId, labelEn }: { labelId: string; labelEn: string }) =>
    say.language === 'id' ? labelId : labelEn
  return (
    <>
      <KeyValues
        items={bandNumbers.map((band) => [
          say(riskBands[band]),
          say(words.from, { score: bands[band - 1] ?? 0 }),
        ])}
      />
      {questions.map((question, index) => (
        <section key={question.id} className={styles['question']}>
          <h3>
            {index + 1}. {labelOf(question)}
          </h3>
          <KeyValues
            items={question.options.map((option) => [
              labelOf(option),
              <span key={option.id} className="figures">
                {say(words.score)} {option.score}
                {option.maxBand !== undefined &&
                  `, ${say(words.limit, { band: say(riskBands[bandAt(option.maxBand)]) })}`}
              </span>,
            ])}
          />
        </section>
      ))}
    </>
  )
}
