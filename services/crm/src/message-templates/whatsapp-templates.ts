// The WhatsApp templates that Meta has to approve before a message is sent by them
// (https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview).
// They follow from the default wordings; docs/whatsapp-templates.md lists them.
import { createHash } from 'node:crypto'
import {
  isCodeKind,
  messageDeclarations,
  type MessageKind,
  type Placeholder,
} from '@rmtools/contracts/crm/message-kinds'
import { defaultWording, type Language } from './rules.ts'

export type WhatsappTemplate = {
  name: string
  language: Language
  category: 'UTILITY' | 'AUTHENTICATION'
  /** With our placeholders; null for a code, whose text is Meta's. */
  text: string | null
  /** In the order of the parameters; one that stands twice in the text is there twice. */
  placeholders: readonly Placeholder[]
}

/** The template of a message that is sent by SMS too. */
export function whatsappTemplate(kind: MessageKind, language: Language): WhatsappTemplate {
  const name = `rmtools_${kind.replaceAll('-', '_')}`
  // Meta requires a template with a fixed text for codes.
  if (isCodeKind(kind))
    return { name, language, category: 'AUTHENTICATION', text: null, placeholders: ['code'] }
  return {
    // A changed text is another template: the old one stays approved until the new one is.
    name: `${name}_${fingerprint(kind)}`,
    language,
    category: 'UTILITY',
    text: textOf(kind, language),
    placeholders: placeholdersIn(kind, textOf(kind, language)),
  }
}

/** The body as Meta wants it: {{1}}, {{2}} in place of our placeholders, in the order of the text. */
export function metaText({ text }: WhatsappTemplate): string {
  let number = 0
  return (text ?? '').replaceAll(IN_BRACES, () => `{{${++number}}}`)
}

const IN_BRACES = /\{(\w+)\}/g

// An e-mail says it in full; an SMS is as short as it can be.
function textOf(kind: MessageKind, language: Language): string {
  const wording = defaultWording(kind, 'email', language) ?? defaultWording(kind, 'sms', language)
  return wording?.text ?? ''
}

/** Each placeholder of a text, as often as it stands there. */
function placeholdersIn(kind: MessageKind, text: string): Placeholder[] {
  const { placeholders } = messageDeclarations[kind]
  return [...text.matchAll(IN_BRACES)].flatMap(
    ([, name]) => placeholders.find((placeholder) => placeholder === name) ?? [],
  )
}

function fingerprint(kind: MessageKind): string {
  const said = JSON.stringify([textOf(kind, 'id'), textOf(kind, 'en')])
  return createHash('sha256').update(said).digest('hex').slice(0, 6)
}
