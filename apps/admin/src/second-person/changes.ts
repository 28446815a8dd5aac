// Changes that wait for a second person. crm and auth each keep a list for the records that they
// own; the console shows them as one.
import { useQuery } from '@tanstack/react-query'
import {
  pendingAdministration,
  type ChangeKind,
  type PendingChange,
} from '@rmtools/contracts/second-person'
import { useMay } from '../base/me.ts'
import { ask } from '../base/queries.ts'

export type WaitingChange = PendingChange & { noun: 'pendingChanges' | 'pendingAdministration' }

const ofCrm = () => ask('pendingChanges', 'list')
const ofAuth = () => ask('pendingAdministration', 'list')

/** Both lists, oldest first; undefined until both are loaded. */
export function useEverythingWaiting(): {
  items: WaitingChange[] | undefined
  error: unknown
  refetch: () => void
} {
  const [crm, auth] = [useQuery(ofCrm()), useQuery(ofAuth())]
  const items =
    crm.data && auth.data
      ? [
          ...crm.data.items.map((change) => ({ ...change, noun: 'pendingChanges' as const })),
          ...auth.data.items.map((change) => ({
            ...change,
            noun: 'pendingAdministration' as const,
          })),
        ].sort((a, b) => a.askedAt.localeCompare(b.askedAt))
      : undefined
  return {
    items,
    error: crm.error ?? auth.error,
    refetch: () => {
      void crm.refetch()
      void auth.refetch()
    },
  }
}

/**
 * The pending changes to a screen's own records. `isKnown` once loading is complete: the content
 * below is shown then, so that it does not move.
 */
export function useWaitingOf(which: { subject: string } | { kinds: readonly ChangeKind[] }): {
  items: WaitingChange[]
  isKnown: boolean
} {
  const may = useMay(pendingAdministration.list)
  const { data, isPending } = useQuery({ ...ofAuth(), enabled: may === true })
  const isMeant = (change: PendingChange) =>
    'subject' in which ? change.subject === which.subject : which.kinds.includes(change.kind)
  return {
    items: (data?.items ?? [])
      .filter(isMeant)
      .map((change) => ({ ...change, noun: 'pendingAdministration' })),
    isKnown: may === false || !isPending,
  }
}
