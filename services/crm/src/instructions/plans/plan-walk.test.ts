// One plan as its people see it over months: a holiday on its day, a debit that fails on three days,
// and the revocation; with every message and notice on the way.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPlanWorld, type PlanWorld } from './plan-world.ts'

let world: PlanWorld
beforeAll(async () => void (world = await createPlanWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

/** The hours of a day in which plans are looked at, and what Bib does meanwhile. */
async function passDay(date: string): Promise<void> {
  for (const hour of ['08:00', '15:00']) {
    world.moveTo(date, hour)
    await world.look()
    await world.bibGoesOn()
  }
}

const FUND = 'Reksa Dana Andalan Dana Kas'
const DEBIT = `Debit rencana berkala: ${FUND}`
const NOT_YET = `Pembelian berkala belum berhasil: ${FUND}`

/** The subjects of the messages to the investor, and the notices of the RM, since the last call. */
async function told(): Promise<{ investor: string[]; rm: string[] }> {
  const sent = await world.sent()
  return {
    investor: sent.map(({ subject, text }) => subject ?? text),
    rm: await world.notes(),
  }
}

test('three months of a plan: a holiday, a debit that fails on three days, and the revocation', async () => {
  world.moveTo('2026-12-01')
  const { id, manage: token } = await world.active({ day: 25, startsOn: '2026-12-01' })
  await told()

  // Christmas, a day off after it and a weekend.
  for (const date of ['2026-12-24', '2026-12-25', '2026-12-27', '2026-12-28', '2026-12-29'])
    await passDay(date)
  expect(await world.instructionsOf(id)).toMatchObject([{ nav_date: '2026-12-28', attempt: 1 }])
  expect(await world.runsOf(id)).toMatchObject([{ period: '2026-12', status: 'done' }])
  expect(await told()).toEqual({
    investor: [DEBIT, `Pembayaran diterima: ${FUND}`],
    rm: ['rina instruction.paid'],
  })

  world.simulator.control.setFaults({ debitInsufficient: { on: true } })
  for (const date of ['2027-01-25', '2027-01-26', '2027-01-27', '2027-01-28', '2027-01-29'])
    await passDay(date)
  expect((await world.instructionsOf(id)).slice(1)).toMatchObject([
    { status: 'rejected', attempt: 1, nav_date: '2027-01-25' },
    { status: 'rejected', attempt: 2, nav_date: '2027-01-26' },
    { status: 'rejected', attempt: 3, nav_date: '2027-01-27' },
  ])
  expect((await world.runsOf(id))[0]).toEqual({
    period: '2027-01',
    status: 'skipped',
    reason: 'debit-insufficient',
    attempts: 3,
  })
  expect(await told()).toEqual({
    investor: [DEBIT, NOT_YET, DEBIT, NOT_YET, DEBIT, `Pembelian berkala dilewati: ${FUND}`],
    rm: ['rina plan.retrying', 'rina plan.retrying', 'rina plan.skipped'],
  })
  expect((await world.planOf(id)).plan).toMatchObject({
    status: 'active',
    nextRunOn: '2027-02-25',
    runsDone: 1,
  })
  world.simulator.control.clearFaults()

  // Revoked while the month's order waits to be handed over: it is withdrawn, and none follows.
  world.moveTo('2027-02-25')
  await world.look()
  await world.as().planMandates.revoke({ token })
  await world.bibGoesOn()
  for (const date of ['2027-02-26', '2027-03-25', '2027-03-26']) await passDay(date)
  expect((await world.instructionsOf(id)).slice(4)).toMatchObject([{ status: 'cancelled' }])
  expect((await world.runsOf(id))[0]).toMatchObject({
    period: '2027-02',
    status: 'skipped',
    reason: 'plan-ended',
  })
  expect(await told()).toEqual({
    investor: [DEBIT, `Rencana berkala diubah: ${FUND}`],
    rm: ['rina plan.revoked'],
  })
  expect((await world.planOf(id)).plan).toMatchObject({ status: 'revoked', nextRunOn: null })
})
