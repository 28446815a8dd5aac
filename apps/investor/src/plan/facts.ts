// A plan in rows of label and value, the same where it is signed and where it is managed.
import { formatDate, formatMoney, formatPercent } from '@rmtools/look/format'
import { planEndText, planWayWords, planWords } from '@rmtools/look/plan-words'
import type { Language } from '@rmtools/look/words'
import type { Row } from '../ui/Rows.tsx'
import { unbroken } from '@rmtools/look/unbroken'
import type { Managed, View } from './api.ts'
import { words } from './words.ts'

type Shown = Pick<
  View['document'],
  'day' | 'endsOn' | 'runsAtMost' | 'goalAmount' | 'way' | 'currency'
> & { bankAccount: string | null; nextRuns: readonly string[] }

/** When and how a plan buys. */
export function scheduleOf(plan: Shown, language: Language): Row[] {
  const format = {
    date: (date: string) => formatDate(date, language),
    money: (amount: string) => formatMoney(amount, plan.currency, language),
  }
  return [
    {
      key: 'day',
      label: planWords.day[language],
      value: words.dayOf(plan.day)[language],
      more: words.dayHint[language],
    },
    ...(plan.nextRuns.length > 0
      ? [
          {
            key: 'next',
            label: planWords.nextRuns[language],
            value: plan.nextRuns.map((date) => unbroken(format.date(date))).join(', '),
          },
        ]
      : []),
    { key: 'end', label: planWords.ends[language], value: planEndText(plan, language, format) },
    { key: 'way', label: planWords.way[language], value: planWayWords[plan.way][language] },
    { key: 'account', label: planWords.account[language], value: plan.bankAccount ?? '–' },
  ]
}

type Lines = View['document']['lines'] | Managed['lines']

/** The funds of a plan with their amounts and their risk. */
export function linesOf(lines: Lines, currency: string, language: Language): Row[] {
  return lines.map((line) => ({
    key: line.productCode,
    label: line.productName,
    value: formatMoney(line.amount, currency, language),
    more: [
      words.riskLevel(line.riskLevel)[language],
      ...(line.aboveRiskProfile ? [words.above[language]] : []),
      // What is signed names the fee.
      ...('feePercent' in line
        ? [words.fee(formatPercent(line.feePercent, language))[language]]
        : []),
    ].join(', '),
  }))
}
