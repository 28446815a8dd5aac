// The daily publication of NAV: on time, late, or corrected afterwards.
import { allocateDue, reallocate } from './allocation.ts'
import { exchangeDayAfter, publicationOf } from './calendar.ts'
import { Exact } from './ledger.ts'
import { productCodes } from './products.ts'
import type { World } from './world.ts'

const HOUR_MS = 3_600_000
const LATE_MS = 6 * HOUR_MS
const CORRECTED_AFTER_MS = HOUR_MS
const CORRECTION = '1.0035'

/** Registers the daily publication and, on first use, schedules the next one. */
export function preparePublication(world: World): void {
  world.on('publish', (date) => publishDay(world, date))
  world.on('publish-late', (subject) => publishLate(world, subject))
  world.on('correct-nav', (subject) => correct(world, subject))
  if (world.store.setting('publicationPlanned') !== undefined) return
  world.store.setSetting('publicationPlanned', 'yes')
  planAfter(world, world.navs.publishedThrough())
}

function planAfter(world: World, date: string): void {
  const next = exchangeDayAfter(date)
  world.clock.schedule(publicationOf(next), 'publish', next)
}

function publishDay(world: World, date: string): void {
  for (const code of productCodes) {
    const late = world.faults.take('navLate', `${code} ${date}`)
    if (!late) continue
    world.store.run('insert or ignore into nav_late (code, date) values (?, ?)', code, date)
    world.clock.schedule(
      world.clock.now() + (late.ms ?? LATE_MS),
      'publish-late',
      `${code} ${date}`,
    )
  }
  world.navs.setPublishedThrough(date)
  for (const code of productCodes) announce(world, code, date)
  planAfter(world, date)
}

function publishLate(world: World, subject: string): void {
  const [code = '', date = ''] = subject.split(' ')
  world.store.run(
    'update nav_late set published = ? where code = ? and date = ?',
    world.clock.now(),
    code,
    date,
  )
  announce(world, code, date)
}

function announce(world: World, code: string, date: string): void {
  const point = world.navs.at(code, date)
  if (!point) return
  world.events.emit('nav.published', null, code, {
    productCode: code,
    date,
    nav: point.nav,
    previousNav: null,
  })
  allocateDue(world, code, date)
  const fault = world.faults.take('navCorrected', `${code} ${date}`)
  if (fault)
    world.clock.schedule(
      world.clock.now() + (fault.ms ?? CORRECTED_AFTER_MS),
      'correct-nav',
      `${code} ${date}`,
    )
}

function correct(world: World, subject: string): void {
  const [code = '', date = ''] = subject.split(' ')
  const former = world.navs.at(code, date)
  if (!former) return
  const nav = new Exact(former.nav).times(CORRECTION).toFixed(4)
  world.store.run(
    'insert or replace into nav_correction values (?, ?, ?, ?)',
    code,
    date,
    nav,
    world.clock.now(),
  )
  world.events.emit('nav.published', null, code, {
    productCode: code,
    date,
    nav,
    previousNav: former.nav,
  })
  reallocate(world, code, date)
}
