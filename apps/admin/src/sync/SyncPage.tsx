import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { outbox } from '@rmtools/contracts/crm/outbox'
import { reconciliations } from '@rmtools/contracts/crm/reconciliations'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { ask } from '../base/queries.ts'
import { oneOf, useAddress } from '../base/search.ts'
import { Forbidden } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { State } from '../ui/State.tsx'
import { Outbox } from './Outbox.tsx'
import { Poison } from './Poison.tsx'
import { Reconciliations } from './Reconciliations.tsx'
import { breakerStates, parts, partWords, words } from './words.ts'

const readers = { part: oneOf(parts) }
const ASK_MS = 10_000

export function SyncPage() {
  const say = useSay()
  const [{ part }, change] = useAddress(readers)
  const may = {
    outbox: useMay(outbox.list),
    reconciliations: useMay(reconciliations.list),
    poison: useMay(outbox.poison),
  }
  // Until the permissions are known, all tabs are shown.
  const open = parts.filter(
    (one) => may[one] !== false && (one !== 'poison' || may.poison === true),
  )
  const shown = part !== undefined && open.includes(part) ? part : open[0]
  return (
    <Page title={say(words.title)} aside={may.outbox && <Breaker />}>
      {open.length > 1 && (
        <div>
          <Segmented
            aria-label={say(words.part)}
            value={shown ?? ''}
            options={open.map((one) => ({ value: one, label: say(partWords[one]) }))}
            onChange={(next) => change({ part: parts.find((one) => one === next) })}
          />
        </div>
      )}
      {shown === undefined && <Forbidden />}
      {shown === 'outbox' && <Outbox />}
      {shown === 'reconciliations' && <Reconciliations />}
      {shown === 'poison' && <Poison />}
    </Page>
  )
}

function Breaker() {
  const { data } = useQuery({ ...ask('outbox', 'breaker', {}), refetchInterval: ASK_MS })
  return data ? (
    <span role="status">
      <State state={breakerStates[data.state]} />
    </span>
  ) : null
}
