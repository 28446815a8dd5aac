// Input is parsed as people type it before it is validated, and the contract refuses, with a
// pointer to the field, what the tables would refuse.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Problem } from '@rmtools/contracts/problem'
import { createCrmWorld, type CrmWorld } from '../testing/crm-world.ts'

let world: CrmWorld
let next = 0
beforeAll(async () => void (world = await createCrmWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

const faults = async (call: Promise<unknown>) =>
  await call.then(
    () => 'taken',
    (error: Problem) => [error.status, error.errors?.map(({ pointer, code }) => [pointer, code])],
  )

test.each([
  ['(021) 555-1234', '+62215551234'],
  ['\u202a+62 812\u20119940\u20110010\u202c', '+6281299400010'],
  ['0812\u00a09940\u00a00011', '+6281299400011'],
  ['0062 812 9940 0012', '+6281299400012'],
  ['+62 (0) 812 9940 0013', '+6281299400013'],
  ['0812\u20139940\u20130014', '+6281299400014'],
])('the phone number %s is kept as %s', async (written, kept) => {
  const { lead } = await world
    .as('rina')
    .leads.create({ fullName: 'Nur\u2019aini  Siti', phone: written })
  expect(lead).toMatchObject({ phone: kept, fullName: "Nur'aini Siti" })
})

test.each(['089532970888633', '+1234567890123456', '0812', 'tidak ada'])(
  '%s is refused by its field, not by the table',
  async (phone) => {
    const lead = await world
      .as('rina')
      .leads.create({ fullName: 'Dewi', phone: `0813000000${String(next++).padStart(2, '0')}` })
    const refusal = [400, [['/phone', 'phone']]]
    expect(await faults(world.as('rina').leads.create({ fullName: 'Dewi', phone }))).toEqual(
      refusal,
    )
    expect(
      await faults(world.as('rina').leads.update({ id: lead.lead.id, version: 1, phone })),
    ).toEqual(refusal)
  },
)
