// The dependency diagram of docs/ARCHITECTURE.md, executed over every import in the tree.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { featureArrows } from './architecture.features.ts'

const ROOT = import.meta.dirname

/** Which workspaces a folder may import, and nothing else of ours. */
const mayImport: Record<string, readonly string[]> = {
  'packages/contracts': [],
  'packages/kit': ['contracts', 'look'],
  'packages/bib': ['contracts', 'kit', 'look'],
  'packages/look': [],
  'packages/gallery': ['look'],
  'packages/sdk': [],
  'services/auth': ['contracts', 'kit', 'look'],
  'services/crm': ['contracts', 'kit', 'bib', 'look'],
  'services/bff': ['contracts', 'kit', 'bib', 'look'],
  'apps/admin': ['contracts', 'look', 'gallery'],
  'apps/investor': ['contracts', 'look', 'gallery'],
  'apps/mobile': ['contracts', 'look', 'gallery'],
  operate: ['kit', 'auth', 'crm', 'bff'],
  dev: ['contracts', 'kit', 'bib', 'auth', 'crm', 'bff', 'look', 'gallery', 'operate', 'sdk'],
}

/** The rooms of kit from the ground up, and which of the others each may import. */
const kitRooms: Record<string, readonly string[]> = {
  process: [],
  database: [],
  cache: ['process'],
  security: ['process'],
  files: ['process', 'security'],
  jobs: ['process', 'database'],
  http: ['process', 'database', 'security'],
  documents: ['process', 'database', 'files', 'http'],
  sealing: ['process', 'security', 'files'],
  messaging: ['process', 'database', 'http', 'security'],
  oversight: ['process', 'database', 'http'],
  program: ['process', 'database', 'http', 'jobs', 'messaging', 'sealing'],
}

type Import = { file: string; target: string }

const sources = ['packages', 'services', 'apps', 'operate', 'dev'].flatMap((folder) =>
  filesIn(join(ROOT, folder)),
)
const imports: Import[] = sources.flatMap((file) =>
  [
    ...readFileSync(join(ROOT, file), 'utf8').matchAll(
      /^(?:import|export)\s[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
  ].map((match) => ({
    file,
    target: match[1] ?? match[2] ?? match[3] ?? '',
  })),
)

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !path.includes('node_modules'))
      .map((path) => relative(ROOT, join(folder, path)))
  } catch {
    return []
  }
}

const workspaceOf = (file: string) =>
  Object.keys(mayImport).find((folder) => file.startsWith(`${folder}/`)) ?? ''
const isTest = (file: string) =>
  /\.test\.tsx?$|\/testing?[\w-]*(\.ts|\/)|-world\.ts$|test-setup\.ts$/.test(file)
/** The gallery of an app and what it shows: built for pictures only. */
const isGallery = (file: string) =>
  /^apps\/\w+\/src\/gallery\/|\.stories\.tsx$|^packages\/gallery\//.test(file)
const product = imports.filter(
  ({ file }) => !isTest(file) && !isGallery(file) && !file.startsWith('dev/'),
)

describe('imports', () => {
  test('were found at all: a check that looked at nothing must not be green', () => {
    expect(sources.length).toBeGreaterThan(100)
    expect(imports.length).toBeGreaterThan(500)
  })

  test('of other workspaces go only where the diagram has an arrow', () => {
    const wrong = imports.filter(({ file, target }) => {
      const [, name = ''] = /^@rmtools\/([\w-]+)/.exec(target) ?? []
      const from = workspaceOf(file)
      return name !== '' && name !== from.split('/').at(-1) && !mayImport[from]?.includes(name)
    })
    expect(wrong).toEqual([])
  })

  test('between the rooms of kit go down only, imports of types too', () => {
    const roomOf = (path: string) => /^packages\/kit\/src\/([\w-]+)\//.exec(path)?.[1]
    const wrong = product.filter(({ file, target }) => {
      if (!target.startsWith('.')) return false
      const from = roomOf(file)
      const to = roomOf(relative(ROOT, resolve(ROOT, dirname(file), target)))
      return from !== undefined && to !== undefined && from !== to && !kitRooms[from]?.includes(to)
    })
    expect(wrong).toEqual([])
    expect(sources.filter((file) => /^packages\/kit\/src\/[^/]+$/.test(file))).toEqual([])
  })

  test("of an app go down only: shell, features, ui, base (and the phone's vault), imports of types too", () => {
    const floors = ['shell', 'feature', 'ui', 'base', 'vault']
    const floorOf = (path: string) => {
      const [, room = ''] = /^apps\/\w+\/src\/([\w-]+)\//.exec(path) ?? []
      return room === '' || floors.includes(room) ? floors.indexOf(room) : floors.indexOf('feature')
    }
    const wrong = product.filter(({ file, target }) => {
      if (!file.startsWith('apps/') || !target.startsWith('.')) return false
      const to = floorOf(relative(ROOT, resolve(ROOT, dirname(file), target)))
      return to !== -1 && to < floorOf(file)
    })
    expect(wrong).toEqual([])
  })

  test('of stories stay with what they show: their folder, ui, base and the gallery; nothing else imports stories or the gallery', () => {
    const of = ({ file, target }: Import) =>
      target.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), target)) : target
    const stories = imports.filter(({ file }) => file.endsWith('.stories.tsx'))
    expect(stories.length).toBeGreaterThan(50)
    expect(
      stories.filter(
        (one) =>
          one.target.startsWith('.') &&
          dirname(of(one)) !== dirname(one.file) &&
          !/\/src\/(?:ui|base|gallery)\//.test(of(one)),
      ),
    ).toEqual([])
    expect(
      product.filter((one) => isGallery(of(one)) || of(one).startsWith('@rmtools/gallery')),
    ).toEqual([])
  })

  test('never leave their workspace by a relative path', () => {
    const wrong = imports.filter(
      ({ file, target }) =>
        target.startsWith('.') &&
        workspaceOf(relative(ROOT, resolve(ROOT, dirname(file), target)) + '/x') !==
          workspaceOf(file),
    )
    expect(wrong).toEqual([])
  })

  test('of contracts are TypeBox and its own files only, so that it runs in Node, browsers and React Native', () => {
    const wrong = product.filter(
      ({ file, target }) =>
        file.startsWith('packages/contracts/') && !target.startsWith('.') && target !== 'typebox',
    )
    expect(wrong).toEqual([])
  })

  test('of the product never reach tests or dev', () => {
    expect(
      product.filter(
        ({ target }) =>
          /\.test\.ts$|^vitest$|@rmtools\/dev/.test(target) &&
          !target.startsWith('@rmtools/kit/testing'),
      ),
    ).toEqual([])
  })

  test('of a feature reach a sibling feature by its rules.ts and one public file only', () => {
    const offered = new Map<string, Set<string>>()
    for (const { file, target } of product) {
      const [, service = '', feature = ''] = /^services\/(\w+)\/src\/([\w-]+)\//.exec(file) ?? []
      if (feature === '' || !target.startsWith('.')) continue
      const [, other = '', rest = ''] =
        new RegExp(`^services/${service}/src/([\\w-]+)/(.+)$`).exec(
          relative(ROOT, resolve(ROOT, dirname(file), target)),
        ) ?? []
      if (other === '' || other === feature || rest === 'rules.ts') continue
      const name = `${service}/${other}`
      offered.set(name, (offered.get(name) ?? new Set()).add(rest))
    }
    const files = [...offered].map(([name, rest]) => ({ name, rest: [...rest].toSorted() }))
    expect(
      files.filter(({ rest }) => rest.length > 1 || /\/|queries|routes/.test(rest[0] ?? '')),
    ).toEqual([])
  })

  test('of the query builder stand in queries.ts only', () => {
    const wrong = product.filter(({ file, target }) => {
      if (!file.startsWith('services/') || target !== '@rmtools/kit/db') return false
      const text = readFileSync(join(ROOT, file), 'utf8')
      return (
        /import \{[^}]*\b(sql|statements)\b[^}]*\} from '@rmtools\/kit\/db'/.test(text) &&
        !file.endsWith('queries.ts')
      )
    })
    expect(wrong).toEqual([])
  })

  test('of tokens are made and read in one place; the simulator signs as the stranger that it plays', () => {
    const ofTokens = product.filter(({ target }) => /^(jose|fast-jwt|jsonwebtoken)$/.test(target))
    expect([...new Set(ofTokens.map(({ file }) => file))]).toEqual([
      'packages/bib/src/simulator/keys.ts',
      'packages/kit/src/security/tokens.ts',
    ])
  })

  test('of formats come from look: services and packages format neither numbers nor times on their own', () => {
    const own = sources.filter(
      (file) =>
        /^(?:services|packages)\//.test(file) &&
        !file.startsWith('packages/look/') &&
        /Intl\.(?:NumberFormat|DateTimeFormat)|\.toLocale(?:Date|Time)?String\(/.test(
          readFileSync(join(ROOT, file), 'utf8'),
        ),
    )
    expect(own).toEqual([])
  })

  test('from feature to feature are those of the list, imports of types too', () => {
    const floors = new Set(['shell', 'ui', 'base', 'vault'])
    const arrowOf = ({ file, target }: (typeof product)[number]) => {
      const [, workspace = '', from = ''] =
        /^((?:services|apps)\/\w+)\/src\/([\w-]+)\//.exec(file) ?? []
      if (from === '' || floors.has(from) || !target.startsWith('.')) return undefined
      const path = relative(join(ROOT, workspace, 'src'), resolve(ROOT, dirname(file), target))
      const [to = '', ...rest] = path.split('/')
      const isArrow = rest.length > 0 && to !== from && !floors.has(to)
      return isArrow ? { workspace, from, to } : undefined
    }
    const found: Record<string, Record<string, string[]>> = {}
    for (const { workspace, from, to } of product.map(arrowOf).filter((one) => one !== undefined)) {
      const arrows = ((found[workspace] ??= {})[from] ??= [])
      if (!arrows.includes(to)) arrows.push(to)
    }
    for (const arrows of Object.values(found)) for (const list of Object.values(arrows)) list.sort()
    expect(found).toEqual(featureArrows)
  })

  test('have no cycles between files, imports of types too', () => {
    const known = new Set(sources)
    const fileAt = (path: string) =>
      [path, `${path}.ts`, `${path}.tsx`].find((one) => known.has(one)) ?? path
    const edges = new Map<string, string[]>()
    for (const { file, target } of product)
      if (target.startsWith('.'))
        edges.set(file, [
          ...(edges.get(file) ?? []),
          fileAt(relative(ROOT, resolve(ROOT, dirname(file), target))),
        ])
    expect(cycleIn(edges)).toEqual([])
  })
})

/** One cycle as a list of files, or nothing. */
function cycleIn(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  const visit = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return []
    for (const next of edges.get(file) ?? []) {
      const cycle = visit(next, [...path, file])
      if (cycle.length > 0) return cycle
    }
    done.add(file)
    return []
  }
  for (const file of edges.keys()) {
    const cycle = visit(file, [])
    if (cycle.length > 0) return cycle
  }
  return []
}
