import {
  messageChannels,
  messageDeclarations,
  messageKinds,
} from '@rmtools/contracts/crm/message-kinds'
import {
  messageTemplates,
  sampleOf,
  wordingFaults,
  type MessageTemplate,
  type Wording,
} from '@rmtools/contracts/crm/message-templates'
import { invalidInput, Problem } from '@rmtools/contracts/problem'
import { implement } from '@rmtools/kit/service'
import type { Db } from '@rmtools/kit/db'
import { waitingChanges } from '@rmtools/kit/second-person'
import type { PendingChange } from '@rmtools/contracts/second-person'
import type { CrmPorts } from '../ports.ts'
import { askSecond } from '../pending-changes/asking.ts'
import { deleteWording, ownWordings, putWording, type OwnWording, type Which } from './queries.ts'
import { defaultWording, subjectOf } from './rules.ts'

type Ports = Pick<CrmPorts, 'clock' | 'publicUrl'>

export const messageTemplateRoutes = (ports: Ports) =>
  implement('messageTemplates', messageTemplates, {
    list: async (_, { db }) => {
      const [own, waiting] = [await ownWordings(db), await waitingWordings(db, ports)]
      return { items: everyWhich.flatMap((which) => shown(which, own, waiting) ?? []) }
    },

    put: async (input, { db, actor: { isGuest } }) => {
      requireFit(input, ports)
      if (
        !(await askSecond(
          db,
          { kind: 'message-template', subject: subjectOf(input), payload: input },
          { ...ports, isGuest },
        ))
      )
        await putWording(db, input)
      return found(input, await ownWordings(db), await waitingWordings(db, ports))
    },

    preview: async (input) => {
      requireFit(input, ports)
      return sampleOf(input)
    },

    reset: async (which, { db }) => await deleteWording(db, which),
  })

const everyWhich: Which[] = messageKinds.flatMap((kind) =>
  messageChannels.flatMap((channel) =>
    (['id', 'en'] as const).map((language) => ({ kind, channel, language })),
  ),
)

/** Throws 400 with a fault for each forbidden or missing placeholder. */
function requireFit({ kind, channel, ...wording }: Which & Wording, { publicUrl }: Ports): void {
  const errors = wordingFaults(kind, channel, wording, publicUrl)
  if (errors.length > 0) throw new Problem(invalidInput, { errors })
}

async function waitingWordings(db: Db, { clock }: Ports): Promise<PendingChange[]> {
  return await waitingChanges(db, 'known_user', clock.now(), { kind: 'message-template' })
}

function found(
  which: Which,
  own: readonly OwnWording[],
  waiting: readonly PendingChange[],
): MessageTemplate {
  const template = shown(which, own, waiting)
  if (!template) throw new Error(`${which.kind} does not go by ${which.channel}`)
  return template
}

function shown(
  which: Which,
  own: readonly OwnWording[],
  waiting: readonly PendingChange[],
): MessageTemplate | undefined {
  const { kind, channel, language } = which
  const ours = defaultWording(kind, channel, language)
  if (!ours) return undefined
  const theirs = own.find(
    (one) => one.kind === kind && one.channel === channel && one.language === language,
  )
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
    waiting: asWaiting(waiting.find((one) => one.subject === subjectOf(which))),
  }
}

function asWaiting(change: PendingChange | undefined): MessageTemplate['waiting'] {
  if (!change) return null
  const { subject, text } = change.payload
  const { askedByName, askedAt, expiresAt } = change
  return {
    subject: typeof subject === 'string' ? subject : null,
    text: String(text),
    askedByName,
    askedAt,
    expiresAt,
  }
}
