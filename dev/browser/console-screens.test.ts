// Every screen of the console in both colour schemes and both languages: no findings from axe, no
// errors from the browser.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, routesOf, screensOf, type Screen } from './console-screens.ts'
import { createConsoleWorld, type ConsoleWorld } from './console-world.ts'

const MINUTE = 60_000
let world: ConsoleWorld
let screens: Screen[]
beforeAll(async () => {
  world = await createConsoleWorld({ demo: 'full' })
  screens = await screensOf(world)
}, 4 * MINUTE)
afterAll(async () => await world[Symbol.asyncDispose]())

describe('every screen', { timeout: 6 * MINUTE }, () => {
  test.each([
    // Each scheme and each language once: colours do not depend on the language.
    { scheme: 'light', language: 'id' },
    { scheme: 'dark', language: 'en' },
  ] as const)('is without a finding in $scheme, $language', async (look) => {
    expect(screens.length).toBeGreaterThanOrEqual((await routesOf()).length)
    expect(await faultsOf(world, screens, look)).toEqual({})
  })
})
