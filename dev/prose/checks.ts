// Checks passages of prose: vocabulary, sentence length, and spelling.
import { spellCheckDocument, type CSpellUserSettings } from 'cspell-lib'
import type { Passage } from './passages.ts'
import { vocabulary } from './vocabulary.ts'

export type Finding = { readonly line: number; readonly message: string }

const MAX_SENTENCE_WORDS = 60

/** Turns that the vocabulary rejects, and sentences that are too long. */
export function styleFindings(passages: readonly Passage[]): Finding[] {
  return passages.flatMap(({ line, text }) => {
    const prose = withoutCode(text)
    return [...turnsIn(prose), ...longSentencesIn(prose)].map((message) => ({ line, message }))
  })
}

function turnsIn(prose: string): string[] {
  return vocabulary.flatMap(({ turn, say, why }) => {
    const found = turn.exec(prose)?.[0]
    return found === undefined ? [] : [`"${found}": write ${say} (${why})`]
  })
}

function longSentencesIn(prose: string): string[] {
  // Each cell of a table is its own sentence.
  return prose.split(/[.!?:;|](?:\s|$)/).flatMap((sentence) => {
    const words = sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word))
    return words.length <= MAX_SENTENCE_WORDS
      ? []
      : [
          `a sentence of ${words.length} words (at most ${MAX_SENTENCE_WORDS}): "${words.slice(0, 6).join(' ')} …"`,
        ]
  })
}

/**
 * Words that neither the English dictionaries nor ours contain. One check for many passages,
 * because it loads the dictionaries.
 */
export async function spellingFindings(
  passages: readonly Passage[],
  known: readonly string[],
): Promise<Finding[]> {
  const text = passages.map((one) => withoutCode(one.text).replaceAll('\n', ' ')).join('\n')
  const { issues } = await spellCheckDocument(
    { uri: 'prose.txt', text, languageId: 'plaintext', locale: 'en-GB' },
    { generateSuggestions: false, noConfigSearch: true },
    settings(known),
  )
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return issues.map(({ offset, text: word }) => ({
    line: passages[starts.findLastIndex((start) => start <= offset)]?.line ?? 0,
    message: `"${word}" is not in the dictionaries: correct it, or add it to dev/prose/words.txt`,
  }))
}

const settings = (known: readonly string[]): CSpellUserSettings => ({
  import: ['@cspell/cspell-bundled-dicts', '@cspell/dict-en-gb-mit/cspell-ext.json'],
  language: 'en-GB',
  words: [...known],
  dictionaries: ['en-gb-mit', 'softwareTerms', 'node', 'typescript', 'fullstack', 'companies'],
  // Camel case is a name, e.g. of a function, and ids are not words.
  ignoreRegExpList: ['/\\b\\w*[a-z][A-Z]\\w*\\b/g', '/\\b\\w*[\\d_]\\w*\\b/g', '/\\S+[/@.=]\\S+/g'],
  minWordLength: 4,
  maxNumberOfProblems: 100_000,
  maxDuplicateProblems: 100_000,
})

/** Code, addresses and placeholders are not prose. */
const withoutCode = (text: string): string =>
  text
    .replaceAll(/`[^`]*`/g, ' 0 ')
    .replaceAll(/\]\([^)]*\)/g, ']')
    .replaceAll(/\{+\w+\}+/g, ' 0 ')
