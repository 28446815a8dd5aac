import type { Instruction } from '@rmtools/contracts/crm/instructions'
import { instructionStates } from '@rmtools/look/states'
import { nouns } from '@rmtools/look/words'
import { quantityOf } from '@rmtools/look/order-words'
import { useSay } from '../../base/language.ts'
import { paths } from '../../base/paths.ts'
import { askPages } from '../../base/queries.ts'
import { typeWords } from '../../instructions/words.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Empty } from '../../ui/Notice.tsx'
import { State } from '../../ui/State.tsx'
import { Ago } from '../../ui/values.tsx'
import { words } from '../words.ts'

/** The investor's instructions, newest first. */
export function InvestorInstructions({ id }: { id: string }) {
  const say = useSay()
  return (
    <DataTable<Instruction>
      label={say(nouns.instructions)}
      query={askPages('instructions', 'list', { investorId: id, limit: 50, count: true })}
      columns={[
        {
          key: 'product',
          title: say(nouns.product),
          render: ({ productName }) => productName,
          isName: true,
        },
        { key: 'type', title: say(words.kind), render: ({ type }) => say(typeWords[type]) },
        {
          key: 'quantity',
          title: say(nouns.amount),
          render: (one) => quantityOf(one, say.language),
          align: 'right',
        },
        {
          key: 'status',
          title: say(words.status),
          render: ({ status }) => <State state={instructionStates[status]} />,
        },
        {
          key: 'created',
          title: say(words.created),
          render: ({ createdAt }) => <Ago at={createdAt} />,
          align: 'right',
        },
      ]}
      pathOf={(one) => paths.instruction(one.id)}
      empty={<Empty title={say(words.noInstructions)}>{say(words.noInstructionsHint)}</Empty>}
    />
  )
}
