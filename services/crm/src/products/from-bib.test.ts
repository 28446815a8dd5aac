import { expect, test } from 'vitest'
import { Database, sql } from '@rmtools/kit/db'
import { companyScope, jobOrigin } from '@rmtools/kit/scope'
import { createTestDatabase } from '@rmtools/kit/testing'
import { noteProductChange } from './from-bib.ts'

test('a change of a product is counted at once, even if the transaction rolls back', async () => {
  await using testDatabase = await createTestDatabase()
  await using database = new Database({ url: testDatabase.crmUrl, schema: 'crm_bib' })
  const scope = companyScope('0199a000-0000-7000-8000-00000000000a')
  const edition = async () =>
    (
      await database
        .reading(scope, jobOrigin)
        .one(sql<{ edition: string }>`select last_value as edition from product_edition`)
    )?.edition
  await database.transaction(scope, jobOrigin, noteProductChange)
  const before = Number(await edition())
  const failing = database.transaction(scope, jobOrigin, async (tx) => {
    await noteProductChange(tx)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(Number(await edition())).toBe(before + 1)
})
