// The open approval link of an instruction, for the RM who takes it.
import type { LinkSource } from '../../client-links/rules.ts'
import type { CrmPorts } from '../../ports.ts'
import { documentedById } from '../queries.ts'
import { whyClosed } from './answer.ts'
import { linkValues } from './link.ts'
import { openLinkOf, noteTaken } from './queries.ts'

export const approvalLinks = ({ clock }: Pick<CrmPorts, 'clock'>): LinkSource => ({
  open: async (db, instructionId, { isLocking }) => {
    const instruction = await documentedById(db, instructionId)
    if (!instruction) return undefined
    const { investorId, investorPhone } = instruction
    const link = await openLinkOf(db, { instructionId }, { isLocking })
    if (!link || whyClosed({ link, instruction }, { clock })) return { investorId, link: undefined }
    const { id, tokenHash, expiresAt } = link
    return {
      investorId,
      link: {
        id,
        tokenHash,
        expiresAt,
        entity: 'instruction_token',
        asksForCode: investorPhone !== null,
        messageId: id,
        message: { kind: 'approval-link', values: (url) => linkValues(instruction, url) },
      },
    }
  },
  noteTaken,
})
