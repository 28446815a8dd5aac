// The last chapter: the notifications, and the audit trail.
import { eventually, type Caller } from '../caller.ts'
import { demoUser, type Stage } from './stage.ts'

/** Runs the chapter. */
export async function aftermath(
  stage: Stage,
  rm: Caller,
  ids: { investorId: string; instructionId: string },
): Promise<void> {
  const { say, expect } = stage
  const kinds = await eventually('the notifications', async () => {
    const { items } = await rm.api.notifications.list({ limit: 50 })
    const found = [...new Set(items.map(({ kind }) => kind))]
    return found.includes('instruction.settled') && found
  })
  say(`the RM was notified: ${kinds.toReversed().join(', ')}`)

  const yusuf = await demoUser(stage, 'yusuf')
  const trail = await yusuf.api.audit.trail({ entityId: ids.instructionId, limit: 100 })
  expect(
    trail.items.some(({ action }) => action === 'create'),
    'the creation is in the trail',
  )
  const told = trail.items
    .toReversed()
    .map(
      ({ actorKind, actorName, after }) =>
        `${actorName ?? actorKind}: ${String((after as { status?: string } | null)?.status ?? 'changed')}`,
    )
  say(`the auditor reads ${trail.items.length} entries of the instruction: ${told.join(' → ')}`)
  const kycTrail = await yusuf.api.audit.trail({ entityId: ids.investorId, limit: 100 })
  expect(kycTrail.items.length >= 5, 'the case is in the trail')
  const newest = trail.items[0]?.id ?? '0'
  const status = await eventually('the chain to be sealed', async () => {
    const now = await yusuf.api.audit.status()
    return now.sealed >= Number(newest) && now
  })
  say(`the chain over ${status.sealed} entries is sealed`)
}
