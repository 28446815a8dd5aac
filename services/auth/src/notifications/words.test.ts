import { notificationKinds } from '@rmtools/contracts/auth/notification-kinds'
import { expect, test } from 'vitest'
import { words, type WordsKind } from './words.ts'

test('a notification worded by auth uses only the parameters of its kind', () => {
  const wrong: string[] = []
  let looked = 0
  for (const [kind, { params }] of Object.entries(notificationKinds)) {
    if (!/^(security|user|change)\./.test(kind)) continue
    const asked = new Set<string>()
    const listening = Object.fromEntries(
      Object.keys(params.properties).map((name) => [name, `<${name}>`]),
    )
    for (const language of ['id', 'en'] as const) {
      const { title, text } = words(kind as WordsKind, language, listening)
      for (const [, hole = ''] of `${title} ${text}`.matchAll(/(\{\w*\})/g)) asked.add(hole)
      looked++
    }
    wrong.push(...[...asked].map((hole) => `${kind} ${hole}`))
  }
  expect(looked).toBeGreaterThan(40)
  expect(wrong).toEqual([])
})
