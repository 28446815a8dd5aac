// Lists over several companies: the filter, the company column, and the links of the rows.
import { companiesInReach } from '../base/company.ts'
import { useSay } from '../base/language.ts'
import { useMe } from '../base/me.ts'
import { paths } from '../base/paths.ts'
import { oneOf } from '../base/search.ts'
import type { Column } from './columns.ts'
import { Pick } from './Pick.tsx'

/** Reads the filter from an address. */
export const companiesReader = oneOf(['all'])

type Props = { value: 'all' | undefined; onChange: (value: 'all' | undefined) => void }

/**
 * Whether a list shows the active company or all of the user's; hidden for users of one company.
 */
export function CompaniesSelect({ value, onChange }: Props) {
  const say = useSay()
  const me = useMe()
  const companies = companiesInReach(me)
  if (companies.length < 2) return null
  return (
    <Pick
      label={say(words.company)}
      all={companies.find(({ isActive }) => isActive)?.name ?? ''}
      value={value}
      options={[{ value: 'all', label: say(words.all) }]}
      onPick={onChange}
    />
  )
}

type Owned = { companyId: string }

/** What a list over several companies needs in addition: column and path. */
export function useAcrossCompanies(isAcross: boolean) {
  const say = useSay()
  const me = useMe()
  const names = new Map(me?.companies.map(({ id, name }) => [id, name]))
  const column: Column<Owned> = {
    key: 'company',
    title: say(words.company),
    render: ({ companyId }) => names.get(companyId),
  }
  return {
    columns: isAcross ? [column] : [],
    /** A record of another company is opened in that company. */
    pathOf: ({ companyId }: Owned, path: string): string =>
      companyId === me?.companyId ? path : paths.elsewhere(companyId, path),
  }
}

const words = {
  company: { id: 'Perusahaan', en: 'Company' },
  all: { id: 'Semua perusahaan saya', en: 'All my companies' },
}
