// Changes requested by one person that another has to decide.
import { useSay } from '../base/language.ts'
import { Empty } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PlainTable } from '../ui/PlainTable.tsx'
import { At } from '../ui/values.tsx'
import { ChangeActs } from './ChangeActs.tsx'
import { ChangeSubject } from './ChangeDetails.tsx'
import { useEverythingWaiting, type WaitingChange } from './changes.ts'
import { kindWords, words } from './words.ts'

export function SecondPersonPage() {
  const say = useSay()
  const { items, error, refetch } = useEverythingWaiting()
  return (
    <Page title={say(words.title)}>
      <p className="faint">{say(words.intro)}</p>
      <PlainTable<WaitingChange>
        label={say(words.title)}
        rows={items}
        keyOf={({ id }) => id}
        problem={error}
        onRetry={refetch}
        empty={<Empty title={say(words.nothing)} />}
        columns={[
          { key: 'kind', title: say(words.what), render: ({ kind }) => say(kindWords[kind]) },
          {
            key: 'subject',
            title: say(words.of),
            isName: true,
            render: (change) => <ChangeSubject change={change} />,
          },
          { key: 'by', title: say(words.askedBy), render: ({ askedByName }) => askedByName ?? '–' },
          { key: 'at', title: say(words.askedAt), render: ({ askedAt }) => <At at={askedAt} /> },
          {
            key: 'until',
            title: say(words.until),
            isMinor: true,
            render: ({ expiresAt }) => <At at={expiresAt} />,
          },
          {
            key: 'acts',
            title: say(words.decision),
            align: 'right',
            render: (change) => <ChangeActs change={change} />,
          },
        ]}
      />
    </Page>
  )
}
