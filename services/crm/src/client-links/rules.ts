// The tokens of clients' links: computed from the link's id with a key outside the database, so
// that a link can be shown again although only the hash of its token is stored.
import { createHmac } from 'node:crypto'
import type { ClientLinkKind } from '@rmtools/contracts/crm/client-links'
import type { MessageKind } from '@rmtools/contracts/crm/message-kinds'
import type { Db } from '@rmtools/kit/db'
import { hashToken } from '@rmtools/kit/secrets'
import type { Values } from '../message-templates/message-text.ts'
import type { Language } from '../message-templates/rules.ts'

const names: Readonly<Record<ClientLinkKind, string>> = {
  approval: 'approval',
  mandate: 'mandate',
  registration: 'registration',
  page: 'client-page',
}
const folders: Readonly<Record<ClientLinkKind, string>> = {
  approval: 'approve',
  mandate: 'plan',
  registration: 'register',
  page: 'mine',
}

/** The token of a link, for whoever holds the secret. */
export const linkToken = (kind: ClientLinkKind, id: string, secret: string): string =>
  createHmac('sha256', secret).update(`${names[kind]}:${id}`).digest('base64url')

/** The address of the page behind a link. */
export const linkUrl = (kind: ClientLinkKind, token: string, publicUrl: string): string =>
  `${publicUrl}/i/${folders[kind]}/${token}`

type Stored = { id: string; tokenHash: Buffer }

/**
 * The token of a stored link. Undefined if it was not computed from its id with this key: it was
 * random, followed from another link, or the key has changed.
 */
export function shownToken(
  kind: ClientLinkKind,
  { id, tokenHash }: Stored,
  secret: string,
): string | undefined {
  const token = linkToken(kind, id, secret)
  return hashToken(token).equals(tokenHash) ? token : undefined
}

/** A link that its client can open now. */
export type OpenLink = Stored & {
  expiresAt: string
  entity: 'instruction_token' | 'investor_token' | 'client_link'
  /** Whether a code to a phone that the link cannot change guards what is behind it. */
  asksForCode: boolean
  /** The message that it is sent with; null: the latest one of this kind since the link was made. */
  messageId: string | null
  message: {
    kind: MessageKind
    values: (link: string) => Values | ((language: Language) => Values)
  }
}

/** How a feature finds the open link of one of its records, and notes that an RM took it. */
export type LinkSource = {
  /** Undefined if the caller may not see the record. */
  open: (
    db: Db,
    id: string,
    reading: { isLocking: boolean },
  ) => Promise<{ investorId: string; link: OpenLink | undefined } | undefined>
  noteTaken?: (db: Db, linkId: string, at: string) => Promise<void>
}
