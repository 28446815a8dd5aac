// The living link to a client's own page, for the RM who takes it.
import type { LinkSource } from '../client-links/rules.ts'
import type { CrmPorts } from '../ports.ts'
import { whyClosed } from './opening.ts'
import { livingLink, lockLink, ownerById } from './queries.ts'
import { linkValues } from './routes.ts'

export const pageLinks = ({ clock }: Pick<CrmPorts, 'clock'>): LinkSource => ({
  open: async (db, investorId, { isLocking }) => {
    const owner = await ownerById(db, investorId)
    if (!owner) return undefined
    const living = await livingLink(db, investorId)
    const link = living && (isLocking ? await lockLink(db, living.id) : living)
    if (!link || whyClosed({ link, owner }, clock.now())) return { investorId, link: undefined }
    const { id, tokenHash, expiresAt } = link
    return {
      investorId,
      link: {
        id,
        tokenHash,
        expiresAt,
        entity: 'client_link',
        asksForCode: owner.phone !== null,
        // The same link goes out again and again.
        messageId: null,
        message: { kind: 'page-link', values: (url) => linkValues(owner, url) },
      },
    }
  },
})
