import { expect, test } from 'vitest'
import { messageDeclarations, messageKinds } from '@rmtools/contracts/crm/message-kinds'
import { sampleOf, wordingFaults } from '@rmtools/contracts/crm/message-templates'
import { defaultWording } from './rules.ts'

const every = messageKinds.flatMap((kind) =>
  messageDeclarations[kind].channels.flatMap((channel) =>
    (['id', 'en'] as const).map((language) => ({ kind, channel, language })),
  ),
)

test.each(every)(
  '$kind by $channel ($language) is a wording that a company could have approved',
  ({ kind, channel, language }) => {
    const wording = defaultWording(kind, channel, language)
    if (!wording) throw new Error('none')
    expect(wordingFaults(kind, channel, wording, 'https://rm.example.co.id')).toEqual([])
    const { text } = sampleOf(wording)
    expect(text).not.toMatch(/[{}]/)
    expect(text).not.toMatch(/\bBib\b|!/)
    // Two parts of an SMS; a link takes most of a third.
    if (channel === 'sms')
      expect(text.length).toBeLessThanOrEqual(text.includes('http') ? 459 : 306)
  },
)

test('no default wording has a placeholder twice, or at its ends: providers of WhatsApp refuse that', () => {
  const odd = every.flatMap(({ kind, channel, language }) => {
    const text = defaultWording(kind, channel, language)?.text ?? ''
    const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const isOdd =
      new Set(names).size < names.length || (channel === 'email' && /^\{|\}$/.test(text))
    return isOdd ? [`${kind} ${channel} ${language}`] : []
  })
  expect(odd).toEqual([])
})
