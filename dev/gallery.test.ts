// Every shared component has a story in the gallery.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** These draw nothing: they wrap every story, or only provide a value. */
const drawNothing = new Set(['Themed', 'ThemeProvider', 'ChooseLanguage'])

const uiOf = (app: string) => join(import.meta.dirname, '../apps', app, 'src/ui')
const textsOf = (app: string, isStory: boolean) =>
  readdirSync(uiOf(app))
    .filter((file) => file.endsWith('.tsx') && !file.includes('.test.'))
    .filter((file) => file.endsWith('.stories.tsx') === isStory)
    .map((file) => readFileSync(join(uiOf(app), file), 'utf8'))
const namesIn = (texts: readonly string[], pattern: RegExp) =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name))

describe.each(['admin', 'investor', 'mobile'])('the shared components of %s', (app) => {
  test('each have a story', () => {
    const components = namesIn(
      textsOf(app, false),
      /^export (?:function|const) ([A-Z]\w*[a-z]\w*)\b(?=[^\n]*[(<])/gm,
    )
    const shown = new Set(namesIn(textsOf(app, true), /^ {2}([A-Z]\w*): \(/gm))
    expect(components.length).toBeGreaterThan(15)
    expect(components.filter((name) => !shown.has(name) && !drawNothing.has(name))).toEqual([])
  })
})
