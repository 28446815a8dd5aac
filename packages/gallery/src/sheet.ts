// Lays out all states of an app's components on one page. Each is mounted separately, so that one
// failure does not affect the others.
import { cssTokens } from '@rmtools/look/css'
import type { Scheme } from '@rmtools/look/colours'
import type { Language } from '@rmtools/look/words'
import { doubleText } from './double-text.ts'
import { sheetStyle } from './sheet-style.ts'
import type { Stories, Story } from './stories.ts'

export type Choice = {
  readonly language: Language
  readonly scheme: Scheme
  readonly isLarge: boolean
  /** A single state: `Button/busy`. */
  readonly only: string | null
}

type Gallery<Node> = {
  /** Modules that export `stories`, by path. */
  readonly modules: Readonly<Record<string, { readonly stories: Stories<Node> }>>
  /** Renders a state in a box. */
  readonly mount: (node: Node, box: HTMLElement) => void
  /** The minimum width of a state. */
  readonly storyWidth: number
}

/** What the URL selects. */
export function choiceOf(address: string): Choice {
  const { searchParams } = new URL(address)
  return {
    language: searchParams.get('language') === 'en' ? 'en' : 'id',
    scheme: searchParams.get('scheme') === 'dark' ? 'dark' : 'light',
    isLarge: searchParams.get('text') === '200',
    only: searchParams.get('only'),
  }
}

/** Shows the sheet, or the single state that the URL names. */
export async function showGallery<Node>({
  modules,
  mount,
  storyWidth,
}: Gallery<Node>): Promise<void> {
  const choice = choiceOf(location.href)
  const root = document.documentElement
  root.lang = choice.language
  root.dataset['scheme'] = choice.scheme
  const tokens = new CSSStyleSheet()
  tokens.replaceSync(cssTokens() + sheetStyle(storyWidth))
  document.adoptedStyleSheets.push(tokens)
  const stories = Object.assign(
    {},
    ...Object.values(modules).map((one) => one.stories),
  ) as Stories<Node>
  const body = document.getElementById('root') ?? document.body
  if (choice.only === null) drawSheet(stories, choice, { body, mount })
  else drawOne(stories, choice, { body, mount })
  await settled()
  if (choice.isLarge) doubleText(choice.only === null ? '.gallery-stage' : 'body')
  await settled()
  leaveFields()
  root.dataset['drawn'] = 'true'
}

type MountPoint<Node> = Pick<Gallery<Node>, 'mount'> & { readonly body: HTMLElement }

function statesOf<Node>(
  stories: Stories<Node>,
  component: string,
  language: Language,
): Readonly<Record<string, Story<Node>>> {
  return stories[component]?.((id, en) => ({ id, en })[language]) ?? {}
}

function drawOne<Node>(
  stories: Stories<Node>,
  choice: Choice,
  { body, mount }: MountPoint<Node>,
): void {
  const [component = '', name = ''] = choice.only?.split('/') ?? []
  const story = statesOf(stories, component, choice.language)[name]
  if (!story) throw new Error(`There is no story ${choice.only ?? ''}`)
  document.title = `${component}, ${name}`
  document.documentElement.dataset['only'] = choice.only ?? ''
  mount(story.node, body)
}

function drawSheet<Node>(
  stories: Stories<Node>,
  choice: Choice,
  { body, mount }: MountPoint<Node>,
): void {
  document.title = 'Gallery'
  const sheet = made('main', 'gallery')
  sheet.append(made('h1', 'gallery-title', 'Gallery'))
  body.replaceWith(sheet)
  for (const component of Object.keys(stories).toSorted()) {
    const section = made('section', 'gallery-component')
    section.append(made('h2', 'gallery-component-name', component))
    const states = made('div', 'gallery-states')
    section.append(states)
    sheet.append(section)
    for (const [name, story] of Object.entries(statesOf(stories, component, choice.language)))
      states.append(figureOf(`${component}/${name}`, name, story, mount))
  }
}

function figureOf<Node>(
  id: string,
  name: string,
  story: Story<Node>,
  mount: Gallery<Node>['mount'],
): HTMLElement {
  const figure = made('figure', story.isWide ? 'gallery-state is-wide' : 'gallery-state')
  const stage = made('div', 'gallery-stage')
  stage.dataset['story'] = id
  if (story.isMoving) stage.dataset['moving'] = 'true'
  figure.append(made('figcaption', 'gallery-state-name', name), stage)
  if (story.height === undefined) mount(story.node, stage)
  else stage.append(windowOf(id, story.height))
  return figure
}

function windowOf(id: string, height: number): HTMLIFrameElement {
  const address = new URL(location.href)
  address.searchParams.set('only', id)
  const frame = document.createElement('iframe')
  frame.title = id
  frame.height = String(height)
  frame.src = address.href
  return frame
}

function made(tag: string, className: string, text?: string): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  if (text !== undefined) element.textContent = text
  return element
}

/** Removes the focus: which of several autofocused fields gets it is random. */
function leaveFields(): void {
  const frames = [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument)
  for (const one of [...frames, document])
    if (one?.activeElement && 'blur' in one.activeElement) (one.activeElement as HTMLElement).blur()
}

const QUIET_ROUNDS = 4

/**
 * Resolves when frames are rendered, fonts are loaded, every state shows something, and nothing has
 * changed for a while.
 */
async function settled(): Promise<void> {
  for (const frame of document.querySelectorAll('iframe')) await drawn(frame)
  await document.fonts.ready
  let quiet = 0
  const watcher = new MutationObserver(() => (quiet = 0))
  watcher.observe(document.documentElement, { childList: true, subtree: true, attributes: true })
  while (quiet < QUIET_ROUNDS) {
    quiet = isWaiting() ? 0 : quiet + 1
    await idle()
  }
  watcher.disconnect()
}

function isWaiting(): boolean {
  // Lazy pictures out of view would wait until somebody scrolls to them.
  for (const picture of document.images) if (picture.loading === 'lazy') picture.loading = 'eager'
  const isLoading = [...document.images].some(({ complete }) => !complete)
  return isLoading || document.querySelector('.gallery-stage:empty') !== null
}

/** Resolves when the browser is idle; a slow machine takes longer. */
async function idle(): Promise<void> {
  await new Promise<void>((done) => setTimeout(() => requestIdleCallback(() => done()), 50))
}

async function drawn(frame: HTMLIFrameElement): Promise<void> {
  while (!frame.contentDocument?.querySelector('html[data-drawn=true]'))
    await new Promise((done) => setTimeout(done, 50))
}
