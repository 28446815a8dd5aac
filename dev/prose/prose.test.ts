// Finds each kind of fault where it is planted, and only there.
import { describe, expect, test } from 'vitest'
import { spellingFindings, styleFindings } from './checks.ts'
import { passagesOf } from './passages.ts'
import { vocabulary } from './vocabulary.ts'

const linesOf = (path: string, text: string): number[] =>
  styleFindings(passagesOf(path, text)).map(({ line }) => line)

describe('the vocabulary', () => {
  test('is read in comments, over the lines of one', () => {
    expect(
      linesOf('a.ts', '// Fine.\n\n// The page reloads by\n// itself.\nconst a = 1\n'),
    ).toEqual([3])
    expect(linesOf('a.ts', '/**\n * It mends the file.\n */\nconst a = 1\n')).toEqual([1])
    expect(linesOf('a.tsx', 'const a = <b>{/* It mends. */}</b>\n')).toEqual([1])
  })

  test('is read in the English of pairs and in descriptions, not in Indonesian or in code', () => {
    expect(linesOf('a.ts', "const a = say('Diubah', 'The RM is told.')\n")).toEqual([1])
    expect(linesOf('a.ts', "const a = { id: 'x',\n en: `The RM is told ${b}` }\n")).toEqual([2])
    expect(linesOf('a.ts', "const a = { summary: 'Hears of changes' }\n")).toEqual([1])
    expect(linesOf('a.ts', "const mended = say('is told', 'Changed.')\n")).toEqual([])
  })

  test('is read in messages in two languages, however they are built', () => {
    expect(linesOf('a.ts', "const a = {\n id: mail('x'),\n en: mail('It mends.') }\n")).toEqual([3])
    expect(linesOf('a.ts', "const english = {\n a: message('Fine', 'It mends.') }\n")).toEqual([2])
    expect(linesOf('a.ts', "both(['x', 'Fine'],\n ['x', 'It mends.'])\n")).toEqual([2])
    expect(linesOf('a.ts', "words(['x', 'Fine'], ['x', 'It mends.'])\n")).toEqual([1])
    expect(linesOf('a.ts', "question('x', ['x', 'Fine'], [['x', 'It mends.']])\n")).toEqual([1])
    expect(linesOf('a.ts', "state('done', 'x', 'It mends.')\n")).toEqual([1])
    expect(linesOf('a.ts', "say(`${a} x`, b ? 'Fine' : 'It mends.')\n")).toEqual([1])
    expect(linesOf('a.ts', "language === 'id' ? 'mend' : 'It mends.'\n")).toEqual([1])
    expect(linesOf('a.ts', "const indonesian = { a: message('Fine', 'It mends.') }\n")).toEqual([])
  })

  test('is read in problems, errors and log messages, except those of tests', () => {
    for (const text of [
      "problemKind('a', 400, 'It mends.')",
      "new Problem(kind, { detail: 'It mends.' })",
      'throw new AuthError(`it mends ${a}`)',
      "log.warn({ err }, 'it mends')",
      "options.log[level]({}, isA ? 'fine' : 'it mends')",
      "console.error('it mends')",
      "refuse('code', 'it mends')",
      "const appSettings = { A: integer('it mends', 1) }",
      "const a = new Gauge({ name: 'a', help: 'it mends' })",
      "const dayText = 'it mends'",
    ]) {
      expect(linesOf('a.ts', `${text}\n`)).toEqual([1])
      expect(linesOf('a.test.ts', `${text}\n`)).toEqual([])
    }
    expect(linesOf('a.ts', "problemKind('mend', 400, 'Fine')\nsync.warn('it mends')\n")).toEqual([])
  })

  test('is read in the titles of tests and of their groups', () => {
    for (const text of [
      "test('is told')",
      'describe.skipIf(a)(`${b} mends`, () => {})',
      "it.each([['x', 'told']])('%s is told', () => {})",
      "test.each`a`('mends', () => {})",
    ])
      expect(linesOf('a.test.ts', `${text}\n`)).toEqual([1])
    expect(linesOf('a.test.ts', "expect(tell('it mends')).toBe('is told')\n")).toEqual([])
  })

  test('is read in Markdown, not in its code', () => {
    const text = 'Fine.\n\nIt mends.\n\n```\nit mends\n```\n\n    it mends\n\nRun `mend` again.\n'
    expect(linesOf('a.md', text)).toEqual([3])
  })

  test.each([
    'It mends the file',
    'It hears of changes',
    'The user is told',
    'It ends by itself',
    'A case that was begun',
    'What is none of ours',
    'A token that is none',
    'The one from whom it came',
    'It reckons the fee',
    'Behind the public door',
    'Take them out as a file',
    'It counts once they accept',
    'An order that came to nothing',
    'It waits in vain',
    'The answer is no JSON',
    'What nobody had expected',
  ])('refuses "%s"', (text) => {
    expect(styleFindings([{ line: 1, text }])).toHaveLength(1)
  })

  test('says for every turn what to write instead, and why', () => {
    for (const { say, why } of vocabulary) expect([say, why]).not.toContain('')
    expect(styleFindings([{ line: 7, text: 'It mends.' }])).toEqual([
      { line: 7, message: expect.stringMatching(/^"mends": write correct .*clothes/) },
    ])
  })
})

test('a sentence that nobody reads to its end is found, one of a list is not', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')
  expect(styleFindings([{ line: 1, text: words(60) }])).toEqual([])
  expect(styleFindings([{ line: 1, text: words(61) }])).toHaveLength(1)
  expect(styleFindings([{ line: 1, text: `${words(40)}. ${words(40)}` }])).toEqual([])
})

test('a misspelt word is found on its line; code, names and our own words are not', async () => {
  const passages = [
    { line: 4, text: 'The colour is right, `recieve` is code and serverUrl a name.' },
    { line: 9, text: 'They recieve it.' },
    { line: 12, text: 'The APERD sells.' },
  ]
  const found = await spellingFindings(passages, ['APERD'])
  expect(found.map(({ line, message }) => [line, /"(\w+)"/.exec(message)?.[1]])).toEqual([
    [9, 'recieve'],
  ])
})
