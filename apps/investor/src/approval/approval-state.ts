// The state of an approval page, and how server replies change it.
import type { InstructionDocument } from '@rmtools/contracts/crm/approvals'
import type { Problem } from '@rmtools/contracts/problem'
import { endedLink, type EndedLink } from '../base/problems.ts'
import type { Answer, Sender, View } from './api.ts'

export type ApprovalState =
  | { phase: 'loading' }
  /** Loading failed; a retry may help. */
  | { phase: 'failed'; problem: Problem }
  | { phase: 'ended'; ending: EndedLink; sender: Sender | null }
  /** `before` is the document shown earlier, if it has changed since. */
  | { phase: 'open'; view: View; sender: Sender; before: InstructionDocument | null }
  | { phase: 'done'; answer: Answer; document: InstructionDocument; sender: Sender }

export type ApprovalNews =
  | { type: 'loaded'; view: View; sender: Sender }
  | { type: 'refused'; problem: Problem; sender: Sender | null }
  | { type: 'answered'; answer: Answer }
  /** The reader has seen the changes. */
  | { type: 'seen' }

/** The next state. Input and drawing are stored elsewhere, so that nothing here can lose them. */
export function approvalAfter(state: ApprovalState, news: ApprovalNews): ApprovalState {
  if (news.type === 'refused') return afterRefusal(state, news)
  if (news.type === 'loaded') return afterLoading(state, news)
  if (state.phase !== 'open') return state
  if (news.type === 'seen') return { ...state, before: null }
  return { phase: 'done', answer: news.answer, document: state.view.document, sender: state.sender }
}

type NewsOf<T extends ApprovalNews['type']> = Extract<ApprovalNews, { type: T }>

function afterRefusal(state: ApprovalState, { problem, sender }: NewsOf<'refused'>): ApprovalState {
  const known = state.phase === 'open' ? state.sender : null
  const ending = endedLink(problem)
  if (ending) return { phase: 'ended', ending, sender: sender ?? known }
  // The content stays on the screen; the page shows the error beside it.
  return state.phase === 'open' ? state : { phase: 'failed', problem }
}

function afterLoading(state: ApprovalState, { view, sender }: NewsOf<'loaded'>): ApprovalState {
  if (state.phase !== 'open') return { phase: 'open', view, sender, before: null }
  const isSame = state.view.documentHash === view.documentHash
  const before = isSame ? state.before : (state.before ?? state.view.document)
  return { phase: 'open', view, sender, before }
}
