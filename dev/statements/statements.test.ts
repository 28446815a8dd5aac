import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sentOf } from '@rmtools/kit/building'
import { createTestDatabase } from '@rmtools/kit/testing'
import { cases } from './cases.ts'
import { complaints, HOMES } from './check.ts'
import { keptOf, type Kept } from './kept.ts'
import { productFiles, ROOT, sitesOf } from './sources.ts'
import { recordOf } from './templates.ts'

// Once for all tests, because the compiler takes some seconds to read the sources.
const sites = sitesOf([...productFiles(), join(ROOT, 'dev/statements/cases.ts')])
const here = { home: 'dev/statements', schemas: ['crm_bib'] }

function recorded(name: keyof typeof cases): Kept {
  const one = recordOf(cases[name].toOperationNode(), sentOf(cases[name]).text)
  if (!one) throw new Error(`${name} is no statement`)
  return { ...one, place: name }
}

test('every statement gives the rows that its source says and takes the values that it is given: npm run statements', async () => {
  await using database = await createTestDatabase()
  expect(sites.length).toBeGreaterThan(400)
  const all = Object.keys(HOMES).flatMap(keptOf)
  for (const [home, schemas] of Object.entries(HOMES)) {
    const kept = keptOf(home)
    expect(kept.length).toBeGreaterThan(20)
    expect(await complaints(database.ownerUrl, { home, schemas, sites, kept, all })).toEqual([])
  }
})

test('a claim that is wrong is found, and which it is', async () => {
  await using database = await createTestDatabase()
  const wrong = {
    wrongName: 'fullname is not a column of its rows',
    wrongType: 'version is int4, not string (a number to TypeScript)',
    wrongArray: 'tags is _text, not number[] (an array of string)',
    neverNull: 'email may be null, and is said to be string',
    outerJoin: 'fullName may be null, and is said to be string',
    fewerWords: 'status may also be contacted, qualified, proposal, converted',
    wrongValue: 'a value of dev/statements/cases.ts wrongValue is 3, and it wants text',
    noTable: 'PostgreSQL refuses it: relation "leed" does not exist',
    forgetful:
      'its insert into investor_event leaves out detail: fill it, or name it in dev/statements/left-out.ts if it stays empty at first',
    emptySubSelect: 'rmName may be null, and is said to be string',
    builtNeverNull: 'rmName may be null, and is said to be string',
    builtWrongType: 'next is int4, not string (a number to TypeScript)',
    builtRefused: 'PostgreSQL refuses it: argument of WHERE must be type boolean, not type integer',
  }
  const found = async (name: keyof typeof cases) =>
    await complaints(database.ownerUrl, { ...here, sites, kept: [recorded(name)] })
  const names = Object.keys(cases).filter((name) => name in wrong) as (keyof typeof wrong)[]
  expect(names).toHaveLength(Object.keys(wrong).length)
  for (const name of names)
    expect((await found(name)).filter(isOfStatement)).toEqual([
      `dev/statements ${name}: ${wrong[name]}`,
    ])
  for (const name of ['right', 'rightWithout', 'builtRight'] as const)
    expect((await found(name)).filter(isOfStatement)).toEqual([])
})

test('no row of the typed builder is said to be what it is not checked to be', () => {
  const claiming = productFiles().filter((path) => readFileSync(path, 'utf8').includes('$castTo'))
  expect(claiming).toEqual([])
})

test('a statement that nobody recorded is missed, and one whose SQL has changed since', async () => {
  await using database = await createTestDatabase()
  const [right] = [recorded('right')]
  const changed = { ...right, templates: [...right.templates, '0000000000'] }
  const found = await complaints(database.ownerUrl, { ...here, sites, kept: [changed] })
  expect(found.filter((one) => one.includes('none of its statements was recorded'))).toEqual(
    expect.arrayContaining([expect.stringContaining('cases.ts neverNull')]),
  )
  expect(found).toEqual(
    expect.arrayContaining([expect.stringContaining('right: its SQL has changed since')]),
  )
  expect(found.some((one) => one.includes('cases.ts right:'))).toBe(false)
})

const isOfStatement = (complaint: string) => !complaint.includes('none of its statements')
