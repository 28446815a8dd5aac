import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { riskProfiles } from '@rmtools/contracts/crm/risk-profiles'
import { riskBands } from '@rmtools/look/words'
import { useSay } from '../app/language.ts'
import { useMay } from '../app/me.ts'
import { ask } from '../app/queries.ts'
import { KeyValues } from '../ui/KeyValues.tsx'
import { Refusal, Waiting } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { QuestionnaireEditor } from './QuestionnaireEditor.tsx'
import { questionnaireWords } from './questionnaire-words.ts'
import type { Content } from './questionnaire-rules.ts'
import { words } from './words.ts'
import styles from './Settings.module.css'

const bandNumbers = [1, 2, 3, 4, 5] as const

export function QuestionnairePart() {
  const say = useSay()
  const { message } = App.useApp()
  const mayNot = useMay(riskProfiles.publish) === false ? say(words.mayNotCompany) : undefined
  const { data, error, refetch } = useQuery(ask('riskProfiles', 'questionnaire', {} as never))
  const [edited, setEdited] = useState<Content | null>(null)
  if (error) return <Refusal problem={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting rows={12} />
  const { version, ...content } = data
  if (edited)
    return (
      <QuestionnaireEditor
        content={edited}
        onChange={setEdited}
        onDone={() => {
          setEdited(null)
          void message.success(say(words.saved))
        }}
        onCancel={() => setEdited(null)}
      />
    )
  return (
    <Section
      title={say(questionnaireWords.version, { version })}
      actions={
        <WithReason reason={mayNot}>
          {(described) => (
            <Button type="primary" {...described} onClick={() => setEdited(content)}>
              {say(questionnaireWords.newVersion)}
            </Button>
          )}
        </WithReason>
      }
    >
      <p className="faint">{say(questionnaireWords.intro)}</p>
      <KeyValues
        items={bandNumbers.map((band) => [say(riskBands[band]), say(questionnaireWords.from, { score: content.bands[band - 1] ?? 0 })])}
      />
      {content.questions.map(({ id, labelId, labelEn, options }, index) => (
        <section key={id} className={styles['question']}>
          <h3>
            {index + 1}. {say.language === 'id' ? labelId : labelEn}
          </h3>
          <KeyValues
            items={options.map((option) => [
              say.language === 'id' ? option.labelId : option.labelEn,
              <span key={option.id} className="figures">
                {say(questionnaireWords.score)} {option.score}
              </span>,
            ])}
          />
        </section>
      ))}
    </Section>
  )
}
