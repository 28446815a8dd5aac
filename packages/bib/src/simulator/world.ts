// What all parts of the simulator share.
import { createClock, type Clock } from './clock.ts'
import { createFaults, type Faults } from './faults.ts'
import { createNavs, type Navs } from './navs.ts'
import { createPublisher, type Publisher } from './publisher.ts'
import type { Store } from './store.ts'

export type World = {
  store: Store
  clock: Clock
  faults: Faults
  navs: Navs
  events: Publisher
  /** Its URL for others. */
  url: () => string
  /** Time between two steps of a life cycle, in ms of simulated time. */
  tickMs: number
  /** Registers the work to do when a task of a kind is due. */
  on: (kind: string, work: (subject: string) => void) => void
}

export type WorldConfig = Pick<World, 'tickMs' | 'url'> & {
  /** Real time in ms; tests set it. */
  wallClock?: (() => number) | undefined
}

/** Connects clock, faults, prices and events over one store. */
export function createWorld(store: Store, { tickMs, url, wallClock }: WorldConfig): World {
  const works = new Map<string, (subject: string) => void>()
  const run = (kind: string, subject: string) => {
    const work = works.get(kind)
    if (!work) throw new Error(`no handler for ${kind}`)
    work(subject)
  }
  const clock = createClock(store, run, wallClock)
  const faults = createFaults(store)
  const events = createPublisher({ store, clock, faults, tickMs })
  works.set('release-held', events.release)
  return {
    store,
    clock,
    faults,
    navs: createNavs(store, clock),
    events,
    url,
    tickMs,
    on: (kind, work) => void works.set(kind, work),
  }
}
