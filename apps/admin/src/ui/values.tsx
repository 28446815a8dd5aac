// Values as displayed in cells and lines.
import { Tooltip } from 'antd'
import { Fragment } from 'react'
import {
  digitGroups,
  formatDate,
  formatInstant,
  formatMoney,
  formatPercent,
  formatRelative,
  formatUnits,
} from '@rmtools/look/format'
import { useSay } from '../base/language.ts'

/** An amount of money, right-aligned where needed, with tabular figures. */
export function Money({
  amount,
  currency,
}: {
  amount: string | null | undefined
  currency: string
}) {
  const { language } = useSay()
  return <span className="figures">{formatMoney(amount, currency, language)}</span>
}

export function Units({ units }: { units: string | null | undefined }) {
  const { language } = useSay()
  return <span className="figures">{formatUnits(units, language)}</span>
}

/** A gain or loss by sign and arrow, never by colour alone. */
export function Change({ percent }: { percent: string | null | undefined }) {
  const { language } = useSay()
  if (percent === null || percent === undefined) return <span className="faint">–</span>
  const isLoss = percent.startsWith('-')
  const isNothing = /^-?0*\.?0*$/.test(percent)
  const color = isLoss ? 'var(--danger)' : 'var(--success)'
  const arrow = isLoss ? '↓ ' : '↑ '
  return (
    <span className="figures nowrap" style={isNothing ? {} : { color }}>
      {isNothing ? '' : arrow}
      {formatPercent(percent, language, true)}
    </span>
  )
}

/** The time since then, with the exact time on hover; on paper, where time stands, the exact time. */
export function Ago({ at }: { at: string | null | undefined }) {
  const { language } = useSay()
  if (!at) return <span className="faint">–</span>
  return (
    <Tooltip title={formatInstant(at, language)}>
      <time dateTime={at} tabIndex={-1}>
        <span className="off-paper">{formatRelative(at, language)}</span>
        <span className="on-paper">{formatInstant(at, language)}</span>
      </time>
    </Tooltip>
  )
}

/** The exact time in WIB. */
export function At({ at }: { at: string | null | undefined }) {
  const { language } = useSay()
  return at ? (
    <time dateTime={at}>{formatInstant(at, language)}</time>
  ) : (
    <span className="faint">–</span>
  )
}

export function Day({ date }: { date: string | null | undefined }) {
  const { language } = useSay()
  return date ? (
    <time dateTime={date}>{formatDate(date, language)}</time>
  ) : (
    <span className="faint">–</span>
  )
}

/** Ids and numbers of identity documents and accounts, digits in groups of four. */
export function Code({ children }: { children: string | null | undefined }) {
  if (!children) return <span className="faint">–</span>
  return (
    <span className="mono">
      {/^[\d*]{8,}$/.test(children) ? <Digits>{children}</Digits> : children}
    </span>
  )
}

/** The groups are parted by space only: a copy of the number holds digits only. */
function Digits({ children }: { children: string }) {
  return (
    <span className="digits">
      {digitGroups(children).map((group, index) => (
        <Fragment key={`${index} ${group}`}>
          <span>{group}</span>
          <wbr />
        </Fragment>
      ))}
    </span>
  )
}
