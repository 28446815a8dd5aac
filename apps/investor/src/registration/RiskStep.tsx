import { useState } from 'react'
import type { Problem } from '@rmtools/contracts/problem'
import { questionnaireChanged } from '@rmtools/contracts/crm/risk-profiles'
import { formatDate } from '@rmtools/look/format'
import { bandMeanings } from '@rmtools/look/kyc-words'
import { riskBands, type Bilingual } from '@rmtools/look/words'
import { useAct } from '../base/act.ts'
import { useSpeech } from '../base/language.tsx'
import { problemOf } from '../base/problems.ts'
import { Button } from '../ui/Button.tsx'
import { Radios } from '../ui/Choice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { api } from './api.ts'
import type { WalkProps } from './walk-props.ts'
import { riskWords as words, words as common } from './words.ts'

/** The risk questionnaire and its result. */
export function RiskStep(props: WalkProps) {
  const { control, parts, at, sender, next, back } = props
  const { known } = control.draft
  const { say } = useSpeech()
  const reason = known.returnReasons.find(({ pointer }) => pointer === '/riskProfile')?.reason
  const isDue = known.missing.some(({ pointer }) => pointer === '/riskProfile')
  const [isAnswering, setAnswering] = useState(isDue || reason !== undefined)
  const questions = useQuestions(props, () => setAnswering(false))
  const foot = (
    <>
      <Button kind="quiet" onPress={back}>
        {say(common.overview)}
      </Button>
      {isAnswering ? (
        <Button isBusy={questions.isBusy} onPress={() => void questions.assess()}>
          {say(words.assess)}
        </Button>
      ) : (
        <Button onPress={next}>{say(common.next)}</Button>
      )}
    </>
  )
  return (
    <Page
      company={sender.companyName}
      eyebrow={say(common.step(at + 1, parts.length))}
      title={say(isAnswering ? (parts[at]?.title ?? words.result) : words.result)}
      progress={{ at: at + 1, of: parts.length }}
      foot={foot}
    >
      {reason !== undefined && <Notice tone="warning">{reason}</Notice>}
      {isAnswering ? (
        <Questions {...questions} intro={say(words.intro)} />
      ) : (
        <Result {...props} onAgain={() => setAnswering(true)} />
      )}
    </Page>
  )
}

function useQuestions({ token, control }: WalkProps, onAssessed: () => void) {
  const { questionnaire } = control.draft.known
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({})
  const [isChecked, setChecked] = useState(false)
  const { isBusy, run } = useAct()
  const [problem, setProblem] = useState<Problem | null>(null)
  const assess = async () => {
    setChecked(true)
    const given = questionnaire.questions.flatMap(({ id }) =>
      answers[id] === undefined ? [] : [{ questionId: id, optionId: answers[id] }],
    )
    if (given.length < questionnaire.questions.length) return
    await run(async () => {
      setProblem(null)
      try {
        await control.act(
          async () =>
            await api.assessRisk({
              token,
              questionnaireVersion: questionnaire.version,
              answers: given,
            }),
        )
        onAssessed()
        return true
      } catch (error) {
        const refusal = problemOf(error)
        if (refusal.code === questionnaireChanged.code)
          await control.reload().catch(() => undefined)
        setProblem(refusal)
        return false
      }
    })
  }
  return { questionnaire, answers, setAnswers, isChecked, isBusy, problem, assess }
}

function Questions({
  questionnaire,
  answers,
  setAnswers,
  isChecked,
  problem,
  intro,
}: ReturnType<typeof useQuestions> & { intro: string }) {
  const { language, say } = useSpeech()
  const label = (one: { labelId: string; labelEn: string }) =>
    language === 'id' ? one.labelId : one.labelEn
  const isIncomplete =
    isChecked && questionnaire.questions.some(({ id }) => answers[id] === undefined)
  return (
    <>
      {problem && <ProblemAlert problem={problem} />}
      {isIncomplete && (
        <Notice tone="danger" isAlert>
          {say(words.answerAll)}
        </Notice>
      )}
      <p className="lead">{intro}</p>
      {questionnaire.questions.map((question, index) => (
        <Radios
          key={question.id}
          label={`${index + 1}. ${label(question)}`}
          options={question.options.map((option) => ({ value: option.id, label: label(option) }))}
          value={answers[question.id] ?? null}
          onChange={(value) => value !== null && setAnswers({ ...answers, [question.id]: value })}
          fault={
            isIncomplete && answers[question.id] === undefined ? say(words.answerAll) : undefined
          }
        />
      ))}
    </>
  )
}

function Result({ control, onAgain }: WalkProps & { onAgain: () => void }) {
  const { language, say } = useSpeech()
  const profile = control.draft.known.riskProfile
  if (!profile) return null
  const name = wordOfBand(riskBands, profile.band)
  const meaning = wordOfBand(bandMeanings, profile.band)
  return (
    <>
      <div aria-hidden="true" className="scale tone-good">
        {[1, 2, 3, 4, 5].map((band) => (
          <span key={band} className={band <= profile.band ? 'is-filled' : ''} />
        ))}
      </div>
      <p className="figure">{name && say(name)}</p>
      <p>{meaning && say(meaning)}</p>
      <p className="caption">{say(words.until(formatDate(profile.expiresOn, language)))}</p>
      <Button kind="secondary" onPress={onAgain}>
        {say(words.again)}
      </Button>
    </>
  )
}

const wordOfBand = (all: Readonly<Record<number, Bilingual>>, band: number) =>
  Object.entries(all).find(([key]) => Number(key) === band)?.[1]
