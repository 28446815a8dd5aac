// An open case: the version read stays until the reader accepts changes made elsewhere.
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { InvestorDetail, InvestorEvent } from '@rmtools/contracts/crm/investor-cases'
import { ask } from '../../base/queries.ts'
import { differences } from './differences.ts'

export type Change = {
  /** The parts that differ from the version read. */
  readonly parts: readonly string[]
  readonly status: InvestorDetail['status']
  readonly hasNewStatus: boolean
  /** Who made the last step, if the history names them. */
  readonly by: string | null
}

export type OpenCase = {
  /** The version read, except for the claim, which is current. */
  readonly investor: InvestorDetail | undefined
  readonly events: readonly InvestorEvent[]
  readonly change: Change | null
  readonly error: unknown
  /** Continues with the current version. */
  accept(): void
  retry(): void
}

/** Follows a case by its id; `isActing` while the user's own change is being sent. */
export function useCase(id: string, isActing: boolean): OpenCase {
  const client = useQueryClient()
  const fresh = { staleTime: 0, placeholderData: undefined }
  const detail = ask('investors', 'get', { id })
  const [one, history] = useQueries({
    queries: [
      { ...detail, ...fresh },
      { ...ask('investors', 'history', { id }), ...fresh },
    ],
  })
  const [seen, setSeen] = useState<InvestorDetail>()
  const now = one.data
  if (now && seen === undefined) setSeen(now)
  const events = history.data?.items ?? []
  const isOther = seen !== undefined && now !== undefined && seen.version !== now.version
  return {
    investor: isOther
      ? {
          ...seen,
          claimedBy: now.claimedBy,
          claimedByName: now.claimedByName,
          claimedAt: now.claimedAt,
        }
      : now,
    events,
    change:
      isOther && !isActing
        ? {
            parts: differences(seen, now),
            status: now.status,
            hasNewStatus: seen.status !== now.status,
            by: events[0]?.actorName ?? null,
          }
        : null,
    error: one.error,
    accept: () => setSeen(client.getQueryData<InvestorDetail>(detail.queryKey)),
    retry: () => void one.refetch(),
  }
}
