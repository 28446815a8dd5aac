// The filters of leads, in the list and on the board.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { leadFields } from '@rmtools/contracts/crm/lead-fields'
import { leadStatuses } from '@rmtools/contracts/crm/leads'
import { today } from '@rmtools/look/format'
import { leadStates } from '@rmtools/look/states'
import { nouns } from '@rmtools/look/words'
import type { InputOf } from '../base/api.ts'
import { useSay } from '../base/language.ts'
import { ask } from '../base/queries.ts'
import { id, oneOf, text, type SearchOf } from '../base/search.ts'
import { CompaniesSelect, companiesReader } from '../ui/across-companies.tsx'
import { endOfDay } from '../ui/instants.ts'
import { Pick } from '../ui/Pick.tsx'
import { SearchInput } from '../ui/SearchInput.tsx'
import { RmSelect } from '../ui/selects.tsx'
import { words } from './words.ts'

const dues = ['overdue', 'today', 'week'] as const
export const leadReaders = {
  search: text(),
  status: oneOf(leadStatuses),
  rmId: id,
  tag: text(40),
  due: oneOf(dues),
  companies: companiesReader,
  view: oneOf(['board']),
}
export type LeadAddress = SearchOf<typeof leadReaders>
type Filter = NonNullable<InputOf<'leads', 'list'>>

/** The list's query from the address. The object stays the same while the query does. */
export function useLeadFilter({ search, status, rmId, tag, due, companies }: LeadAddress): Filter {
  return useMemo(
    () => ({
      ...(search ? { search } : {}),
      ...(status ? { status } : {}),
      ...(rmId ? { rmId } : {}),
      ...(tag ? { tag } : {}),
      ...(due ? { followUpBefore: beforeOf(due) } : {}),
      ...(companies ? { companies } : {}),
    }),
    [search, status, rmId, tag, due, companies],
  )
}

function beforeOf(due: (typeof dues)[number]): string {
  const end = endOfDay(today())
  if (due === 'overdue') return new Date().toISOString()
  return due === 'today' ? end : new Date(Date.parse(end) + 6 * 86_400_000).toISOString()
}

type Props = { address: LeadAddress; onChange: (changes: Partial<LeadAddress>) => void }

export function LeadFilters({ address, onChange }: Props) {
  const say = useSay()
  const tags = useQuery({ ...ask('leads', 'tags', {}), staleTime: 60_000 })
  const dueWords = { overdue: words.overdue, today: words.byToday, week: words.byWeek }
  return (
    <>
      <SearchInput value={address.search} onSearch={(search) => onChange({ search })} />
      {address.view !== 'board' && (
        <CompaniesSelect
          value={address.companies}
          onChange={(companies) => onChange({ companies })}
        />
      )}
      {address.view !== 'board' && (
        <Pick
          label={say(words.stage)}
          all={say(words.allStages)}
          value={address.status}
          options={leadStatuses.map((status) => ({
            value: status,
            label: say(leadStates[status].word),
          }))}
          onPick={(status) => onChange({ status })}
        />
      )}
      <RmSelect value={address.rmId} onChange={(rmId) => onChange({ rmId })} />
      <Pick
        label={say(leadFields.tags.label)}
        all={say(words.allTags)}
        value={address.tag}
        isSearchable
        isLoading={tags.isPending}
        options={(tags.data?.items ?? []).map(({ tag, count }) => ({
          value: tag,
          label: `${tag} (${count})`,
        }))}
        onPick={(tag) => onChange({ tag })}
      />
      <Pick
        label={say(nouns.followUp)}
        all={say(words.anyFollowUp)}
        value={address.due}
        options={dues.map((due) => ({ value: due, label: say(dueWords[due]) }))}
        onPick={(due) => onChange({ due })}
      />
    </>
  )
}
