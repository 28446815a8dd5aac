// An investor: personal data, the case's status, and Bib's data. The address holds the open tab.
import { useParam } from '../base/params.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Tabs } from 'antd'
import { isReturnable } from '@rmtools/contracts/crm/investor-statuses'
import { investors } from '@rmtools/contracts/crm/investors'
import type { InvestorDetail } from '@rmtools/contracts/crm/investor-cases'
import { messageWords } from '@rmtools/look/client-message-words'
import { investorStates } from '@rmtools/look/states'
import { nouns, type Bilingual } from '@rmtools/look/words'
import { useMemo, type ReactNode } from 'react'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { paths } from '../base/paths.ts'
import { ask } from '../base/queries.ts'
import { oneOf, useAddress } from '../base/search.ts'
import { Empty, Refusal, Waiting } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { State } from '../ui/State.tsx'
import { BankAccounts } from './BankAccounts.tsx'
import { CaseHistory } from './CaseHistory.tsx'
import { Consents } from './Consents.tsx'
import { InvestorInstructions } from './detail/InvestorInstructions.tsx'
import { Messages } from './detail/Messages.tsx'
import { Overview } from './detail/Overview.tsx'
import { PortfolioTab } from './detail/PortfolioTab.tsx'
import { Transactions } from './detail/Transactions.tsx'
import { DocumentViewer } from './documents/DocumentViewer.tsx'
import { KycView } from './kyc/KycView.tsx'
import { returnedOf, ShownCaseContext } from './kyc/shown-case.ts'
import { RiskProfile } from './RiskProfile.tsx'
import { words } from './words.ts'
import styles from './investors.module.css'

const tabs = [
  'overview',
  'kyc',
  'documents',
  'accounts',
  'risk',
  'consents',
  'portfolio',
  'transactions',
  'instructions',
  'messages',
  'history',
] as const
type Tab = (typeof tabs)[number]
const readers = { tab: oneOf(tabs) }

const tabWords: Readonly<Record<Tab, Bilingual>> = {
  overview: words.overview,
  kyc: words.kyc,
  documents: nouns.documents,
  accounts: nouns.bankAccount,
  risk: nouns.riskProfile,
  consents: nouns.consent,
  portfolio: nouns.portfolio,
  transactions: words.transactions,
  instructions: nouns.instructions,
  messages: messageWords.title,
  history: words.historyShort,
}

export function InvestorPage() {
  const say = useSay()
  const id = useParam('id')
  const { data, error, refetch } = useQuery({
    ...ask('investors', 'get', { id }),
    placeholderData: undefined,
  })
  return (
    <Page
      title={data?.displayName ?? (error ? say(nouns.investor) : '\u00A0')}
      back={<Link to={paths.investors()}>{say(nouns.investors)}</Link>}
      aside={data && <State state={investorStates[data.status]} />}
      actions={data && <ToReview investor={data} />}
    >
      <Refusal problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Waiting rows={10} isFramed />}
      {data && <Parts key={id} investor={data} />}
    </Page>
  )
}

function ToReview({ investor: { id, status } }: { investor: InvestorDetail }) {
  const say = useSay()
  const may = useMay(investors.review)
  if (!may || !isReturnable(status)) return null
  return (
    <Link to={paths.reviewCase(id)}>
      <Button type={status === 'submitted' ? 'primary' : 'default'} tabIndex={-1}>
        {say(words.toReview)}
      </Button>
    </Link>
  )
}

function Parts({ investor }: { investor: InvestorDetail }) {
  const say = useSay()
  const [{ tab = 'overview' }, change] = useAddress(readers)
  const shown = useMemo(
    () => ({ id: investor.id, warnings: investor.warnings, returned: returnedOf(investor) }),
    [investor],
  )
  return (
    <ShownCaseContext value={shown}>
      <Tabs
        className={styles['tabs'] ?? ''}
        activeKey={tab}
        destroyOnHidden
        onChange={(next) => change({ tab: tabs.find((one) => one === next && one !== 'overview') })}
        items={tabs.map((key) => ({
          key,
          label: say(tabWords[key]),
          children: <Part tab={key} investor={investor} />,
        }))}
      />
    </ShownCaseContext>
  )
}

function Part({ tab, investor }: { tab: Tab; investor: InvestorDetail }): ReactNode {
  const say = useSay()
  const { id } = investor
  switch (tab) {
    case 'overview':
      return <Overview investor={investor} />
    case 'kyc':
      return (
        <Section title={say(words.kyc)}>
          <div className={styles['kyc']}>
            <KycView investor={investor} />
          </div>
        </Section>
      )
    case 'documents':
      return (
        <div className={styles['documents']}>
          <DocumentViewer id={id} />
        </div>
      )
    case 'accounts':
      return (
        <Section title={say(nouns.bankAccount)}>
          <BankAccounts investor={investor} />
        </Section>
      )
    case 'risk':
      return (
        <Section title={say(nouns.riskProfile)}>
          <RiskProfile profile={investor.riskProfile} waiting={investor.waitingRisk} />
        </Section>
      )
    case 'consents':
      return (
        <Section title={say(nouns.consent)}>
          <Consents consents={investor.consents} />
        </Section>
      )
    case 'portfolio':
      return investor.externalId === null ? (
        <Unregistered title={say(tabWords[tab])} />
      ) : (
        <PortfolioTab id={id} />
      )
    case 'transactions':
      return investor.externalId === null ? (
        <Unregistered title={say(tabWords[tab])} />
      ) : (
        <Transactions id={id} />
      )
    case 'instructions':
      return <InvestorInstructions id={id} />
    case 'messages':
      return <Messages id={id} />
    case 'history':
      return (
        <Section title={say(words.history)}>
          <CaseHistory id={id} />
        </Section>
      )
  }
}

/** Before the registration Bib has no data, which is not an error. */
function Unregistered({ title }: { title: string }) {
  const say = useSay()
  return (
    <Section title={title}>
      <Empty title={say(words.unregistered)}>{say(words.unregisteredHint)}</Empty>
    </Section>
  )
}
