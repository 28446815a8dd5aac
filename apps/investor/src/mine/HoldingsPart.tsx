import { useCallback, useEffect, useId, useState } from 'react'
import { visitEnded } from '@rmtools/contracts/crm/client-page'
import type { Problem } from '@rmtools/contracts/problem'
import { formatDate, formatInstant, formatMoney, formatUnits } from '@rmtools/look/format'
import { useSpeech } from '../base/language.tsx'
import { problemOf } from '../base/problems.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { Rows } from '../ui/Rows.tsx'
import { unbroken } from '@rmtools/look/unbroken'
import { api, type Holdings } from './api.ts'
import { words } from './words.ts'

type Props = {
  visit: string
  /** When the page was read: the holdings are read again with it. */
  seen: string
  lapse: () => void
}

/** The client's holdings; the rest of the page does not wait for them. */
export function HoldingsPart({ visit, seen, lapse }: Props) {
  const { language, say } = useSpeech()
  const id = useId()
  const [holdings, setHoldings] = useState<Holdings | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const load = useCallback(async () => {
    setProblem(null)
    try {
      setHoldings(await api.holdings({ visit }))
    } catch (error) {
      const refusal = problemOf(error)
      if (refusal.code === visitEnded.code) lapse()
      else setProblem(refusal)
    }
  }, [visit, lapse])
  useEffect(() => void load(), [load, seen])
  return (
    <section className="stack" aria-labelledby={id} aria-busy={!holdings && !problem}>
      <h2 id={id}>{say(words.portfolio)}</h2>
      {problem && (
        <>
          <ProblemAlert problem={problem} />
          <Button kind="secondary" isSmall onPress={() => void load()}>
            {say(words.retry)}
          </Button>
        </>
      )}
      {!holdings && !problem && <div className="bone" style={{ height: 96 }} />}
      {holdings && (
        <>
          {holdings.isStale && <Notice tone="warning">{say(words.stale)}</Notice>}
          <p className="caption">{say(words.asOf(formatInstant(holdings.asOf, language)))}</p>
          {holdings.positions.length === 0 ? (
            <p className="lead">{say(words.noHoldings)}</p>
          ) : (
            <Rows
              rows={[
                ...holdings.positions.map((one) => ({
                  key: one.productCode,
                  label: one.productName,
                  value: formatMoney(one.value, one.currency, language),
                  more: say(
                    words.reckoning(
                      `${formatUnits(one.units, language)} × ${formatUnits(one.nav, language)}`,
                      unbroken(formatDate(one.navDate, language)),
                    ),
                  ),
                })),
                ...(holdings.positions.length > 1 ? holdings.totals : []).map(
                  ({ currency, value }) => ({
                    key: currency,
                    label: say(words.total(currency)),
                    value: <strong>{formatMoney(value, currency, language)}</strong>,
                  }),
                ),
              ]}
            />
          )}
        </>
      )}
    </section>
  )
}
