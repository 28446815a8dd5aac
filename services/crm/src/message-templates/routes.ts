import {
  messageChannels,
  messageDeclarations,
  messageKinds,
  messageTemplates,
  sampleOf,
  wordingFaults,
  type MessageTemplate,
  type Wording,
} from '@rmtools/contracts/crm/message-templates'
import { invalidInput, Problem } from '@rmtools/contracts/problem'
import { implement } from '@rmtools/kit/service'
import { deleteWording, ownWordings, putWording, type OwnWording, type Which } from './queries.ts'
import { defaultWording } from './rules.ts'

export const messageTemplateRoutes = () =>
  implement('messageTemplates', messageTemplates, {
    list: async (_, { db }) => {
      const own = await ownWordings(db)
      return { items: everyWhich.flatMap((which) => shown(which, own) ?? []) }
    },

    put: async (input, { db }) => {
      requireFit(input)
      await putWording(db, input)
      return found(input, await ownWordings(db))
    },

    preview: async (input) => {
      requireFit(input)
      return sampleOf(input)
    },

    reset: async (which, { db }) => await deleteWording(db, which),
  })

const everyWhich: Which[] = messageKinds.flatMap((kind) =>
  messageChannels.flatMap((channel) => (['id', 'en'] as const).map((language) => ({ kind, channel, language }))),
)

/** Throws 400 with a fault for each placeholder that may not be there, or is not. */
function requireFit({ kind, channel, ...wording }: Which & Wording): void {
  const errors = wordingFaults(kind, channel, wording)
  if (errors.length > 0) throw new Problem(invalidInput, { errors })
}

function found(which: Which, own: readonly OwnWording[]): MessageTemplate {
  const template = shown(which, own)
  if (!template) throw new Error(`${which.kind} does not go by ${which.channel}`)
  return template
}

function shown({ kind, channel, language }: Which, own: readonly OwnWording[]): MessageTemplate | undefined {
  const ours = defaultWording(kind, channel, language)
  if (!ours) return undefined
  const theirs = own.find((one) => one.kind === kind && one.channel === channel && one.language === language)
  const { placeholders, required } = messageDeclarations[kind]
  const { subject, text } = theirs ?? ours
  return {
    kind,
    channel,
    language,
    subject,
    text,
    isOwn: theirs !== undefined,
    default: ours,
    placeholders: [...placeholders],
    required,
    updatedAt: theirs?.updatedAt ?? null,
  }
}
