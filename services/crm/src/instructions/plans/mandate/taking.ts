// The open link to the mandate of a plan, for the RM who takes it.
import type { LinkSource } from '../../../client-links/rules.ts'
import type { CrmPorts } from '../../../ports.ts'
import { openLinkOf, noteTaken } from '../../approval/queries.ts'
import { planById } from '../queries.ts'
import { planValues } from '../telling.ts'
import { whyMandateClosed } from './answer.ts'
import { latestMandate } from './queries.ts'

export const mandateLinks = ({ clock }: Pick<CrmPorts, 'clock'>): LinkSource => ({
  open: async (db, planId, { isLocking }) => {
    const plan = await planById(db, planId)
    if (!plan) return undefined
    const { investorId } = plan
    const mandate = await latestMandate(db, planId)
    const link = mandate && (await openLinkOf(db, { mandateId: mandate.id }, { isLocking }))
    if (!link || whyMandateClosed({ link, mandate }, { clock }))
      return { investorId, link: undefined }
    const { id, tokenHash, expiresAt } = link
    return {
      investorId,
      link: {
        id,
        tokenHash,
        expiresAt,
        entity: 'instruction_token',
        asksForCode: mandate.investorPhone !== null,
        messageId: id,
        message: { kind: 'plan-link', values: (url) => planValues(mandate, url) },
      },
    }
  },
  noteTaken,
})
