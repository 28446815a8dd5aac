// How to pay the signed order: account, amount, deadline, steps, and whether the money has arrived.
import { useId, type ReactNode } from 'react'
import { isPaidState } from '@rmtools/contracts/crm/payment-rules'
import { formatDate } from '@rmtools/look/format'
import { quantityOf } from '@rmtools/look/order-words'
import { paymentFields, paymentStates } from '@rmtools/look/payment-words'
import { useSpeech } from '../base/language.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Rows } from '../ui/Rows.tsx'
import type { PaymentNews } from './api.ts'
import { RepeatPart } from './RepeatPart.tsx'
import { usePayment } from './use-payment.ts'
import { HowToPay, isPayable, paymentStateText } from '../payment/HowToPay.tsx'
import { paymentTones, paymentWords } from '../payment/payment-words.ts'

type Payment = NonNullable<PaymentNews['payment']>

/** What happens next; `isPaying`: the money is still to come. */
export type Continuation = (isPaying: boolean) => ReactNode

/** `children` are shown while the order is open; a page that has them has named the order already. */
export function PaymentPart({ token, children }: { token: string; children?: Continuation }) {
  const { language, say } = useSpeech()
  const { news, now } = usePayment(token)
  const id = useId()
  if (!news) return children?.(true)
  const { payment, paidBy, status, order, repeat } = news
  if (paidBy !== null)
    return (
      <>
        <Rows
          rows={[
            {
              key: 'paidBy',
              label: say(paymentFields.paidBy),
              value: formatDate(paidBy, language),
              more: say(paymentFields.paidByHint),
            },
          ]}
        />
        {children?.(true)}
      </>
    )
  if (payment === null)
    return (
      <>
        {isOnItsWay(status) && (
          <Notice title={say(paymentWords.soonTitle)}>{say(paymentWords.soon)}</Notice>
        )}
        {children?.(true)}
      </>
    )
  return (
    <>
      <section className="stack" aria-labelledby={id}>
        <h2 id={id}>{say(paymentFields.payment)}</h2>
        {order && !children && (
          <p className="caption">
            {say(paymentWords.order)
              .replace('{product}', order.productName)
              .replace('{quantity}', quantityOf(order, language))
              .replace('{date}', formatDate(order.navDate, language))}
          </p>
        )}
        <div role="status">
          <Notice tone={paymentTones[payment.state]} title={say(paymentStates[payment.state].word)}>
            {paymentStateText(payment, { say, language })}
          </Notice>
        </div>
        {isPayable(payment) && <HowToPay payment={payment} now={now} />}
        {repeat !== 'none' && <RepeatPart token={token} repeat={repeat} />}
      </section>
      {isGoingOn(payment.state) && children?.(isPayable(payment))}
    </>
  )
}

const isOnItsWay = (status: PaymentNews['status']) =>
  status === 'approved' || status === 'sent' || status === 'received'

const isGoingOn = (state: Payment['state']) =>
  isPaidState(state) || state === 'waiting' || state === 'short' || state === 'held'
