// All versions of the questionnaire, with date and author: an old profile can only be understood
// with its questions.
import { useQuery } from '@tanstack/react-query'
import type { QuestionnaireVersion } from '@rmtools/contracts/crm/risk-profiles'
import { useSay } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { ask } from '../base/queries.ts'
import { To } from '../base/To.tsx'
import { PlainTable } from '../ui/PlainTable.tsx'
import { Refusal, Waiting } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { At } from '../ui/values.tsx'
import { QuestionnaireView } from './QuestionnaireView.tsx'
import { questionnaireWords as words } from './questionnaire-words.ts'

/** The query for the versions. */
export const versions = ask('riskProfiles', 'versions')

const here = paths.settingsPart('questionnaire')

export function QuestionnaireHistory({ current }: { current: number }) {
  const say = useSay()
  const { data, error, refetch } = useQuery(versions)
  return (
    <Section title={say(words.history)}>
      <PlainTable<QuestionnaireVersion>
        label={say(words.history)}
        rows={data?.items}
        keyOf={({ version }) => String(version)}
        problem={error}
        onRetry={() => void refetch()}
        empty={null}
        columns={[
          {
            key: 'version',
            title: say(words.versionHead),
            render: ({ version }) => (
              <To path={here} search={version === current ? {} : { version }}>
                {say(version === current ? words.inUse : words.old, { version })}
              </To>
            ),
          },
          {
            key: 'published',
            title: say(words.published),
            render: ({ publishedAt }) =>
              publishedAt === null ? say(words.builtIn) : <At at={publishedAt} />,
          },
          {
            key: 'by',
            title: say(words.publishedBy),
            render: ({ publishedByName }) => publishedByName ?? '–',
          },
          {
            key: 'questions',
            title: say(words.questions),
            align: 'right',
            render: ({ questions }) => <span className="figures">{questions}</span>,
          },
        ]}
      />
    </Section>
  )
}

/** A retired questionnaire, read-only. */
export function OldQuestionnaire({ version }: { version: number }) {
  const say = useSay()
  const { data, error, refetch } = useQuery({
    ...ask('riskProfiles', 'version', { version }),
    placeholderData: undefined,
    staleTime: Infinity,
  })
  return (
    <Section
      title={say(words.old, { version })}
      actions={<To path={here} search={{}} children={say(words.toCurrent)} />}
    >
      {error && <Refusal problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={12} />}
      {data && <QuestionnaireView content={data} />}
    </Section>
  )
}
