// Edits a new version of the questionnaire: texts in both languages, scores, bands; published once
// it is valid.
import { Alert, Button, Input, Select } from 'antd'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useState } from 'react'
import { actions, riskBands } from '@rmtools/look/words'
import { useSay, type Say } from '../base/language.ts'
import { useAct } from '../base/queries.ts'
import { CountInput } from '../ui/FigureInput.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Section } from '../ui/Page.tsx'
import {
  bandAt,
  freshKey,
  limited,
  limits,
  moved,
  NO_LIMIT,
  questionnaireFaults,
  scoresOf,
  type Content,
  type Question,
} from './questionnaire-rules.ts'
import { questionnaireWords as words } from './questionnaire-words.ts'
import { QuestionnaireTrial } from './QuestionnaireTrial.tsx'
import styles from './Settings.module.css'

const MAX_QUESTIONS = 30
const MAX_OPTIONS = 10

type Props = {
  content: Content
  onChange: (content: Content) => void
  onDone: (waits: boolean) => void
  onCancel: () => void
}

export function QuestionnaireEditor({ content, onChange, onDone, onCancel }: Props) {
  const say = useSay()
  const [isPublishing, setPublishing] = useState(false)
  const { run, isPending, problem } = useAct('riskProfiles', 'publish', {
    onDone: ({ waits }) => onDone(waits),
  })
  const { questions } = content
  const faults = questionnaireFaults(content)
  const setQuestions = (next: Question[]) => onChange({ ...content, questions: next })
  const add = () => {
    const option = (number: number) => ({
      id: `o${number}`,
      labelId: '',
      labelEn: '',
      score: number,
    })
    setQuestions([
      ...questions,
      { id: freshKey('q', questions), labelId: '', labelEn: '', options: [option(1), option(2)] },
    ])
  }
  return (
    <Section title={say(words.editing)}>
      {questions.map((question, index) => (
        <QuestionFields
          key={question.id}
          question={question}
          number={index + 1}
          count={questions.length}
          onChange={(next) =>
            setQuestions(questions.map((one) => (one.id === question.id ? next : one)))
          }
          onMove={(step) => setQuestions(moved(questions, index, step))}
          onRemove={() => setQuestions(questions.filter(({ id }) => id !== question.id))}
        />
      ))}
      <div>
        <Button disabled={questions.length >= MAX_QUESTIONS} onClick={add}>
          {say(words.addQuestion)}
        </Button>
      </div>
      <Bands content={content} onChange={onChange} />
      {faults.length === 0 && <QuestionnaireTrial content={content} />}
      {faults.length > 0 && (
        <Alert
          type="warning"
          role="status"
          title={
            <ul>
              {faults.map(({ text, values }) => (
                <li key={text.en}>{say(text, values)}</li>
              ))}
            </ul>
          }
        />
      )}
      <div className={styles['foot']}>
        <Button type="primary" disabled={faults.length > 0} onClick={() => setPublishing(true)}>
          {say(words.publish)}
        </Button>
        <Button onClick={onCancel}>{say(actions.cancel)}</Button>
      </div>
      {isPublishing && (
        <ConfirmDialog
          title={say(words.publishTitle)}
          act={say(words.publish)}
          problem={problem}
          isPending={isPending}
          onAct={() => void run(content)}
          onClose={() => setPublishing(false)}
        >
          <p>{say(words.publishHint)}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}

function Bands({ content, onChange }: Pick<Props, 'content' | 'onChange'>) {
  const say = useSay()
  const { lowest, highest } = scoresOf(content)
  return (
    <section className={styles['question']}>
      <h3>{say(words.bands)}</h3>
      <p className="faint">{say(words.bandsHint, { lowest, highest })}</p>
      <div className={styles['bands']}>
        {([1, 2, 3, 4, 5] as const).map((band) => (
          <div key={band}>
            <label htmlFor={`band-${band}`}>{say(riskBands[band])}</label>
            <CountInput
              id={`band-${band}`}
              width="100%"
              value={content.bands[band - 1] ?? 0}
              onChange={(from) =>
                onChange({
                  ...content,
                  bands: content.bands.map((old, index) => (index === band - 1 ? from : old)),
                })
              }
            />
          </div>
        ))}
      </div>
    </section>
  )
}

type QuestionProps = {
  question: Question
  number: number
  count: number
  onChange: (question: Question) => void
  onMove: (step: -1 | 1) => void
  onRemove: () => void
}

function QuestionFields({ question, number, count, onChange, onMove, onRemove }: QuestionProps) {
  const say = useSay()
  const { options } = question
  return (
    <fieldset
      className={styles['question']}
      style={{ border: 0, borderTop: '1px solid var(--hairline)', margin: 0, minWidth: 0 }}
    >
      <div className={styles['bar']}>
        <h3>{say(words.question, { number })}</h3>
        <span>
          <Icon
            word={say(words.up, { number })}
            icon={ArrowUp}
            onClick={() => onMove(-1)}
            isDisabled={number === 1}
          />
          <Icon
            word={say(words.down, { number })}
            icon={ArrowDown}
            onClick={() => onMove(1)}
            isDisabled={number === count}
          />
          <Icon
            word={say(words.removeQuestion, { number })}
            icon={X}
            onClick={onRemove}
            isDisabled={count === 1}
          />
        </span>
      </div>
      <div className={styles['labels']}>
        <Input
          aria-label={say(words.questionId, { number })}
          maxLength={500}
          value={question.labelId}
          onChange={(event) => onChange({ ...question, labelId: event.target.value })}
        />
        <Input
          aria-label={say(words.questionEn, { number })}
          maxLength={500}
          value={question.labelEn}
          onChange={(event) => onChange({ ...question, labelEn: event.target.value })}
        />
      </div>
      <Options options={options} onChange={(next) => onChange({ ...question, options: next })} />
      <div>
        <Button
          size="small"
          disabled={options.length >= MAX_OPTIONS}
          onClick={() =>
            onChange({
              ...question,
              options: [
                ...options,
                { id: freshKey('o', options), labelId: '', labelEn: '', score: options.length + 1 },
              ],
            })
          }
        >
          {say(words.addOption)}
        </Button>
      </div>
    </fieldset>
  )
}

type Option = Question['options'][number]

function Options({
  options,
  onChange,
}: {
  options: readonly Option[]
  onChange: (options: Option[]) => void
}) {
  const say = useSay()
  const set = (id: string, changes: Partial<Option>) =>
    onChange(options.map((one) => (one.id === id ? { ...one, ...changes } : one)))
  return options.map((option, index) => {
    const number = index + 1
    return (
      <div key={option.id} className={styles['option']}>
        <Input
          aria-label={say(words.optionId, { number })}
          maxLength={500}
          value={option.labelId}
          onChange={(event) => set(option.id, { labelId: event.target.value })}
        />
        <Input
          aria-label={say(words.optionEn, { number })}
          maxLength={500}
          value={option.labelEn}
          onChange={(event) => set(option.id, { labelEn: event.target.value })}
        />
        <CountInput
          label={say(words.scoreOf, { number })}
          width="100%"
          value={option.score}
          onChange={(score) => set(option.id, { score })}
        />
        <Select
          aria-label={say(words.limitOf, { number })}
          value={option.maxBand ?? NO_LIMIT}
          onChange={(limit) =>
            onChange(options.map((one) => (one.id === option.id ? limited(one, limit) : one)))
          }
          options={limits.map((limit) => ({ value: limit, label: limitText(say, limit) }))}
        />
        <Icon
          word={say(words.removeOption, { number })}
          icon={X}
          onClick={() => onChange(options.filter(({ id }) => id !== option.id))}
          isDisabled={options.length <= 2}
        />
      </div>
    )
  })
}

const limitText = (say: Say, limit: number) =>
  limit === NO_LIMIT
    ? say(words.noLimit)
    : say(words.limit, { band: say(riskBands[bandAt(limit)]) })

type IconProps = { word: string; icon: typeof X; onClick: () => void; isDisabled: boolean }

function Icon({ word, icon: Mark, onClick, isDisabled }: IconProps) {
  return (
    <Button
      size="small"
      type="text"
      aria-label={word}
      title={word}
      disabled={isDisabled}
      onClick={onClick}
      icon={<Mark size={14} aria-hidden />}
    />
  )
}
