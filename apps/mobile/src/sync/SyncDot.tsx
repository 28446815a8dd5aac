import { unsentState, type State } from '@rmtools/look/states'
import { say } from '../base/preferences.ts'
import { StateDot } from '../ui/StateDot.tsx'

export const refusedState: State = { tone: 'failed', word: say('Tidak diterima', 'Not accepted') }

/** Marks a record with unsent or refused changes. */
export function SyncDot({ sync }: { sync: 'waiting' | 'refused' | undefined }) {
  return sync ? <StateDot state={sync === 'refused' ? refusedState : unsentState} /> : null
}
