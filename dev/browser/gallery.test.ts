// The appearance of shared components: compared with the stored pictures, and measured for layout
// faults.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openGalleries, picturesOf, type Galleries, type Picture } from '../gallery/drawn.ts'
import { faultsOf } from '../gallery/faults.ts'
import { looksOf, type Look } from '../gallery/looks.ts'
import { differencesOf, keptPictures, showDifferences } from '../gallery/pictures.ts'

const MINUTE = 60_000
/** Minimum size of a touch target: the console is used with a mouse, everything else by touch. */
const leastTouch = { console: 0, investor: 44, phone: 44 } as const
let galleries: Galleries

beforeAll(async () => {
  galleries = await openGalleries()
}, 2 * MINUTE)

afterAll(async () => await galleries[Symbol.asyncDispose]())

test.concurrent.each(['console', 'investor', 'phone'] as const)(
  'the components of the %s look as they did, and cut no word',
  async (app) => {
    for (const look of looksOf(app)) {
      const page = await galleries.open(app, look)
      const now = await picturesOf(page)
      const faults = await faultsOf(page, { leastTouch: leastTouch[app] })
      await page.context().close()
      const kept = await keptPictures(app, look)
      const differences = await showDifferences(differencesOf(kept, now), { app, look, kept, now })
      expect(now.size).toBeGreaterThan(15)
      expect(faults).toEqual([])
      // If the change is intended: npm run gallery -- --keep
      expect(differences).toEqual([])
    }
  },
  3 * MINUTE,
)

describe('a difference is found', () => {
  const [look] = looksOf('investor') as [Look]
  /** The components that differ once this style is added to the sheet. */
  const differing = async (style: string) => {
    const page = await galleries.open('investor', look)
    const before = await picturesOf(page)
    await page.addStyleTag({ content: style })
    const after: ReadonlyMap<string, Picture> = await picturesOf(page)
    await page.context().close()
    return differencesOf(before, after).map(({ component }) => component)
  }

  test('of a colour that is a little other', async () => {
    expect(await differing('.notice.is-success { background: #e5f2e3 }')).toEqual(['Notice'])
  })

  test('of two pixels', async () => {
    expect(await differing('.check { padding-left: 16px }')).toEqual(['CheckField'])
  })

  test('of a word that is cut', async () => {
    expect(
      await differing('.part-head p { width: 60px; overflow: hidden; white-space: nowrap }'),
    ).toEqual(['Sender'])
  })

  test('and nothing else', async () => {
    expect(await differing('.no-such { color: red }')).toEqual([])
  })
})
