// Chapter eight: the RM leaves, and a colleague takes over the book.
import { eventually, type Caller } from '../caller.ts'
import type { NewRm } from './joining.ts'
import { demoPerson, demoUser, refusalOf, type Stage } from './stage.ts'

/** Runs the chapter: everything of the new RM goes to Bagus. */
export async function handover(
  stage: Stage,
  { caller: rm, userId, fullName }: NewRm,
  investorId: string,
): Promise<void> {
  const { say, expect } = stage
  const sari = await demoUser(stage, 'sari')
  const bagus = await demoUser(stage, 'bagus')
  expect(
    (await refusalOf(bagus.api.investors.get({ id: investorId }))) === 'not-found',
    'Bagus does not see the book of another RM',
  )
  const reason = 'Pindah ke kantor cabang Surabaya'
  const moved = await sari.api.handovers.create({
    fromRmId: userId,
    toRmId: demoPerson('bagus').id,
    what: 'all',
    reason,
  })
  expect(moved.investors >= 3 && moved.stayed === 0, `everything moved (${JSON.stringify(moved)})`)
  const investor = await bagus.api.investors.get({ id: investorId })
  expect(investor.rmName === demoPerson('bagus').fullName, 'the investor is in the book of Bagus')
  expect(
    (await rm.api.investors.list({})).items.length === 0,
    'the book that was given away is empty',
  )
  await hears(rm, 'book.given')
  await hears(bagus, 'book.received')
  say(
    `Sari hands the book of ${fullName} to Bagus: ${moved.leads} leads, ${moved.investors} investors, ${moved.instructions} open instructions; both are told`,
  )
}

const hears = async (caller: Caller, wanted: string) =>
  await eventually(`the notice ${wanted}`, async () =>
    (await caller.api.notifications.list({ limit: 20 })).items.some(({ kind }) => kind === wanted),
  )
