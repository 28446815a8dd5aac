// The claim of a case: claim it, release it, or claim each case on opening.
import { Button, Checkbox } from 'antd'
import { useEffect, useRef } from 'react'
import { holderOf, isMaker } from '@rmtools/contracts/crm/investor-review'
import { investors } from '@rmtools/contracts/crm/investors'
import type { InvestorDetail } from '@rmtools/contracts/crm/investor-cases'
import { useSay } from '../../base/language.ts'
import { useMay, useMe } from '../../base/me.ts'
import { usePreference } from '../../base/preferences.ts'
import { useAct } from '../../base/queries.ts'
import { Refusal } from '../../ui/Notice.tsx'
import { claimEnd } from './use-reasons.ts'
import { words } from './words.ts'
import styles from './review.module.css'

export function Claim({ investor, now }: { investor: InvestorDetail; now: Date }) {
  const say = useSay()
  const me = useMe()
  const may = useMay(investors.claim)
  const claim = useAct('investors', 'claim')
  const release = useAct('investors', 'release')
  const [{ isOn }, keep] = usePreference('review.auto-claim', (kept) => ({
    isOn: kept['isOn'] === true,
  }))
  const holder = holderOf(investor, now)
  const isMine = me !== undefined && holder === me.id
  const isOpen =
    may === true && me !== undefined && !isMaker(investor, me.id) && investor.status === 'submitted'
  useAutoClaim({
    isWanted: isOn && isOpen,
    isHeld: holder !== null,
    id: investor.id,
    claim: claim.run,
  })
  if (investor.status !== 'submitted') return null
  const until = claimEnd(investor.claimedAt, say)
  const held = isMine
    ? say(words.heldByMe, { time: until })
    : say(words.heldByOther, { name: investor.claimedByName ?? '', time: until })
  const said = holder === null ? say(words.free) : held
  return (
    <div className={styles['claim']} data-other={holder !== null && !isMine}>
      <span role="status">{said}</span>
      {isOpen && holder === null && (
        <>
          <Button
            size="small"
            loading={claim.isPending}
            onClick={() => void claim.run({ id: investor.id })}
          >
            {say(words.claim)}
          </Button>
          <Checkbox checked={isOn} onChange={({ target }) => keep({ isOn: target.checked })}>
            {say(words.autoClaim)}
          </Checkbox>
        </>
      )}
      {isMine && (
        <Button
          size="small"
          loading={release.isPending}
          onClick={() => void release.run({ id: investor.id })}
        >
          {say(words.release)}
        </Button>
      )}
      <Refusal problem={claim.problem ?? release.problem} />
    </div>
  )
}

type Request = {
  isWanted: boolean
  isHeld: boolean
  id: string
  claim: (input: { id: string }) => Promise<boolean>
}

/** Claims a case once, when it is opened: one that was released stays released. */
function useAutoClaim({ isWanted, isHeld, id, claim }: Request): void {
  const tried = useRef<string>(undefined)
  useEffect(() => {
    if (tried.current === id || !(isHeld || isWanted)) return
    tried.current = id
    if (!isHeld) void claim({ id })
  })
}
