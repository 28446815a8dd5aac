import { describe, expect, test } from 'vitest'
import { linkExpired, otpWrong } from '@rmtools/contracts/crm/approvals'
import { offline } from '@rmtools/contracts/fetch'
import { Problem } from '@rmtools/contracts/problem'
import type { Sender, View } from './api.ts'
import { approvalAfter, type ApprovalState } from './approval-state.ts'

const sender: Sender = {
  companyName: 'Nusantara',
  brandColour: null,
  rmName: 'Rina',
  rmPhone: null,
  language: 'id',
  answeredAt: null,
  status: 'awaiting-approval',
}
const viewOf = (documentHash: string) =>
  ({ documentHash, document: { navDate: documentHash } }) as unknown as View
const open = approvalAfter({ phase: 'loading' }, { type: 'loaded', view: viewOf('a'), sender })

describe('an approval', () => {
  test('keeps what was shown first when the document changes, until the reader has seen it', () => {
    const same = approvalAfter(open, { type: 'loaded', view: viewOf('a'), sender })
    expect(same).toMatchObject({ phase: 'open', before: null })
    const changed = approvalAfter(same, { type: 'loaded', view: viewOf('b'), sender })
    const again = approvalAfter(changed, { type: 'loaded', view: viewOf('c'), sender })
    expect(again).toMatchObject({ view: { documentHash: 'c' }, before: { navDate: 'a' } })
    expect(approvalAfter(again, { type: 'seen' })).toMatchObject({
      view: { documentHash: 'c' },
      before: null,
    })
  })

  test('stays on the screen when an answer is refused, and ends when the link has', () => {
    expect(
      approvalAfter(open, { type: 'refused', problem: new Problem(otpWrong), sender: null }),
    ).toBe(open)
    expect(
      approvalAfter(open, { type: 'refused', problem: new Problem(linkExpired), sender: null }),
    ).toMatchObject({
      phase: 'ended',
      ending: 'link-expired',
      sender,
    })
  })

  test('that cannot be loaded can be tried again', () => {
    const failed: ApprovalState = approvalAfter(
      { phase: 'loading' },
      { type: 'refused', problem: new Problem(offline), sender: null },
    )
    expect(failed.phase).toBe('failed')
    expect(approvalAfter(failed, { type: 'loaded', view: viewOf('a'), sender }).phase).toBe('open')
  })
})
