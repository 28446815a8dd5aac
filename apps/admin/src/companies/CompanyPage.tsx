import { useParam } from '../base/params.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { Company } from '@rmtools/contracts/auth/companies'
import { useSay } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { ask, useAct } from '../base/queries.ts'
import { Refusal, Waiting } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { ReasonDialog } from '../ui/ReasonDialog.tsx'
import { State } from '../ui/State.tsx'
import { CompanyForm } from './CompanyForm.tsx'
import { companyState } from './company-state.ts'
import { Members, membersOf } from './Members.tsx'
import { accessTo, PlatformAccess } from './PlatformAccess.tsx'
import { words } from './words.ts'

export function CompanyPage() {
  const say = useSay()
  const id = useParam('id')
  const { data: company, error, refetch } = useQuery(ask('companies', 'get', { id }))
  const isHere = company?.id === id
  const areMembersHere = !useInfiniteQuery(membersOf(id)).isPending
  const isAccessKnown = !useQuery(accessTo(id)).isPending
  return (
    <Page
      title={isHere ? company.name : '\u00A0'}
      back={<Link to={paths.companies()}>{say(words.title)}</Link>}
      aside={isHere && <State state={companyState(company.isActive)} />}
      actions={isHere && <CompanyActs company={company} />}
    >
      <Refusal problem={error} onRetry={() => void refetch()} />
      {isHere && !company.isActive && company.decisionReason && (
        <Alert
          type="warning"
          showIcon
          title={say(words.notActive)}
          description={company.decisionReason}
        />
      )}
      {!error && <PlatformAccess id={id} />}
      {!error && isAccessKnown && <Members id={id} />}
      {/* Shown once the height of the content above is known. */}
      {areMembersHere &&
        isAccessKnown &&
        (isHere ? <CompanyForm key={id} company={company} /> : !error && <Waiting rows={10} />)}
    </Page>
  )
}

function CompanyActs({ company: { id, name, version, isActive } }: { company: Company }) {
  const say = useSay()
  const navigate = useNavigate()
  const [open, setOpen] = useState<'switch' | 'close' | null>(null)
  const close = () => setOpen(null)
  const change = useAct('companies', 'activeOrDe', { onDone: close })
  const remove = useAct('companies', 'remove', {
    onDone: () => void navigate({ to: paths.companies() }),
  })
  const decision = isActive ? ('deactivate' as const) : ('activate' as const)
  return (
    <>
      <Button type="text" danger onClick={() => setOpen('close')}>
        {say(words.close)}
      </Button>
      <Button onClick={() => setOpen('switch')}>{say(words[decision])}</Button>
      {open === 'switch' && (
        <ReasonDialog
          title={say(words[`${decision}Title`], { name })}
          act={say(words[decision])}
          isDangerous={isActive}
          problem={change.problem}
          isPending={change.isPending}
          onAct={(reason) => void change.run({ id, version, decision, reason })}
          onClose={close}
        >
          <p className="faint">{say(words[`${decision}Hint`], { name })}</p>
        </ReasonDialog>
      )}
      {open === 'close' && (
        <ReasonDialog
          title={say(words.closeTitle, { name })}
          act={say(words.close)}
          isDangerous
          problem={remove.problem}
          isPending={remove.isPending}
          onAct={(reason) => void remove.run({ id, version, reason })}
          onClose={close}
        >
          <p className="faint">{say(words.closeHint)}</p>
        </ReasonDialog>
      )}
    </>
  )
}
