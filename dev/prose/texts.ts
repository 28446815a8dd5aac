// Finds the texts of a program that somebody reads in English: users, integrators, operators, and
// whoever looks at a failed test.

export type Text = { readonly start: number; readonly text: string }
export type Node = { readonly type: string; readonly start: number } & Readonly<
  Record<string, unknown>
>

// Calls that take an Indonesian and an English text, in this order, or arrays of the two.
const PAIRS = new Set(['say', 'both', 'word', 'label', 'words', 'state', 'question'])
// Properties and variables whose value is English, however deep it is.
const ENGLISH = new Set(['en', 'english', 'nounTexts', 'acceptedBreaks', 'jsonFaults'])
// Properties whose value is one English text.
const PROSE = new Set(['summary', 'description', 'detail', 'help', 'usage'])
// Calls and errors whose message is an argument; another may be a code.
const REFUSALS = new Set(['reason', 'refuse', 'refusal', 'fault', 'invalid', 'inputFault'])
const ERRORS = /Error$|^(PoisonMessage|Refusal|UnfitJob)$/
// Methods of a log.
const LEVELS = new Set(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'log'])
const TITLED = new Set(['test', 'it', 'describe'])

/** The English texts that a node of a program holds by itself. */
export function englishOf(node: Node): Text[] {
  switch (node.type) {
    case 'Property': {
      const name = nameOf(node['key'])
      if (ENGLISH.has(name)) return textsIn(node['value'])
      return PROSE.has(name) ? textOf(node['value']) : []
    }
    case 'VariableDeclarator':
      return englishOfVariable(nameOf(node['id']), node['init'])
    case 'NewExpression':
      return ERRORS.test(nameOf(node['callee'])) ? messageIn(argumentsOf(node)) : []
    case 'ConditionalExpression':
      return asksForIndonesian(node['test']) ? textOf(node['alternate']) : []
    case 'CallExpression':
      return englishOfCall(nameOf(node['callee']), node)
    default:
      return []
  }
}

/** The title of a test or of a group, also of `test.each(…)(title, …)`. */
export function titleOf(node: Node): Text[] {
  if (node.type !== 'CallExpression') return []
  let called = node['callee'] as Node
  while (called.type !== 'Identifier') {
    const inner = called['object'] ?? called['callee'] ?? called['tag']
    if (!isNode(inner)) return []
    called = inner
  }
  return TITLED.has(nameOf(called)) ? textOf(argumentsOf(node)[0]) : []
}

export const isNode = (value: unknown): value is Node =>
  value !== null && typeof value === 'object' && 'type' in value

function englishOfVariable(name: string, value: unknown): Text[] {
  // Settings are declared with their descriptions.
  if (ENGLISH.has(name) || name.endsWith('Settings')) return textsIn(value).filter(isProse)
  const isText = PROSE.has(name) || /[a-z]Text$/.test(name)
  return isText ? textOf(value).filter(isProse) : []
}

function englishOfCall(name: string, node: Node): Text[] {
  const given = argumentsOf(node)
  if (name === 'problemKind') return textOf(given[2])
  if (REFUSALS.has(name)) return messageIn(given).filter(isProse)
  if (isLog(node['callee'])) return messageIn(given)
  if (!PAIRS.has(name)) return []
  const pairs = given.some(isArray) ? given.flatMap(pairsIn) : [given.slice(-2)]
  return pairs.flatMap(([indonesian, english]) =>
    messageIn([indonesian]).length === 0 ? [] : messageIn([english]),
  )
}

/** The pairs of an array: the array itself, or those that it lists. */
function pairsIn(node: Node): (readonly Node[])[] {
  if (!isArray(node)) return []
  const elements = node['elements'] as readonly Node[]
  return elements.some(isArray) ? elements.flatMap(pairsIn) : [elements]
}

const argumentsOf = (node: Node) => node['arguments'] as readonly Node[]
const isArray = (node: Node): boolean => node.type === 'ArrayExpression'
/** A text of one word is a code, a name or a default. */
const isProse = ({ text }: Text): boolean => /\S\s+\S/.test(text)

/** `log.warn(…)`, `options.log.warn(…)`, `log[level](…)` and `console.error(…)`. */
function isLog(callee: unknown): boolean {
  const { object, property, computed } = callee as Partial<Node>
  if (object === undefined) return false
  const owner = object as Node
  const name = nameOf(owner.type === 'MemberExpression' ? owner['property'] : owner)
  return /^(log|console)$/.test(name) && (computed === true || LEVELS.has(nameOf(property)))
}

/** `language === 'id'`: the English text is the other one. */
function asksForIndonesian(test: unknown): boolean {
  const { type, operator, right } = test as Partial<Node>
  return type === 'BinaryExpression' && operator === '===' && nameOf(right) === 'id'
}

/** The texts of arguments that are one, or that choose or join some. */
function messageIn(given: readonly unknown[]): Text[] {
  return given.flatMap((node) => {
    const { type, left, right, consequent, alternate } = (node ?? {}) as Partial<Node>
    if (type === 'ConditionalExpression') return messageIn([consequent, alternate])
    return type === 'BinaryExpression' || type === 'LogicalExpression'
      ? messageIn([left, right])
      : textOf(node)
  })
}

/** Every text in an expression, except names of properties. */
function textsIn(node: unknown): Text[] {
  if (!isNode(node)) return []
  const texts = textOf(node)
  if (texts.length > 0) return texts
  return Object.entries(node).flatMap(([part, value]) => {
    if (part === 'key' || part === 'typeAnnotation') return []
    return Array.isArray(value) ? value.flatMap(textsIn) : textsIn(value)
  })
}

function nameOf(node: unknown): string {
  const { name, value } = (node ?? {}) as { name?: string; value?: string }
  return String(name ?? value)
}

/** A literal's text. Values that are filled in read as one word. */
function textOf(node: unknown): Text[] {
  const { type, start, value, quasis } = (node ?? {}) as {
    type?: string
    start: number
    value?: unknown
    quasis?: { value: { cooked: string } }[]
  }
  if (type === 'Literal' && typeof value === 'string') return [{ start, text: value }]
  if (type === 'TemplateLiteral' && quasis)
    return [{ start, text: quasis.map((part) => part.value.cooked).join(' 0 ') }]
  return []
}
