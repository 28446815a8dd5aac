import type { Db } from '@rmtools/kit/db'
import { sentOf } from '@rmtools/kit/building'
import { hundredChoices } from '@rmtools/kit/testing-statement-texts'
import { expect, test } from 'vitest'
import { moveInstruction, movedWith } from './queries.ts'

test('an instruction moves by one text, whatever the move brings', async () => {
  const texts = new Set<string>()
  const db: Pick<Db, 'run'> = {
    run: async (statement) => {
      texts.add(sentOf(statement).text)
      return 1
    },
  }
  const choices = hundredChoices(movedWith)
  expect(choices).toHaveLength(100)
  for (const fields of choices)
    for (const from of [['draft'], ['sent', 'awaiting-approval']] as const)
      await moveInstruction(db as Db, crypto.randomUUID(), {
        from,
        to: 'rejected',
        version: 1,
        changes: Object.fromEntries(fields.map((field) => [field, 'x'])),
      })
  expect([...texts]).toHaveLength(1)
})
