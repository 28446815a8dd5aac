// What a questionnaire gives before it is published: how many combinations of answers lead to each
// band, and the result of answers that somebody tries.
import { Select } from 'antd'
import { useState } from 'react'
import {
  assess,
  combinationsByBand,
  limitingQuestions,
} from '@rmtools/contracts/crm/risk-questionnaires'
import { riskBands } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { KeyValues } from '../ui/KeyValues.tsx'
import { bandAt, shareOf, type Content, type Question } from './questionnaire-rules.ts'
import { questionnaireWords as words } from './questionnaire-words.ts'
import styles from './Settings.module.css'

/** Shows what the answers of a sound questionnaire lead to. */
export function QuestionnaireTrial({ content }: { content: Content }) {
  const say = useSay()
  const counts = combinationsByBand(content)
  return (
    <section className={styles['question']}>
      <h3>{say(words.combinations)}</h3>
      <p className="faint">{say(words.combinationsHint)}</p>
      <KeyValues
        items={counts.map((count, index) => [
          say(riskBands[bandAt(index + 1)]),
          <span key={index} className="figures">
            {shareOf(count, counts, say.language)}
          </span>,
        ])}
      />
      <h3>{say(words.trial)}</h3>
      <Trial content={content} />
    </section>
  )
}

function Trial({ content }: { content: Content }) {
  const say = useSay()
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const labelOf = (one: { labelId: string; labelEn: string }) =>
    say.language === 'id' ? one.labelId : one.labelEn
  const answers = content.questions.flatMap(({ id }) =>
    chosen[id] === undefined ? [] : [{ questionId: id, optionId: chosen[id] }],
  )
  const limiting = new Set(limitingQuestions(content, answers))
  const pick = (question: Question) => (
    <Select
      key={question.id}
      aria-label={labelOf(question)}
      placeholder={say(words.choose)}
      value={chosen[question.id] ?? null}
      onChange={(optionId: string) => setChosen({ ...chosen, [question.id]: optionId })}
      options={question.options.map((option) => ({ value: option.id, label: labelOf(option) }))}
      style={{ width: '100%' }}
    />
  )
  return (
    <>
      <KeyValues items={content.questions.map((one) => [labelOf(one), pick(one)])} />
      <p role="status">
        <Result content={content} answers={answers} />
      </p>
      {limiting.size > 0 && (
        <p className="faint">
          {say(words.limitedBy)}{' '}
          {content.questions
            .filter(({ id }) => limiting.has(id))
            .map(labelOf)
            .join(' · ')}
        </p>
      )}
    </>
  )
}

function Result({
  content,
  answers,
}: {
  content: Content
  answers: { questionId: string; optionId: string }[]
}) {
  const say = useSay()
  const result = assess(content, answers)
  if (!result) return say(words.unanswered, { count: content.questions.length - answers.length })
  const band = say(riskBands[bandAt(result.band)])
  return <strong>{say(words.trialResult, { score: result.score, band })}</strong>
}
