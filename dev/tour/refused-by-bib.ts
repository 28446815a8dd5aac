// Chapter seven: Bib refuses a registration, an officer corrects the cause, and the case is handed
// over again.
import { eventually, type Caller } from '../caller.ts'
import { addPapers, approveCase, submit, untilRegistered, whatFor, whoIs } from './papers.ts'
import { controlOf, demoUser, newPerson, type Stage } from './stage.ts'

/** Runs the chapter with the RM. */
export async function refusedByBib(stage: Stage, rm: Caller): Promise<void> {
  const { say, expect } = stage
  const person = newPerson('Nadia Safitri')
  const { id, version } = await rm.api.investors.create({ kind: 'individual', ...person })
  await rm.api.investors.saveKyc({
    id,
    version,
    verificationMethod: 'in-person',
    individual: { ...whoIs(true), ...whatFor() },
  })
  await addPapers(rm, id, { kind: 'individual', fullName: person.fullName })
  await submit(stage, rm, id)

  await withRefusal(stage, id, async () => {
    await approveCase(stage, id)
    const failed = await eventually("Bib's refusal", async () => {
      const now = await rm.api.investors.get({ id })
      return now.status === 'sync-failed' && now
    })
    say(`Bib rejects the registration of ${person.fullName}: ${failed.syncError}`)
  })
  const maya = await demoUser(stage, 'maya')
  const [first, second] = [
    await maya.api.investors.syncBib({ id }),
    await maya.api.investors.syncBib({ id }),
  ]
  expect(first.jobId === second.jobId, 'asking twice hands over once')
  const { externalId } = await untilRegistered(rm, id)
  const { items } = await rm.api.investors.history({ id })
  say(
    `once Bib can verify it Maya hands it over again and it is registered as ${externalId}: ${items
      .toReversed()
      .map(({ kind }) => kind)
      .join(', ')}`,
  )
}

/** Makes Bib refuse the case during `work`, then restores the previous setting. */
async function withRefusal(stage: Stage, id: string, work: () => Promise<void>): Promise<void> {
  const control = controlOf(stage)
  const before = (await control.state()).faults['kycRefused']
  await control.setFaults({ kycRefused: { on: true, match: id } })
  try {
    await work()
  } finally {
    await (before
      ? control.setFaults({ kycRefused: before })
      : control.clearFault({ name: 'kycRefused' }))
  }
}
