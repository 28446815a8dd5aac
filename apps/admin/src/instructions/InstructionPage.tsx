import { useParam } from '../base/params.ts'
import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { audit } from '@rmtools/contracts/auth/audit'
import type { Instruction } from '@rmtools/contracts/crm/instructions'
import { instructionEventOf } from '@rmtools/look/instruction-events'
import { instructionStates } from '@rmtools/look/states'
import { nouns } from '@rmtools/look/words'
import type { ReplyOf } from '../base/api.ts'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { paths } from '../base/paths.ts'
import { ask } from '../base/queries.ts'
import { To } from '../base/To.tsx'
import { Columns } from '../ui/Columns.tsx'
import { Refusal, Waiting } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { State } from '../ui/State.tsx'
import { TimeLine } from '../ui/TimeLine.tsx'
import { EvidenceSection } from './EvidenceSection.tsx'
import { CancelButton, ResendButton } from './InstructionActs.tsx'
import { OrderSection, ResultSection, SuitabilitySection } from './OrderSections.tsx'
import { PaymentSection } from './PaymentSection.tsx'
import { QuestionSection } from './QuestionSection.tsx'
import { byWords, typeWords, words } from './words.ts'

export function InstructionPage() {
  const id = useParam('id')
  // Keyed, so that no state of another instruction remains.
  return <OneInstruction key={id} id={id} />
}

function OneInstruction({ id }: { id: string }) {
  const say = useSay()
  const [got, evidence] = useQueries({
    queries: [ask('instructions', 'get', { id }), ask('evidence', 'list', { id })],
  })
  const instruction = got.data?.instruction
  const product = useQuery({
    ...ask('products', 'get', { code: instruction?.productCode ?? '' }),
    enabled: instruction !== undefined,
    staleTime: 300_000,
  })
  const title = instruction
    ? `${say(typeWords[instruction.type])} ${instruction.productName}`
    : say(nouns.instruction)
  return (
    <Page
      title={title}
      back={<Link to={paths.instructions()}>← {say(nouns.instructions)}</Link>}
      aside={instruction && <State state={instructionStates[instruction.status]} />}
      actions={instruction && <Actions instruction={instruction} />}
    >
      {got.error && <Refusal problem={got.error} onRetry={() => void got.refetch()} />}
      {got.isPending && <Waiting rows={12} isFramed />}
      {got.data && instruction && (
        <Columns aside={<Aside got={got.data} />}>
          <OrderSection
            instruction={instruction}
            cutOff={product.error ? null : product.data?.product.cutOff}
            paidBy={got.data.paidBy}
          />
          {instruction.payment && (
            <PaymentSection instruction={instruction} payment={instruction.payment} />
          )}
          <QuestionSection instruction={instruction} />
          <SuitabilitySection instruction={instruction} />
          <ResultSection instruction={instruction} />
          <EvidenceSection query={evidence} />
        </Columns>
      )}
    </Page>
  )
}

function Actions({ instruction }: { instruction: Instruction }) {
  return (
    <>
      <CancelButton instruction={instruction} />
      <ResendButton instruction={instruction} />
    </>
  )
}

function Aside({ got: { events, instruction } }: { got: ReplyOf<'instructions', 'get'> }) {
  const { id, currency } = instruction
  const say = useSay()
  const mayAudit = useMay(audit.trail)
  const items = events.toReversed().map((event) => {
    const { word, tone, detail } = instructionEventOf(event, currency, say.language)
    return {
      key: `${event.at} ${event.about} ${event.status}`,
      at: event.at,
      who: say(byWords[event.by]),
      what: say(word),
      tone,
      detail,
    }
  })
  return (
    <Section
      title={say(words.timeLine)}
      actions={
        mayAudit && (
          <To path={paths.audit()} search={{ entity: 'instruction', entityId: id }}>
            {say(words.inTrail)}
          </To>
        )
      }
    >
      <TimeLine label={say(words.timeLine)} items={items} />
    </Section>
  )
}
