// How to pay: amount, account, deadline, and the steps at the bank.
import { lazy, Suspense, useRef, useState } from 'react'
import { qrisToDraw } from '@rmtools/contracts/crm/qris'
import type { PaymentForInvestor } from '@rmtools/contracts/crm/payments'
import { formatInstant, formatMoney } from '@rmtools/look/format'
import { fileNameOf } from '@rmtools/look/file-names'
import { waysToPay } from '@rmtools/look/how-to-pay'
import {
  feeWordOf,
  paymentFields,
  paymentMethodWords,
  paymentText,
  timeLeft,
} from '@rmtools/look/payment-words'
import { useSpeech } from '../base/language.tsx'
import { Button } from '../ui/Button.tsx'
import { Digits } from '../ui/Digits.tsx'
import { Figure } from '../ui/Figure.tsx'
import { Rows, type Row } from '../ui/Rows.tsx'
import { paymentTextsOwn, paymentWords } from './payment-words.ts'

// Few orders have a code.
const QrCode = lazy(async () => {
  const { QrCode: Part } = await import('../ui/QrCode.tsx')
  return { default: Part }
})

type Payment = PaymentForInvestor
type Speech = ReturnType<typeof useSpeech>

/** Whether a payment is still to be made. */
export const isPayable = ({ state, amount }: Payment) =>
  amount !== null && (state === 'waiting' || state === 'short')

/** What a payment's state means for the client. */
export function paymentStateText(
  payment: Payment,
  { say, language }: Pick<Speech, 'say' | 'language'>,
): string {
  const money = (of: string) => formatMoney(of, payment.currency ?? 'IDR', language)
  return paymentText(say(paymentTextsOwn[payment.state]), {
    missing: money(payment.missing),
    excess: money(payment.excess),
    received: money(payment.received),
  })
}

/** Amount, account, deadline and steps; `now` is the server's time. */
export function HowToPay({ payment, now }: { payment: Payment; now: number }) {
  const { language, say } = useSpeech()
  const currency = payment.currency ?? 'IDR'
  // If the payment was short, only the rest is due.
  const amount = payment.state === 'short' ? payment.missing : (payment.amount ?? '0')
  const left = payment.dueAt === null ? null : timeLeft(payment.dueAt, now)
  const fill = (text: string) =>
    text
      .replace('{number}', payment.number ?? '')
      .replace('{amount}', formatMoney(amount, currency, language))
  return (
    <>
      <Figure>{formatMoney(amount, currency, language)}</Figure>
      {payment.dueAt !== null && (
        <p className="lead" role="timer">
          {left ? `${say(paymentFields.left)}: ${say(left)}` : say(paymentFields.over)}
        </p>
      )}
      <Rows rows={rowsOf(payment, amount, { say, language })} />
      {(left !== null || payment.dueAt === null) && <Qris payment={payment} amount={amount} />}
      {payment.bankName !== null && payment.number !== null && (
        <div className="stack">
          <h3 className="how-to">{say(paymentFields.howTo)}</h3>
          {waysToPay(payment.bankName).map(({ key, name, steps }) => (
            <details key={key}>
              <summary>{say(name)}</summary>
              <ol className="numbered stack">
                {steps.map((step) => (
                  <li key={step.id}>{fill(say(step))}</li>
                ))}
              </ol>
            </details>
          ))}
          <p className="caption">{say(paymentWords.menus)}</p>
        </div>
      )}
    </>
  )
}

function Qris({ payment, amount }: { payment: Payment; amount: string }) {
  const { language, say } = useSpeech()
  const text = qrisToDraw(payment)
  if (text === null) return null
  const shown = formatMoney(amount, payment.currency ?? 'IDR', language)
  return (
    <div className="stack">
      <h3 className="how-to">{say(paymentFields.qris)}</h3>
      <Suspense fallback={<div className="qr-code-place" />}>
        <QrCode
          text={text}
          label={say(paymentFields.qrisCode).replace('{amount}', shown)}
          hint={say(paymentWords.qrisHint)}
          fileName={fileNameOf(['QRIS', payment.holderName, shown], 'png')}
        />
      </Suspense>
    </div>
  )
}

function rowsOf(
  payment: Payment,
  amount: string,
  { say, language }: Pick<Speech, 'say' | 'language'>,
): Row[] {
  const { method, bankName, number, holderName, reference, fee, dueAt, state } = payment
  const isShort = state === 'short'
  const currency = payment.currency ?? 'IDR'
  const numberWord =
    method === 'transfer' ? paymentFields.accountNumber : paymentFields.virtualAccount
  const row = (key: string, label: string, value: Row['value'] | null): Row[] =>
    value === null ? [] : [{ key, label, value }]
  // The fee belongs to the whole amount, not to the rest.
  const feeRow =
    fee &&
    !isShort &&
    say(feeWordOf(fee)).replace('{fee}', formatMoney(fee.amount, currency, language))
  return [
    ...row('method', say(paymentFields.method), say(paymentMethodWords[method])),
    ...row('bank', say(paymentFields.bank), bankName),
    ...row('number', say(numberWord), number && <Copied text={number} isNumber />),
    ...row('holder', say(paymentFields.holder), holderName),
    ...row('reference', say(paymentFields.reference), reference && <Copied text={reference} />),
    {
      key: 'amount',
      label: say(isShort ? paymentFields.missing : paymentFields.amount),
      value: (
        <Copied
          text={amount.replace(/\.00$/, '')}
          shown={formatMoney(amount, currency, language)}
        />
      ),
      ...(feeRow ? { more: feeRow } : {}),
    },
    ...row('due', say(paymentFields.dueAt), dueAt && formatInstant(dueAt, language)),
  ]
}

/**
 * A value to enter in another app: copied on press; if copying is forbidden it is selected, to be
 * copied manually.
 */
function Copied({
  text,
  shown = text,
  isNumber = false,
}: {
  text: string
  shown?: string
  isNumber?: boolean
}) {
  const { say } = useSpeech()
  const [outcome, setOutcome] = useState<'copied' | 'selected'>()
  const place = useRef<HTMLSpanElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
    } catch {
      if (place.current) getSelection()?.selectAllChildren(place.current)
      setOutcome('selected')
    }
  }
  return (
    <>
      <span className="copied">
        <span ref={place} className="figures">
          {isNumber ? <Digits>{text}</Digits> : shown}
        </span>
        <Button kind="quiet" isSmall onPress={() => void copy()}>
          {say(outcome === 'copied' ? paymentFields.copied : paymentFields.copy)}
        </Button>
      </span>
      {outcome === 'selected' && <small role="status">{say(paymentWords.selected)}</small>}
    </>
  )
}
