// The link to a client's own page: the same one in each message.
import type { Db } from '@rmtools/kit/db'
import { hashToken } from '@rmtools/kit/secrets'
import type { CrmPorts } from '../ports.ts'
import { linkToken, linkUrl, shownToken } from './rules.ts'
import { extendLink, insertLink, isRevoked, lockClient, lockLiving, voidLinks } from './queries.ts'

const LIFE_MS = 30 * 86_400_000

type Ports = Pick<CrmPorts, 'clock' | 'otpSecret' | 'publicUrl'>

/**
 * The address of a client's page, alive for thirty days from now: the link that there is, or a new
 * one. Undefined if there is no such client.
 */
export async function pageLinkOf(
  db: Db,
  investorId: string,
  { clock, otpSecret, publicUrl }: Ports,
): Promise<{ url: string; expiresAt: string } | undefined> {
  if (!(await lockClient(db, investorId))) return undefined
  const now = clock.now()
  const expiresAt = new Date(now.getTime() + LIFE_MS).toISOString()
  const living = await lockLiving(db, investorId)
  const known = living && shownToken('page', living, otpSecret)
  // Made with an earlier key, or expired: whoever kept the old address should not get in by it.
  const isGood =
    living !== undefined && known !== undefined && Date.parse(living.expiresAt) > now.getTime()
  if (isGood) {
    await extendLink(db, living.id, expiresAt)
    return { url: linkUrl('page', known, publicUrl), expiresAt }
  }
  await voidLinks(db, investorId)
  const id = crypto.randomUUID()
  const token = linkToken('page', id, otpSecret)
  await insertLink(db, { id, investorId, tokenHash: hashToken(token), expiresAt })
  return { url: linkUrl('page', token, publicUrl), expiresAt }
}

/**
 * The address for a message that nobody asked for. Undefined also if the link was revoked: only
 * somebody who sends a new one ends that.
 */
export async function unaskedPageLinkOf(
  db: Db,
  investorId: string,
  ports: Ports,
): ReturnType<typeof pageLinkOf> {
  return (await isRevoked(db, investorId)) ? undefined : await pageLinkOf(db, investorId, ports)
}

/** Revokes a client's link, and every visit with it; false if there was none. */
export async function revokePageLink(db: Db, investorId: string): Promise<boolean> {
  return (await voidLinks(db, investorId)) > 0
}
