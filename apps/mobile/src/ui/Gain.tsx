import { compare } from '@rmtools/contracts/decimals'
import { formatMoney, formatPercent } from '@rmtools/look/format'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Text, type TextKind } from './Text.tsx'

type Props = {
  amount?: string | undefined
  currency?: string
  percent: string | null | undefined
  kind?: TextKind
}

function lookOf(sign: number) {
  if (sign > 0) return { arrow: '↑ ', plus: '+', tone: 'success' } as const
  if (sign < 0) return { arrow: '↓ ', plus: '', tone: 'danger' } as const
  return { arrow: '', plus: '', tone: 'second' } as const
}

/** A gain or loss: the sign and arrow carry the meaning, the colour only helps. */
export function Gain({ amount, currency = 'IDR', percent, kind = 'caption' }: Props) {
  const language = useLanguage()
  const words = useSay()
  const sign = compare(amount ?? percent ?? '0', '0')
  const { arrow, plus, tone } = lookOf(sign)
  const money =
    amount === undefined ? undefined : `${plus}${formatMoney(amount, currency, language)}`
  const share =
    percent === null || percent === undefined ? undefined : formatPercent(percent, language, true)
  const text = [money, share && money ? `(${share})` : share].filter(Boolean).join(' ')
  return (
    <Text kind={kind} tone={tone} isFigure aria-label={`${words(sign < 0 ? loss : gain)} ${text}`}>
      {`${arrow}${text || '–'}`}
    </Text>
  )
}

const gain = say('Naik', 'Gain')
const loss = say('Turun', 'Loss')
