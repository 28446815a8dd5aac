import { Segmented } from 'antd'
import {
  instructionStatuses,
  instructionTypes,
  type Instruction,
} from '@rmtools/contracts/crm/instructions'
import {
  isOpenPayment,
  openPaymentStates,
  paymentStates as paymentStateNames,
} from '@rmtools/contracts/crm/payment-rules'
import { paymentStates } from '@rmtools/look/payment-words'
import { instructionStates } from '@rmtools/look/states'
import { formatInstant } from '@rmtools/look/format'
import { nouns } from '@rmtools/look/words'
import { quantityOf } from '@rmtools/look/order-words'
import { unbroken } from '@rmtools/look/unbroken'
import { fileOf } from '../base/files.ts'
import { useSay, type Say } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { askPages } from '../base/queries.ts'
import { date, id, oneOf, someOf, text, useAddress, type SearchOf } from '../base/search.ts'
import { CompaniesSelect, companiesReader, useAcrossCompanies } from '../ui/across-companies.tsx'
import type { Column } from '../ui/columns.ts'
import { ListPage } from '../ui/ListPage.tsx'
import { Period } from '../ui/Period.tsx'
import { Pick, PickSome } from '../ui/Pick.tsx'
import { shortName } from '../ui/product-name.ts'
import { SearchInput } from '../ui/SearchInput.tsx'
import { ProductSelect, RmSelect } from '../ui/selects.tsx'
import { State } from '../ui/State.tsx'
import { Ago, Day } from '../ui/values.tsx'
import { groups, typeWords, words } from './words.ts'

const readers = {
  search: text(),
  statuses: someOf(instructionStatuses),
  payments: someOf(paymentStateNames),
  type: oneOf(instructionTypes),
  productCode: text(20),
  rmId: id,
  investorId: id,
  from: date,
  to: date,
  order: oneOf(['newest', 'oldest']),
  companies: companiesReader,
}
type Address = SearchOf<typeof readers>
const OPEN_MONEY = openPaymentStates.join(',')

export function InstructionsPage() {
  const say = useSay()
  const [address, change] = useAddress(readers)
  const { companies, ...filter } = address
  const across = useAcrossCompanies(companies === 'all')
  return (
    <ListPage<Instruction>
      title={say(nouns.instructions)}
      files={
        companies
          ? undefined
          : {
              csv: fileOf('instructions', 'export', filter),
              xlsx: fileOf('instructions', 'exportXlsx', filter),
            }
      }
      isFiltered={Object.keys(address).length > 0}
      words={words}
      name="instructions"
      views={[
        { name: say(words.waitingForMoney), search: { payments: OPEN_MONEY, order: 'oldest' } },
        { name: say(words.heldMoney), search: { payments: 'held', order: 'oldest' } },
      ]}
      query={askPages('instructions', 'list', { ...address, limit: 50, count: true })}
      columns={[...columnsOf(say), ...across.columns]}
      pathOf={(row) => across.pathOf(row, paths.instruction(row.id))}
      toolbar={<Filters address={address} change={change} />}
    />
  )
}

function columnsOf(say: Say): Column<Instruction>[] {
  return [
    {
      key: 'investor',
      title: say(nouns.investor),
      render: ({ investorName }) => investorName,
      isName: true,
    },
    {
      key: 'type',
      title: say(words.type),
      render: ({ type }) => <span className="nowrap">{say(typeWords[type])}</span>,
    },
    {
      key: 'product',
      title: say(nouns.product),
      render: ({ productName, targetProductName }) => (
        <>
          {shortName(productName)}
          {targetProductName && (
            <div className="faint">{say(words.to, { product: shortName(targetProductName) })}</div>
          )}
        </>
      ),
    },
    {
      key: 'quantity',
      title: say(words.quantity),
      align: 'right',
      render: (instruction) => (
        <>
          <span className="figures nowrap">{quantityOf(instruction, say.language)}</span>
          {instruction.amountQuestions.length > 0 && (
            <div style={{ color: 'var(--warning)' }}>{say(words.unusual)}</div>
          )}
        </>
      ),
    },
    {
      key: 'status',
      title: say(words.status),
      render: ({ status, payment }) => (
        <>
          <State state={instructionStates[status]} />
          {payment && payment.state !== 'paid' && (
            <div className="faint">
              {[
                // The status says already that it waits.
                payment.state === 'waiting' ? '' : say(paymentStates[payment.state].word),
                payment.dueAt && isOpenPayment(payment.state)
                  ? say(words.payBefore, {
                      at: unbroken(formatInstant(payment.dueAt, say.language)),
                    })
                  : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
          )}
        </>
      ),
    },
    {
      key: 'navDate',
      title: say(words.navDate),
      render: ({ navDate }) => <Day date={navDate} />,
      isMinor: true,
    },
    {
      key: 'rm',
      title: 'RM',
      render: ({ rmName }) => <span className="nowrap">{rmName}</span>,
      isMinor: true,
    },
    {
      key: 'created',
      title: say(words.created),
      align: 'right',
      render: ({ createdAt }) => <Ago at={createdAt} />,
    },
  ]
}

function Filters({
  address,
  change,
}: {
  address: Address
  change: (changes: Partial<Address>) => void
}) {
  const say = useSay()
  const chosen = address.statuses?.split(',') ?? []
  const group = groups.find(({ statuses }) => statuses.join(',') === address.statuses)
  return (
    <>
      <Segmented
        aria-label={say(words.status)}
        value={chosen.length === 0 ? 'all' : (group?.key ?? 'some')}
        options={[
          { value: 'all', label: say(words.all) },
          ...groups.map(({ key, word }) => ({ value: key, label: say(word) })),
        ]}
        onChange={(key) =>
          change({ statuses: groups.find((one) => one.key === key)?.statuses.join(',') })
        }
      />
      <SearchInput value={address.search} onSearch={(search) => change({ search })} />
      <CompaniesSelect value={address.companies} onChange={(companies) => change({ companies })} />
      <PickSome
        label={say(words.status)}
        all={say(words.allStates)}
        value={group ? [] : chosen}
        options={instructionStatuses.map((status) => ({
          value: status,
          label: say(instructionStates[status].word),
        }))}
        onPick={(next) => change({ statuses: next.join(',') || undefined })}
      />
      <Pick
        label={say(words.type)}
        all={say(words.allTypes)}
        value={address.type}
        options={instructionTypes.map((type) => ({ value: type, label: say(typeWords[type]) }))}
        onPick={(type) => change({ type })}
      />
      <ProductSelect
        value={address.productCode}
        onChange={(productCode) => change({ productCode })}
      />
      <RmSelect value={address.rmId} onChange={(rmId) => change({ rmId })} />
      <Period
        value={address}
        onChange={({ from, to }) => change({ from, to })}
        label={say(words.created)}
      />
    </>
  )
}
