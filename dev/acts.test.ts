// All writes of the three apps go through `useAct`, and a record has its id before the button is
// pressed.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const APPS = join(import.meta.dirname, '../apps')
const sources = ['admin', 'investor', 'mobile'].flatMap((app) =>
  readdirSync(join(APPS, app, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|testing/.test(path))
    .map((path) => ({
      file: `${app}/${path}`,
      text: readFileSync(join(APPS, app, 'src', path), 'utf8'),
    })),
)

/** Where a pattern occurs, apart from the files that are allowed to use it. */
const found = (form: RegExp, may: readonly string[] = []) =>
  sources.flatMap(({ file, text }) =>
    may.includes(file)
      ? []
      : [...text.matchAll(form)].map(([match]) => `${file}: ${match.trim().replace(/\s+/g, ' ')}`),
  )

describe('SECURITY 45: in the apps', () => {
  test('there are acts at all', () => {
    expect(sources.filter(({ text }) => text.includes('useAct(')).length).toBeGreaterThan(50)
  })

  test('nothing is written by a mutation of its own but what says how it is to be, however often', () => {
    const settings = [
      'mobile/notifications/PushSettings.tsx',
      'mobile/notifications/remote.ts',
      'mobile/products/remote.ts',
    ]
    expect(found(/useMutation\(/g, ['admin/base/queries.ts', ...settings])).toEqual([])
  })

  test('no screen has a busy state of its own', () => {
    const acts = ['investor/base/act.ts', 'mobile/ui/act.ts']
    expect(found(/\bset(?:Busy|Loading)\(/g, [...acts, 'mobile/ui/Cropper.tsx'])).toEqual([])
  })

  test('a record has its id before the button is pressed', () => {
    const byTheForm = /useState<string>\(\(\) => crypto\.randomUUID\(\)\)/
    const ofDeviceOrOutbox = [
      'admin/base/session.ts',
      'mobile/sessions/session.ts',
      'mobile/sync/outbox.ts',
      'mobile/base/crashes.ts',
    ]
    const others = [
      'mobile/shell/polyfills.ts',
      'mobile/sync/draft.ts',
      'investor/registration/use-upload.ts',
    ]
    expect(
      found(/.*randomUUID.*/g, [...ofDeviceOrOutbox, ...others]).filter(
        (line) => !byTheForm.test(line),
      ),
    ).toEqual([])
  })

  test('no button of the RM starts work that nobody waits for', () => {
    // Refetching, the camera, preferences of the device, and view state.
    const harmless =
      /void (?:\w+\.)?(?:refetch|fetchNextPage|invalidateQueries|prefer|pick|take|ask|apply|use|onTurn|unlock|share|copy|retry|open)\(/
    const handlers = found(/\bon[A-Z]\w*=\{[^}\n]*\bvoid\b[^}\n]*/g).filter((line) =>
      line.startsWith('mobile/'),
    )
    // The last one is the camera's own event, not a button.
    const choices = ['flush()', 'noteVerification(', 'askForFullSize(']
    expect(
      handlers.filter(
        (line) => !harmless.test(line) && !choices.some((choice) => line.includes(choice)),
      ),
    ).toEqual([])
  })

  test('the console calls the API through its queries and acts', () => {
    const itself = ['admin/base/api.ts', 'admin/base/queries.ts', 'admin/base/session.ts']
    const calls = found(/\bapi\.\w+\.\w+\(/g, itself).filter((line) => line.startsWith('admin/'))
    // The session has ended: there is no screen left to show an error on.
    expect(calls).toEqual(['admin/shell/UserMenu.tsx: api.sessions.logoutByPost('])
  })
})
