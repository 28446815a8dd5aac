import { useNavigate } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { handovers } from '@rmtools/contracts/crm/handovers'
import { leadImports } from '@rmtools/contracts/crm/lead-imports'
import { leadFields } from '@rmtools/contracts/crm/lead-fields'
import { leads, type Lead } from '@rmtools/contracts/crm/leads'
import { leadStates } from '@rmtools/look/states'
import { nouns } from '@rmtools/look/words'
import { fileOf } from '../base/files.ts'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { paths } from '../base/paths.ts'
import { askPages } from '../base/queries.ts'
import { useAddress } from '../base/search.ts'
import { useAcrossCompanies } from '../ui/across-companies.tsx'
import type { Column } from '../ui/columns.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { Exports } from '../ui/Download.tsx'
import { Empty } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { State } from '../ui/State.tsx'
import { Ago, Code } from '../ui/values.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { LeadFilters, leadReaders, useLeadFilter } from './filters.tsx'
import { FollowUp } from './FollowUp.tsx'
import { HandOverDialog } from './HandOverDialog.tsx'
import { handOverWords } from './hand-over-words.ts'
import { LeadBoard } from './LeadBoard.tsx'
import { LeadForm } from './LeadForm.tsx'
import { words } from './words.ts'
import styles from './Lead.module.css'

export function LeadsPage() {
  const say = useSay()
  const [address, change] = useAddress(leadReaders)
  const filter = useLeadFilter(address)
  const { companies, ...ofCompany } = filter
  const [chosen, setChosen] = useState<readonly Lead[]>([])
  const isBoard = address.view === 'board'
  const filters = <LeadFilters address={address} onChange={change} />
  return (
    <Page
      title={say(nouns.leads)}
      aside={
        <Segmented
          aria-label={say(words.view)}
          value={isBoard ? 'board' : 'list'}
          options={[
            { value: 'list', label: say(words.list) },
            { value: 'board', label: say(words.board) },
          ]}
          onChange={(view) =>
            change(view === 'board' ? { view: 'board', status: undefined } : { view: undefined })
          }
        />
      }
      actions={
        <>
          {!companies && (
            <Exports
              files={{
                csv: fileOf('leads', 'export', ofCompany),
                xlsx: fileOf('leads', 'exportXlsx', ofCompany),
              }}
            />
          )}
          <LeadActions chosen={chosen} onHandedOver={() => setChosen([])} />
        </>
      }
    >
      {isBoard ? (
        <>
          <div className={styles['bar']}>{filters}</div>
          <LeadBoard filter={filter} />
        </>
      ) : (
        <LeadTable filter={filter} toolbar={filters} chosen={chosen} onChoose={setChosen} />
      )}
    </Page>
  )
}

/** The actions of the list; those that the role does not allow show the reason. */
function LeadActions({
  chosen,
  onHandedOver,
}: {
  chosen: readonly Lead[]
  onHandedOver: () => void
}) {
  const say = useSay()
  const navigate = useNavigate()
  const [open, setOpen] = useState<'hand-over' | 'add' | null>(null)
  const reasons = {
    handOver: useMay(handovers.create) === false ? say(words.mayNotHandOver) : undefined,
    import: useMay(leadImports.create) === false ? say(words.mayNotImport) : undefined,
    add: useMay(leads.create) === false ? say(words.mayNotWrite) : undefined,
  }
  return (
    <>
      <WithReason reason={reasons.handOver}>
        {(described) => (
          <Button {...described} onClick={() => setOpen('hand-over')}>
            {chosen.length > 0
              ? say(handOverWords.actSome, { count: chosen.length })
              : say(handOverWords.act)}
          </Button>
        )}
      </WithReason>
      <WithReason reason={reasons.import}>
        {(described) => (
          <Button {...described} onClick={() => void navigate({ to: paths.leadImport() })}>
            {say(words.import)}
          </Button>
        )}
      </WithReason>
      <WithReason reason={reasons.add}>
        {(described) => (
          <Button type="primary" {...described} onClick={() => setOpen('add')}>
            {say(words.add)}
          </Button>
        )}
      </WithReason>
      {open === 'hand-over' && (
        <HandOverDialog chosen={chosen} onDone={onHandedOver} onClose={() => setOpen(null)} />
      )}
      {open === 'add' && <LeadForm onClose={() => setOpen(null)} />}
    </>
  )
}

type TableProps = {
  filter: ReturnType<typeof useLeadFilter>
  toolbar: React.ReactNode
  chosen: readonly Lead[]
  onChoose: (leads: readonly Lead[]) => void
}

function LeadTable({ filter, toolbar, chosen, onChoose }: TableProps) {
  const say = useSay()
  const across = useAcrossCompanies(filter.companies === 'all')
  // A hand-over works within the active company only.
  const mayHandOver = useMay(handovers.create) && filter.companies !== 'all'
  const isFiltered = Object.keys(filter).length > 0
  const columns: Column<Lead>[] = [
    {
      key: 'name',
      title: say(leadFields.fullName.label),
      render: ({ fullName }) => fullName,
      isName: true,
    },
    {
      key: 'phone',
      title: say(leadFields.phone.label),
      render: ({ phone }) => <Code>{phone}</Code>,
    },
    {
      key: 'status',
      title: say(words.stage),
      render: ({ status }) => <State state={leadStates[status]} />,
    },
    { key: 'rm', title: 'RM', render: ({ rmName }) => rmName },
    {
      key: 'tags',
      title: say(leadFields.tags.label),
      render: ({ tags }) => <span className="faint">{tags.join(' · ')}</span>,
      isMinor: true,
    },
    { key: 'followUp', title: say(nouns.followUp), render: (lead) => <FollowUp lead={lead} /> },
    {
      key: 'created',
      title: say(words.created),
      render: ({ createdAt }) => <Ago at={createdAt} />,
      align: 'right',
    },
    ...across.columns,
  ]
  return (
    <DataTable
      label={say(nouns.leads)}
      name="leads"
      query={askPages('leads', 'list', { ...filter, limit: 50, count: true })}
      columns={columns}
      pathOf={(lead) => across.pathOf(lead, paths.lead(lead.id))}
      empty={
        <Empty title={say(isFiltered ? words.noMatch : words.empty)}>
          {say(isFiltered ? words.noMatchHint : words.emptyHint)}
        </Empty>
      }
      toolbar={toolbar}
      {...(mayHandOver
        ? {
            selection: {
              chosen,
              onChoose,
              nameOf: ({ fullName }: Lead) => fullName,
              isFixed: ({ status }: Lead) => status === 'converted',
            },
          }
        : {})}
    />
  )
}
