// Links from before the database recorded whether the RM had entered a phone number: the audit
// trail has it.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createInvestorWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => void (world = await createInvestorWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

async function linked(phone?: string): Promise<{ id: string; token: string }> {
  const api = world.as('rm')
  const contact = { email: 'siti@example.co.id', ...(phone ? { phone } : {}) }
  const { id, version } = await api.investors.create({
    kind: 'individual',
    fullName: 'Siti Rahmawati',
    ...contact,
  })
  await api.remoteRegistration.sendLink({ id, version, channel: 'email' })
  const text = (await world.jobs<{ text: string }>('message')).at(-1)?.text ?? ''
  return { id, token: /\/i\/register\/([\w-]{43})/.exec(text)?.[1] ?? '' }
}

test('a link sent without a phone lets the investor enter and correct one; a link sent with one does not', async () => {
  const [without, withPhone] = [await linked(), await linked('081200000001')]
  const save = async (token: string, phone: string) => {
    const { version } = await world.anybody.remoteRegistration.view({ token })
    return await world.anybody.remoteRegistration.save({ token, version, individual: { phone } })
  }
  await save(without.token, '081300000002')
  await world.rows('update crm_bib.investor_token set fixes_phone = true')
  await expect(save(without.token, '081300000003')).rejects.toMatchObject({
    errors: [{ code: 'phone-of-rm' }],
  })
  await world.rows(
    await readFile(
      join(import.meta.dirname, '../../../migrations/0122_link_phone_of_before.sql'),
      'utf8',
    ),
  )
  expect((await save(without.token, '081300000003')).phone).toContain('0003')
  await expect(save(withPhone.token, '081300000004')).rejects.toMatchObject({
    errors: [{ code: 'phone-of-rm' }],
  })
})
