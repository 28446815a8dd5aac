import type { ReactNode } from 'react'
import { forbidden, internalError, Problem } from '@rmtools/contracts/problem'
import { state, type Stories, type Words } from '@rmtools/gallery/stories'
import { leadStates } from '@rmtools/look/states'
import { fileOf } from '../base/files.ts'
import type { ListQuery } from '../base/queries.ts'
import { Held } from '../gallery/Held.tsx'
import { DataTable } from './DataTable.tsx'
import type { Column } from './columns.ts'
import { ListPage } from './ListPage.tsx'
import { ListSettings } from './ListSettings.tsx'
import { Empty } from './Notice.tsx'
import { PlainTable, type PlainColumn } from './PlainTable.tsx'
import { Rows } from './Rows.tsx'
import { SavedViews } from './SavedViews.tsx'
import { State } from './State.tsx'
import { Ago, Money } from './values.tsx'

const nothing = () => undefined

type Lead = { id: string; name: string; state: keyof typeof leadStates; amount: string; at: string }
const leads: readonly Lead[] = [
  {
    id: '1',
    name: 'Siti Rahmawati',
    state: 'contacted',
    amount: '12500000',
    at: '2026-11-24T01:26:00Z',
  },
  { id: '2', name: 'Budi Santoso', state: 'new', amount: '0', at: '2026-11-23T09:00:00Z' },
  {
    id: '3',
    name: 'Raden Ajeng Kusumawardhani Prameswari Hadiningrat Suryadiningrat',
    state: 'lost',
    amount: '1250000000000',
    at: '2026-10-02T09:00:00Z',
  },
]

const columns = (say: Words): Column<Lead>[] => [
  { key: 'name', title: say('Nama', 'Name'), isName: true, render: ({ name }) => name },
  {
    key: 'state',
    title: say('Status', 'State'),
    render: (lead) => <State state={leadStates[lead.state]} />,
  },
  {
    key: 'amount',
    title: say('Potensi', 'Potential'),
    align: 'right',
    render: ({ amount }) => <Money amount={amount} currency="IDR" />,
  },
  {
    key: 'at',
    title: say('Diubah', 'Changed'),
    isMinor: true,
    render: ({ at }) => <Ago at={at} />,
  },
]

const plainColumns = (say: Words): PlainColumn<Lead>[] => [
  {
    key: 'name',
    title: say('Nama', 'Name'),
    isName: true,
    render: ({ name }) => name,
    sort: (a, b) => a.name.localeCompare(b.name),
    total: say('Jumlah', 'Total'),
  },
  {
    key: 'amount',
    title: say('Potensi', 'Potential'),
    align: 'right',
    render: ({ amount }) => <Money amount={amount} currency="IDR" />,
    total: <Money amount="1250012500000" currency="IDR" />,
  },
]

/** A list with the server's answer, or its refusal. */
const listOf = (
  name: string,
  answer: () => Promise<{
    items: readonly Lead[]
    isStale?: boolean
    asOf?: string
    nextCursor: string | null
  }>,
): ListQuery<Lead> => ({
  queryKey: ['gallery', name],
  queryFn: async () => {
    const page = await answer()
    return { ...page, total: { count: page.items.length, isCapped: page.nextCursor !== null } }
  },
  initialPageParam: undefined,
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
})

const whole = listOf('whole', async () => ({ items: leads, nextCursor: null }))
const stale = listOf('stale', async () => ({
  items: leads,
  nextCursor: 'more',
  asOf: '2026-11-24T02:26:00Z',
  isStale: true,
}))
const none = listOf('none', async () => ({ items: [], nextCursor: null }))
const waiting = listOf('waiting', async () => await new Promise(() => undefined))
const refused = listOf('refused', async () => await Promise.reject(new Problem(forbidden)))
const failed = listOf(
  'failed',
  async () =>
    await Promise.reject(
      new Problem(internalError, { requestId: '8c1f0c42-5d5a-4a37-9c4f-3f1f6f0a7e11' }),
    ),
)

const emptyOf = (say: Words) => (
  <Empty title={say('Belum ada prospek', 'No leads yet')}>
    {say(
      'Prospek muncul di sini setelah RM mencatatnya.',
      'Leads appear here once an RM has noted them.',
    )}
  </Empty>
)
const file = fileOf('leads', 'export', {})

export const stories: Stories<ReactNode> = {
  DataTable: (say) => ({
    rows: state(
      <Held<readonly Lead[]> first={leads.slice(0, 1)}>
        {(chosen, onChoose) => (
          <DataTable
            label={say('Prospek', 'Leads')}
            query={whole}
            columns={columns(say)}
            pathOf={({ id }) => `/leads/${id}`}
            empty={null}
            selection={{
              chosen,
              onChoose,
              nameOf: ({ name }) => name,
              isFixed: ({ id }) => id === '3',
            }}
          />
        )}
      </Held>,
      { isWide: true },
    ),
    'named, stale, with more': state(
      <DataTable
        label={say('Prospek', 'Leads')}
        name="gallery"
        query={stale}
        columns={columns(say)}
        empty={null}
        views={[{ name: say('Hilang', 'Lost'), search: { state: 'lost' } }]}
      />,
      { isWide: true },
    ),
    empty: state(
      <DataTable
        label={say('Prospek', 'Leads')}
        query={none}
        columns={columns(say)}
        empty={emptyOf(say)}
      />,
    ),
    loading: state(
      <DataTable
        label={say('Prospek', 'Leads')}
        query={waiting}
        columns={columns(say)}
        empty={null}
      />,
    ),
    forbidden: state(
      <DataTable
        label={say('Prospek', 'Leads')}
        query={refused}
        columns={columns(say)}
        empty={null}
      />,
    ),
    failed: state(
      <DataTable
        label={say('Prospek', 'Leads')}
        query={failed}
        columns={columns(say)}
        empty={null}
      />,
    ),
  }),
  Rows: (say) => ({
    compact: state(
      <Rows
        items={leads}
        columns={columns(say).map((column) => ({ ...column, isChosen: false }))}
        density="compact"
        isStale={false}
        pathOf={undefined}
        keepsSearch={false}
        selection={undefined}
      />,
      { isWide: true },
    ),
  }),
  PlainTable: (say) => ({
    'rows and totals': state(
      <PlainTable
        label={say('Prospek', 'Leads')}
        rows={leads}
        keyOf={({ id }) => id}
        columns={plainColumns(say)}
        pathOf={({ id }) => `/leads/${id}`}
        empty={null}
      />,
      { isWide: true },
    ),
    empty: state(
      <PlainTable
        label={say('Prospek', 'Leads')}
        rows={[]}
        keyOf={({ id }) => id}
        columns={plainColumns(say)}
        empty={emptyOf(say)}
      />,
    ),
    loading: state(
      <PlainTable
        label={say('Prospek', 'Leads')}
        rows={undefined}
        keyOf={({ id }) => id}
        columns={plainColumns(say)}
        empty={null}
      />,
    ),
    refused: state(
      <PlainTable
        label={say('Prospek', 'Leads')}
        rows={undefined}
        keyOf={({ id }) => id}
        columns={plainColumns(say)}
        empty={null}
        problem={new Problem(internalError)}
        onRetry={nothing}
      />,
    ),
  }),
  ListPage: (say) => ({
    'nothing matches': state(
      <ListPage
        title={say('Prospek', 'Leads')}
        files={{ csv: file, xlsx: file }}
        isFiltered
        query={none}
        columns={columns(say)}
        words={{
          empty: { id: 'Belum ada prospek', en: 'No leads yet' },
          emptyHint: { id: 'Prospek muncul di sini.', en: 'Leads appear here.' },
          noMatch: { id: 'Tidak ada yang cocok', en: 'Nothing matches' },
          noMatchHint: { id: 'Ubah filter.', en: 'Change the filters.' },
        }}
      />,
      { isWide: true },
    ),
  }),
  ListSettings: (say) => ({
    closed: state(
      <ListSettings
        name="gallery"
        columns={[{ key: 'state', title: say('Status', 'State'), isShown: true }]}
      />,
    ),
  }),
  SavedViews: (say) => ({
    plain: state(
      <SavedViews
        name="gallery"
        presets={[{ name: say('Hilang', 'Lost'), search: { state: 'lost' } }]}
        home={{}}
      />,
    ),
  }),
}
