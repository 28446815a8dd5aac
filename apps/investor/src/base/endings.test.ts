import { describe, expect, test } from 'vitest'
import { endings } from './endings.ts'

const textOf = (...given: Parameters<typeof endings>) => {
  const { title, text } = endings(...given)
  return `${title.en}. ${text.en}`
}

describe('the end of a link to a mandate', () => {
  test('of a change leaves the plan in force, and says so', () => {
    for (const status of ['active', 'paused']) {
      const expired = textOf('link-expired', 'plan', status)
      expect(expired).not.toContain('has not started')
      expect(expired).toContain('Your plan stays as it was')
      const declined = textOf('link-used', 'plan', status, 'declined')
      expect(declined).toContain('declined this change')
      expect(declined).toContain('Your plan stays as it was')
    }
  })

  test('of a new plan says that nothing has started', () => {
    expect(textOf('link-expired', 'plan', 'expired')).toContain('has not started')
    expect(textOf('link-used', 'plan', 'declined', 'declined')).toContain('declined this plan')
  })

  test.each(['stopped', 'revoked', 'completed'])(
    'of a plan that is %s says that it ended',
    (status) => {
      expect(textOf('link-expired', 'plan', status)).toContain('This plan has ended')
      expect(textOf('link-void', 'plan', status)).toContain('This plan has ended')
    },
  )

  test('of a signed mandate says where the plan is managed, whatever became of the plan', () => {
    for (const status of ['active', 'revoked', 'declined'])
      expect(textOf('link-used', 'plan', status, 'signed')).toContain('You have signed')
  })
})

test.each([
  ['approve', 'awaiting-approval'],
  ['plan', 'awaiting-approval'],
] as const)(
  'a link to %s whose account is unfit says so, and promises no newer link',
  (page, status) => {
    const text = textOf('link-account-unfit', page, status)
    expect(text).toContain('account')
    expect(text).not.toContain('newer link')
  },
)
