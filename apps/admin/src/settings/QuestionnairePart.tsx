import { usePrefetchQuery, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { riskProfiles } from '@rmtools/contracts/crm/risk-profiles'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { ask } from '../base/queries.ts'
import { useAddress, whole } from '../base/search.ts'
import { Refusal, Waiting } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { QuestionnaireEditor } from './QuestionnaireEditor.tsx'
import { OldQuestionnaire, QuestionnaireHistory, versions } from './QuestionnaireHistory.tsx'
import { QuestionnaireView } from './QuestionnaireView.tsx'
import { questionnaireWords } from './questionnaire-words.ts'
import type { Content } from './questionnaire-rules.ts'
import { words } from './words.ts'

const readers = { version: whole(1, 9_999) }

export function QuestionnairePart() {
  const say = useSay()
  const { message } = App.useApp()
  const mayNot = useMay(riskProfiles.publish) === false ? say(words.mayNotCompany) : undefined
  const { data, error, refetch } = useQuery(ask('riskProfiles', 'questionnaire'))
  // Fetched in parallel with it, not after it.
  usePrefetchQuery(versions)
  const [{ version: old }] = useAddress(readers)
  const [edited, setEdited] = useState<Content | null>(null)
  // Edits are kept if it cannot be refetched.
  if (!data)
    return error ? (
      <Refusal problem={error} onRetry={() => void refetch()} />
    ) : (
      <Waiting rows={12} isFramed />
    )
  const { version, ...content } = data
  if (edited)
    return (
      <QuestionnaireEditor
        content={edited}
        onChange={setEdited}
        onDone={(waits) => {
          setEdited(null)
          void message.success(say(waits ? questionnaireWords.asked : words.saved))
        }}
        onCancel={() => setEdited(null)}
      />
    )
  if (old !== undefined && old !== version) return <OldQuestionnaire version={old} />
  return (
    <>
      <Section
        title={say(questionnaireWords.inUse, { version })}
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
        <QuestionnaireView content={content} />
      </Section>
      <QuestionnaireHistory current={version} />
    </>
  )
}
