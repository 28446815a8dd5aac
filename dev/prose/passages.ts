// Finds the prose of a file: comments, Markdown, and the English texts that users and integrators read.
import { parseSync, type Comment } from 'oxc-parser'
import { englishOf, isNode, titleOf, type Node } from './texts.ts'

export type Passage = { readonly line: number; readonly text: string }

// Of a test, its comments and titles are read: its other texts are data, e.g. names of people.
const TEST = /\.test\.tsx?$/
const DIRECTIVE = /^\s*(oxlint|eslint|biome|@ts|knip|#__)/

/** The passages of a file, by its extension. */
export function passagesOf(path: string, text: string): Passage[] {
  return path.endsWith('.md') ? markdownOf(text) : sourceOf(path, text)
}

function sourceOf(path: string, text: string): Passage[] {
  const parsed = parseSync(path, text)
  const lineOf = lineFinder(text)
  const passages = joined(parsed.comments, lineOf)
  const textsOf = TEST.test(path) ? titleOf : englishOf
  walk(parsed.program as unknown as Node, (node) => {
    for (const found of textsOf(node))
      passages.push({ line: lineOf(found.start), text: found.text })
  })
  return passages
}

/** Line comments that follow each other are one passage: a sentence may run over several lines. */
function joined(comments: readonly Comment[], lineOf: (at: number) => number): Passage[] {
  const passages: { line: number; last: number; text: string }[] = []
  for (const { type, value, start } of comments) {
    if (DIRECTIVE.test(value)) continue
    const line = lineOf(start)
    const before = passages.at(-1)
    const text = value.replaceAll(/^\s*\*/gm, ' ').replaceAll(/\s+/g, ' ')
    if (type === 'Line' && before?.last === line - 1) {
      before.text += text
      before.last = line
    } else passages.push({ line, last: type === 'Line' ? line : 0, text })
  }
  return passages
}

function markdownOf(text: string): Passage[] {
  const passages: Passage[] = []
  let isCode = false
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*```/.test(line)) isCode = !isCode
    else if (!isCode && !/^ {4}/.test(line)) passages.push({ line: index + 1, text: line })
  }
  return passages
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) walk(child, visit)
}

function lineFinder(text: string): (at: number) => number {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return (at) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= at) low = middle
      else high = middle
    }
    return low + 1
  }
}
