// Holders of a link have no session: their idempotency keys are their own, and an invalid token
// stores nothing.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createInvestorWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => void (world = await createInvestorWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

async function invited(phone: string): Promise<string> {
  const api = world.as('rm')
  const { id, version } = await api.investors.create({
    kind: 'individual',
    fullName: 'Siti Rahmawati',
    email: 'siti@example.co.id',
    phone,
  })
  await api.remoteRegistration.sendLink({ id, version, channel: 'email' })
  const { text } = (await world.jobs<{ text: string }>('message')).at(-1) ?? { text: '' }
  return /\/i\/register\/([\w-]{43})/.exec(text)?.[1] ?? ''
}

const keys = async () =>
  await world.rows<{ key: string }>('select key from crm_bib.idempotency_key order by created_at')

test('SECURITY 40: the same key under two links is two, under one link one', async () => {
  const { declareDocument } = world.anybody.remoteRegistration
  const [one, other] = [await invited('081200000001'), await invited('081200000002')]
  const idempotencyKey = crypto.randomUUID()
  const first = await declareDocument({ token: one, type: 'ktp' }, { idempotencyKey })
  const second = await declareDocument({ token: other, type: 'ktp' }, { idempotencyKey })
  expect(second.document.id).not.toBe(first.document.id)
  expect(await declareDocument({ token: one, type: 'ktp' }, { idempotencyKey })).toEqual(first)
  await expect(
    declareDocument({ token: one, type: 'selfie' }, { idempotencyKey }),
  ).rejects.toMatchObject({
    code: 'idempotency-key-reused',
  })
})

test('SECURITY 52: an invalid token leaves no key behind, and uses up nobody else’s', async () => {
  const { declareDocument } = world.anybody.remoteRegistration
  const token = await invited('081200000003')
  const before = await keys()
  const idempotencyKey = crypto.randomUUID()
  for (const none of ['A'.repeat(43), 'B'.repeat(43)])
    await expect(
      declareDocument({ token: none, type: 'ktp' }, { idempotencyKey }),
    ).rejects.toMatchObject({ code: 'not-found' })
  expect(await keys()).toEqual(before)
  await declareDocument({ token, type: 'ktp' }, { idempotencyKey })
  expect((await keys()).map(({ key }) => key)).toEqual([
    ...before.map(({ key }) => key),
    idempotencyKey,
  ])
})
