import { useEffect, useId, useState } from 'react'
import { formatDate, formatMoney, formatUnits } from '@rmtools/look/format'
import { quantityOf } from '@rmtools/look/order-words'
import { paymentStates } from '@rmtools/look/payment-words'
import { instructionStates, type Tone } from '@rmtools/look/states'
import { nouns } from '@rmtools/look/words'
import { useSpeech } from '../base/language.tsx'
import { HowToPay, isPayable, paymentStateText } from '../payment/HowToPay.tsx'
import { paymentTones } from '../payment/payment-words.ts'
import { Notice } from '../ui/Notice.tsx'
import { Rows, type Row } from '../ui/Rows.tsx'
import { Shortened } from '../ui/Shortened.tsx'
import { unbroken } from '@rmtools/look/unbroken'
import type { Order } from './api.ts'
import { words } from './words.ts'

const TICK_MS = 1000
const toneClasses: Readonly<Record<Tone, string>> = {
  draft: 'tone-quiet',
  closed: 'tone-quiet',
  waiting: 'tone-warning',
  returned: 'tone-warning',
  progress: 'tone-progress',
  done: 'tone-good',
  failed: 'tone-danger',
}

/** The client's orders, newest first; those that wait for the client are open. */
export function Orders({ orders, ahead }: { orders: readonly Order[]; ahead: number }) {
  const { say } = useSpeech()
  const id = useId()
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{say(words.orders)}</h2>
      {orders.length === 0 && <p className="lead">{say(words.noOrders)}</p>}
      <Shortened
        items={orders}
        isNeeded={isToPay}
        draw={(order) => <OrderPart key={order.id} order={order} ahead={ahead} />}
      />
    </section>
  )
}

const isToPay = ({ payment }: Order) => payment !== null && isPayable(payment)

function OrderPart({ order, ahead }: { order: Order; ahead: number }) {
  const { language, say } = useSpeech()
  const { type, status, productName, navDate, payment, reason } = order
  const { word, tone } = instructionStates[status]
  return (
    <details className="order" open={isToPay(order)}>
      <summary>
        <span className="order-name">{productName}</span>
        <span className="caption">
          {say(nouns[type])} · {quantityOf(order, language)} ·{' '}
          {unbroken(formatDate(navDate, language))}
        </span>
        <span className={`state ${toneClasses[tone]}`}>{say(word)}</span>
      </summary>
      <div className="stack">
        {status === 'awaiting-approval' && <Notice>{say(words.toApprove)}</Notice>}
        {reason && <Notice tone="warning">{say(reason)}</Notice>}
        {payment && (
          <Notice tone={paymentTones[payment.state]} title={say(paymentStates[payment.state].word)}>
            {paymentStateText(payment, { say, language })}
          </Notice>
        )}
        {payment && isToPay(order) && <Ticking payment={payment} ahead={ahead} />}
        <Rows rows={rowsOf(order, { say, language })} />
      </div>
    </details>
  )
}

function Ticking({ payment, ahead }: { payment: NonNullable<Order['payment']>; ahead: number }) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return <HowToPay payment={payment} now={now + ahead} />
}

type Speech = Pick<ReturnType<typeof useSpeech>, 'say' | 'language'>

function rowsOf(order: Order, { say, language }: Speech): Row[] {
  const { allotted, targetProductName, navDate, paidBy, currency } = order
  const row = (key: string, label: string, value: string | null | undefined): Row[] =>
    value == null ? [] : [{ key, label, value }]
  return [
    ...row('target', say(words.to), targetProductName),
    ...row('navDate', say(words.navDate), formatDate(allotted?.navDate ?? navDate, language)),
    ...row('units', say(words.units), allotted?.units && formatUnits(allotted.units, language)),
    ...row('nav', say(words.nav), allotted?.nav && formatUnits(allotted.nav, language)),
    ...row(
      'amount',
      say(words.amount),
      allotted?.amount && formatMoney(allotted.amount, currency, language),
    ),
    ...row('paidBy', say(words.payout), paidBy && formatDate(paidBy, language)),
  ]
}
