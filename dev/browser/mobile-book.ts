// Shared by the tests of the RM's investors: an installation, a signed-in phone, a registered
// investor, a reviewer.
import { as, throwAwaySystem } from '../e2e/throw-away-system.ts'
import type { Caller } from '../caller.ts'
import { buildMobile } from '@rmtools/operate/mobile-pages'
import {
  addPapers,
  approveCase,
  submit,
  untilRegistered,
  whatFor,
  whoIs,
  type Registered,
} from '../tour/papers.ts'
import { newPerson } from '../tour/stage.ts'
import { stageAt } from '../tour/walk.ts'
import { startBrowser } from './browser.ts'
import { signInOnPhone, takePhone } from './mobile.ts'

export type MobileBook = Awaited<ReturnType<typeof createMobileBook>>

/**
 * Starts an installation with the app, a browser, and a second session of Rina's beside the
 * phone's.
 */
export async function createMobileBook() {
  await buildMobile()
  const system = await throwAwaySystem()
  const browser = await startBrowser()
  const stage = stageAt(
    system.url,
    { url: system.note.bibUrl, apiKey: system.note.bibApiKey },
    () => undefined,
  )
  const rm = await as(system, 'rina')
  return {
    system,
    stage,
    rm,
    /** Rina's phone, signed in. */
    async phone() {
      const phone = await takePhone(browser, system.url)
      await signInOnPhone(phone, system.url, 'rina')
      return phone
    },
    register: async () => await registered(stage, rm),
    async [Symbol.asyncDispose]() {
      await browser[Symbol.asyncDispose]()
      await system[Symbol.asyncDispose]()
    },
  }
}

/** A case that is complete but not submitted. */
export async function completeCase(rm: Caller): Promise<Omit<Registered, 'externalId'>> {
  const person = newPerson('Siti Rahmawati')
  const { id, version } = await rm.api.investors.create({ kind: 'individual', ...person })
  await rm.api.investors.saveKyc({
    id,
    version,
    verificationMethod: 'in-person',
    individual: { ...whoIs(true), ...whatFor() },
  })
  const bankAccountId = await addPapers(rm, id, { kind: 'individual', fullName: person.fullName })
  return { ...person, id, bankAccountId }
}

async function registered(stage: Parameters<typeof submit>[0], rm: Caller): Promise<Registered> {
  const made = await completeCase(rm)
  await submit(stage, rm, made.id)
  await approveCase(stage, made.id)
  const { externalId } = await untilRegistered(rm, made.id)
  return { ...made, externalId: externalId ?? '' }
}
