// The open registration link of a case, for the RM who takes it.
import type { LinkSource } from '../../client-links/rules.ts'
import type { CrmPorts } from '../../ports.ts'
import { caseById } from '../queries.ts'
import { ownCompany } from '../company/queries.ts'
import { linkValues, refusalOf } from './link.ts'
import { openLinkOf } from './queries.ts'

export const registrationLinks = ({ clock }: Pick<CrmPorts, 'clock'>): LinkSource => ({
  open: async (db, investorId, { isLocking }) => {
    const investor = await caseById(db, investorId)
    if (!investor) return undefined
    const company = await ownCompany(db, investor.companyId)
    const link = await openLinkOf(db, investorId, { isLocking })
    const isOpen =
      link &&
      !refusalOf(link, clock.now()) &&
      company?.isActive &&
      investor.status === 'awaiting-investor'
    if (!isOpen) return { investorId, link: undefined }
    const { id, tokenHash, expiresAt, fixesPhone } = link
    return {
      investorId,
      link: {
        id,
        tokenHash,
        expiresAt,
        entity: 'investor_token',
        // Otherwise whoever holds the link says to which phone the code goes.
        asksForCode: fixesPhone && investor.phone !== null,
        messageId: id,
        message: {
          kind: 'registration-link',
          values: (url) => linkValues(investor, company, url),
        },
      },
    }
  },
})
