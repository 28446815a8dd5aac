// Every screen has an address, every address a screen, and something that leads there. The compiler
// asks for the console's menu (`base/allowed.ts`) and for live changes (`live.ts` of both apps).
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/** The sources of an app but its tests, by their path in the app. */
function sourcesOf(app: string): ReadonlyMap<string, string> {
  const cwd = join(ROOT, 'apps', app)
  const files = globSync('{src,app}/**/*.{ts,tsx}', { cwd }).filter(
    (file) => !/\.test\./.test(file),
  )
  return new Map(files.map((file) => [file, readFileSync(join(cwd, file), 'utf8')]))
}

const namesIn = (source: string, name: RegExp): string[] =>
  [...source.matchAll(name)].flatMap(([, found]) => (found === undefined ? [] : [found]))

/** The names of `paths` that no file but those given mentions. */
function unlinked(
  sources: ReadonlyMap<string, string>,
  names: readonly string[],
  except: readonly string[],
): string[] {
  const linking = [...sources].flatMap(([file, text]) => (except.includes(file) ? [] : [text]))
  return names.filter(
    (name) =>
      !linking.some((text) =>
        new RegExp(`\\bpaths\\.${name}\\b|navItem\\(\\s*'${name}'`).test(text),
      ),
  )
}

describe('the console', () => {
  const sources = sourcesOf('admin')
  const read = (file: string): string => sources.get(file) ?? ''
  const places = namesIn(read('src/base/paths.ts'), /^ {2}(\w+): \(/gm)

  test('has a screen at every address', () => {
    expect(places.length).toBeGreaterThan(25)
    const routed = namesIn(read('src/shell/routes.tsx'), /\bpaths\.(\w+)\(/g)
    expect(places.filter((place) => !routed.includes(place))).toEqual([])
  })

  test('leads to every screen, by the menu or from another one', () => {
    const except = ['src/base/paths.ts', 'src/base/allowed.ts', 'src/shell/routes.tsx']
    // E-mails lead there.
    expect(unlinked(sources, places, except)).toEqual(['setPassword'])
  })

  test('reads nothing of a noun of which live changes are not expected because it reads nothing', () => {
    const unread = namesIn(read('src/shell/live.ts'), /^ +(\w+): 'not read',$/gm)
    expect(unread.length).toBeGreaterThan(10)
    const asked = [...sources.values()].flatMap((text) =>
      namesIn(text, /\b(?:ask|askPages)\(\s*'(\w+)'/g),
    )
    expect(asked.length).toBeGreaterThan(80)
    expect(unread.filter((noun) => asked.includes(noun))).toEqual([])
  })
})

describe("the RM's app", () => {
  const sources = sourcesOf('mobile')
  const written = sources.get('src/base/paths.ts') ?? ''
  /** Addresses in which `*` stands for whatever is filled in. */
  const addresses = namesIn(written, /['`](\/[^'`]*)['`]/g).map((path) =>
    path.replace(/\?.*/, '').replaceAll(/\$\{\w+\}|\[\w+\]/g, '*'),
  )

  /** The screens by the address that expo-router gives their file. */
  const screens = [...sources.keys()]
    .filter((file) => file.startsWith('app/(main)/') && !file.endsWith('_layout.tsx'))
    .map((file) => ({
      isTab: file.includes('/(tabs)/'),
      address: file
        .replace(/^app/, '')
        .replaceAll(/\/\(\w+\)|(\/index)?\.tsx$/g, '')
        .replaceAll(/\[\w+\]/g, '*'),
    }))

  test('leads to every screen, by a tab or from another one', () => {
    const names = namesIn(written, /^ {2}(\w+): /gm)
    expect(names.length).toBeGreaterThan(15)
    expect(unlinked(sources, names, ['src/base/paths.ts'])).toEqual([])
  })

  test('has an address for every screen but the tabs, and a screen at every address', () => {
    const known = screens.map(({ address }) => address)
    expect(addresses.filter((address) => !known.includes(address))).toEqual([])
    const outside = screens.filter(({ isTab }) => !isTab).map(({ address }) => address)
    expect(outside.filter((address) => !addresses.includes(address))).toEqual([])
  })
})
