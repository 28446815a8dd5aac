// The payment of a subscription: how and until when to pay, the receipts with their payers, and the
// decision about another payer.
import { App, Button } from 'antd'
import { Copy } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { Link } from '@tanstack/react-router'
import type { Instruction } from '@rmtools/contracts/crm/instructions'
import { payments, type Payment, type PaymentReceipt } from '@rmtools/contracts/crm/payments'
import { qrisToDraw } from '@rmtools/contracts/crm/qris'
import { formatMoney } from '@rmtools/look/format'
import {
  feeWordOf,
  paymentFields,
  paymentMethodWords,
  paymentStates,
  paymentTexts,
  payerVerdictWords,
  timeLeft,
} from '@rmtools/look/payment-words'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { paths } from '../base/paths.ts'
import { refresh, useAct } from '../base/queries.ts'
import { KeyValues, type KeyValue } from '../ui/KeyValues.tsx'
import { Section } from '../ui/Page.tsx'
import { PlainTable } from '../ui/PlainTable.tsx'
import { ReasonDialog } from '../ui/ReasonDialog.tsx'
import { State } from '../ui/State.tsx'
import { useNow } from '../ui/use-now.ts'
import { At, Code, Money } from '../ui/values.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { paymentActs } from './words.ts'

// Few orders have a code.
const QrCode = lazy(async () => {
  const { QrCode: Part } = await import('../ui/QrCode.tsx')
  return { default: Part }
})

type Props = { instruction: Instruction; payment: Payment }

export function PaymentSection({ instruction, payment }: Props) {
  const say = useSay()
  const { state, amount, missing, excess, received } = payment
  const currency = payment.currency ?? instruction.currency
  const money = (of: string) => formatMoney(of, currency, say.language)
  const text = say(paymentTexts[state], {
    missing: money(missing),
    excess: money(excess),
    received: money(received),
  })
  return (
    <Section title={say(paymentFields.payment)} actions={<State state={paymentStates[state]} />}>
      <p>{text}</p>
      {amount !== null && <KeyValues items={useItems(instruction, payment)} />}
      {payment.receipts.length > 0 && <Receipts instruction={instruction} payment={payment} />}
      {instruction.repeatedBy !== null && (
        <p>
          <Link to={paths.instruction(instruction.repeatedBy)}>{say(paymentFields.repeated)}</Link>
        </p>
      )}
      {instruction.repeatOf !== null && (
        <p>
          <Link to={paths.instruction(instruction.repeatOf)}>{say(paymentFields.repeatOf)}</Link>
        </p>
      )}
    </Section>
  )
}

function useItems(instruction: Instruction, payment: Payment): KeyValue[] {
  const say = useSay()
  const { method, bankName, number, holderName, reference, amount, dueAt, missing } = payment
  const currency = payment.currency ?? instruction.currency
  const qris = qrisToDraw(payment)
  const numberWord =
    method === 'transfer' ? paymentFields.accountNumber : paymentFields.virtualAccount
  const item = (word: string, value: KeyValue[1] | null): KeyValue[] =>
    value === null ? [] : [[word, value]]
  return [
    [say(paymentFields.method), say(paymentMethodWords[method])],
    ...item(say(paymentFields.bank), bankName),
    ...item(say(numberWord), number && <CopiedCode text={number} />),
    ...item(say(paymentFields.holder), holderName),
    ...item(say(paymentFields.reference), reference && <CopiedCode text={reference} />),
    ...item(
      say(paymentMethodWords.qris),
      qris && (
        <Suspense fallback={null}>
          <QrCode
            text={qris}
            label={say(paymentFields.qrisCode, {
              amount: formatMoney(amount ?? '0', currency, say.language),
            })}
          />
        </Suspense>
      ),
    ),
    [say(paymentFields.amount), <Due payment={payment} currency={currency} amount={amount} />],
    ...(payment.state === 'short'
      ? item(say(paymentFields.missing), <Money amount={missing} currency={currency} />)
      : []),
    ...item(say(paymentFields.dueAt), dueAt && <DueAt dueAt={dueAt} state={payment.state} />),
    ...payment.returns.map(({ id, amount: of, status, at }): KeyValue => [
      `${say(paymentFields.returned)} ${id}`,
      <>
        <Money amount={of} currency={currency} /> · {say(paymentActs[status])} · <At at={at} />
      </>,
    ]),
  ]
}

function CopiedCode({ text }: { text: string }) {
  const say = useSay()
  const { message } = App.useApp()
  const place = useRef<HTMLSpanElement>(null)
  // If copying is forbidden, the number is selected, to be copied manually.
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      void message.success(say(paymentFields.copied))
    } catch {
      if (place.current) getSelection()?.selectAllChildren(place.current)
      void message.info(say(paymentActs.selected))
    }
  }
  return (
    <>
      <span ref={place}>
        <Code>{text}</Code>
      </span>{' '}
      <Button
        type="text"
        size="small"
        icon={<Copy size={14} aria-hidden />}
        aria-label={say(paymentFields.copy)}
        onClick={() => void copy()}
      />
    </>
  )
}

function Due({
  payment: { fee },
  amount,
  currency,
}: {
  payment: Payment
  amount: string | null
  currency: string
}) {
  const say = useSay()
  return (
    <>
      <strong>
        <Money amount={amount} currency={currency} />
      </strong>
      {fee && (
        <div className="faint">
          {say(feeWordOf(fee), { fee: formatMoney(fee.amount, currency, say.language) })}
        </div>
      )}
    </>
  )
}

function DueAt({ dueAt, state }: { dueAt: string; state: Payment['state'] }) {
  const say = useSay()
  const now = useNow(1000)
  const left = timeLeft(dueAt, now.getTime())
  const isOpen = state === 'waiting' || state === 'short'
  return (
    <>
      <At at={dueAt} />
      {isOpen && (
        <div className="faint">
          {left ? `${say(paymentFields.left)}: ${say(left)}` : say(paymentFields.over)}
        </div>
      )}
    </>
  )
}

function Receipts({ instruction, payment }: Props) {
  const say = useSay()
  const currency = payment.currency ?? instruction.currency
  return (
    <PlainTable<PaymentReceipt>
      label={say(paymentFields.receipts)}
      rows={payment.receipts}
      keyOf={({ id }) => id}
      empty={null}
      columns={[
        {
          key: 'payer',
          title: say(paymentFields.payer),
          render: ({ payerName }) => payerName ?? say(paymentFields.unknownPayer),
        },
        {
          key: 'amount',
          title: say(paymentFields.received),
          align: 'right',
          render: ({ amount }) => <Money amount={amount} currency={currency} />,
        },
        { key: 'at', title: say(paymentActs.at), render: ({ at }) => <At at={at} /> },
        {
          key: 'standing',
          title: say(paymentActs.standing),
          render: (receipt) => <Standing instruction={instruction} receipt={receipt} />,
        },
      ]}
    />
  )
}

type OfReceipt = { instruction: Instruction; receipt: PaymentReceipt }

function Standing({ instruction, receipt }: OfReceipt) {
  const say = useSay()
  const { decision, standing } = receipt
  if (standing === 'held') return <Decision instruction={instruction} receipt={receipt} />
  if (!decision) return say(paymentActs[standing])
  return (
    <>
      {say(payerVerdictWords[decision.verdict])}
      <div className="faint">
        {decision.byName} · <At at={decision.at} /> · {decision.reason}
      </div>
    </>
  )
}

function Decision({ instruction, receipt }: OfReceipt) {
  const say = useSay()
  const [verdict, setVerdict] = useState<'accept' | 'return' | null>(null)
  const may = useMay(payments.decide)
  const { run, isPending, problem, clear } = useAct('payments', 'decide', {
    touches: ['instructions'],
    onDone: () => setVerdict(null),
  })
  const why = may === false ? say(paymentActs.mayNot) : undefined
  const { id, version, investorName } = instruction
  const isReturn = verdict === 'return'
  return (
    <>
      <WithReason reason={why}>
        {(described) => (
          <>
            <Button {...described} size="small" onClick={() => setVerdict('accept')}>
              {say(paymentActs.accept)}
            </Button>{' '}
            <Button {...described} size="small" danger onClick={() => setVerdict('return')}>
              {say(paymentActs.return)}
            </Button>
          </>
        )}
      </WithReason>
      {verdict && (
        <ReasonDialog
          title={say(isReturn ? paymentActs.returnTitle : paymentActs.acceptTitle, {
            payer: receipt.payerName ?? say(paymentFields.unknownPayer),
            name: investorName,
          })}
          act={say(isReturn ? paymentActs.return : paymentActs.accept)}
          isDangerous={isReturn}
          presets={(isReturn ? paymentActs.returnReasons : paymentActs.acceptReasons).map((one) =>
            say(one),
          )}
          problem={problem}
          isPending={isPending}
          onAct={(reason) =>
            void run({ id, version, reason, verdict, receiptId: receipt.id }).then(
              async () => await refresh('instructions'),
            )
          }
          onClose={() => {
            clear()
            setVerdict(null)
          }}
        >
          <p>{say(isReturn ? paymentActs.returnText : paymentActs.acceptText)}</p>
        </ReasonDialog>
      )}
    </>
  )
}
