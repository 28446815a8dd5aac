import { approvals, consentMissing, documentChanged, linkVoid, codesSpent, otpTooSoon } from '@rmtools/contracts/crm/approvals'
import { Problem } from '@rmtools/contracts/problem'
import { maskContact } from '@rmtools/kit/secrets'
import { gathering, implement } from '@rmtools/kit/service'
import { sendToInvestor } from '../../message-templates/events.ts'
import { codeSecondsOf, minutesOf, newCode, RESEND_SECONDS, waitForCode } from '../../one-time-codes/rules.ts'
import type { CrmPorts } from '../../ports.ts'
import { hashDocument } from '../document.ts'
import { instructionPdf } from '../pdf.ts'
import { isSignable, requireSignable } from '../rules.ts'
import { approve, decline, documentNow, openLink, requireOpen, tryCode } from './answer.ts'
import * as queries from './queries.ts'

export const approvalRoutes = (ports: CrmPorts) =>
  implement('approvals', approvals, {
    sender: async ({ token }, { db }) => {
      const { link, instruction } = await openLink(db, token, false)
      const { companyName, brandColour, rmName, rmPhone, status } = instruction
      return { companyName, brandColour, rmName, rmPhone, language: 'id' as const, answeredAt: link.usedAt, status }
    },

    view: async ({ token }, { db }) => {
      const opened = await openLink(db, token, false)
      requireOpen(opened, ports)
      const { link, instruction } = opened
      const document = await documentNow(db, instruction, ports)
      return {
        document,
        documentHash: hashDocument(document),
        expiresAt: link.expiresAt,
        phone: maskContact(instruction.investorPhone ?? ''),
        status: instruction.status,
        needsCertifiedSignature: !isSignable(instruction, ports.signatures.level),
        brandColour: instruction.brandColour,
        language: 'id' as const,
      }
    },

    document: async ({ token }, { db }) => {
      const { link, instruction } = await openLink(db, token, false)
      if (link.voidedAt !== null || !instruction.companyIsActive) throw new Problem(linkVoid)
      return await instructionPdf(db, link.instructionId, ports)
    },

    sendCode: async ({ token }, { db }) => {
      const opened = await openLink(db, token, true)
      requireOpen(opened, ports)
      const { link, instruction } = opened
      const now = ports.clock.now()
      const { seconds, isSpent } = waitForCode(link, now)
      if (seconds > 0) throw new Problem(isSpent ? codesSpent : otpTooSoon, { retryAfterSeconds: seconds })
      const validSeconds = codeSecondsOf(instruction)
      const { code, keep } = newCode(link, instruction.investorPhone ?? '', { now, secret: ports.otpSecret, seconds: validSeconds })
      await queries.keepCode(db, link.id, keep)
      await sendToInvestor(db, {
        id: crypto.randomUUID(),
        kind: 'approval-code',
        channel: 'sms',
        to: instruction.investorPhone,
        values: { code, companyName: instruction.companyName, minutes: minutesOf(validSeconds) },
      })
      return { phone: maskContact(instruction.investorPhone ?? ''), resendAfterSeconds: RESEND_SECONDS }
    },

    answer: gathering(
      async ({ decision, signature, documentHash }) =>
        decision === 'approve' ? await ports.signatures.keep({ image: signature, documentHash }) : undefined,
      async (input, { db, origin }, signature) => {
        const opened = await openLink(db, input.token, true)
        requireOpen(opened, ports)
        const at = ports.clock.now().toISOString()
        if (!signature) return await decline(db, { ...opened, at }, input.reason ?? null)
        if (input.consent !== true) throw new Problem(consentMissing, { errors: [{ pointer: '/consent', code: 'required' }] })
        requireSignable(opened.instruction, ports.signatures.level)
        const document = await documentNow(db, opened.instruction, ports)
        const hash = hashDocument(document)
        if (input.documentHash !== hash) throw new Problem(documentChanged)
        const refused = await tryCode(db, opened, { code: input.code, ports })
        if (refused) return refused
        return await approve(db, { ...opened, at }, { document, hash, signature, level: ports.signatures.level, origin })
      },
    ),
  })
