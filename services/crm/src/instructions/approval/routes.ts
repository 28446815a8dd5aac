import { approvals, consentMissing, documentChanged, linkVoid, otpTooSoon } from '@rmtools/contracts/crm/approvals'
import { Problem } from '@rmtools/contracts/problem'
import { addJob } from '@rmtools/kit/jobs'
import { maskContact, randomOtp } from '@rmtools/kit/secrets'
import { gathering, implement } from '@rmtools/kit/service'
import type { CrmPorts } from '../../ports.ts'
import { hashDocument } from '../document.ts'
import { instructionPdf } from '../pdf.ts'
import { approve, decline, documentNow, hashCode, openLink, requireOpen, tryCode } from './answer.ts'
import * as queries from './queries.ts'
import { keepSignature } from './signature.ts'

const CODE_SECONDS = 300
const CODES_PER_LINK = 5
const RESEND_SECONDS = 60

export const approvalRoutes = (ports: CrmPorts) =>
  implement('approvals', approvals, {
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
        brandColour: instruction.brandColour,
        language: 'id' as const,
      }
    },

    document: async ({ token }, { db }) => {
      const { link } = await openLink(db, token, false)
      if (link.voidedAt !== null) throw new Problem(linkVoid)
      return await instructionPdf(db, link.instructionId, ports)
    },

    sendCode: async ({ token }, { db }) => {
      const opened = await openLink(db, token, true)
      requireOpen(opened, ports)
      const { link, instruction } = opened
      const now = ports.clock.now().getTime()
      const waited = link.codeSentAt === null ? Infinity : (now - Date.parse(link.codeSentAt)) / 1000
      if (waited < RESEND_SECONDS) throw new Problem(otpTooSoon, { retryAfterSeconds: RESEND_SECONDS - waited })
      if (link.codesSent >= CODES_PER_LINK)
        throw new Problem(otpTooSoon, { retryAfterSeconds: 3600, detail: 'Ask your relationship manager for a new link' })
      const code = randomOtp()
      const codeExpiresAt = new Date(now + CODE_SECONDS * 1000).toISOString()
      await queries.keepCode(db, link.id, {
        codeHash: hashCode(link.id, code, ports),
        codeSentAt: new Date(now).toISOString(),
        codeExpiresAt,
      })
      await addJob(db, 'message', {
        id: crypto.randomUUID(),
        channel: 'sms',
        to: instruction.investorPhone,
        text: `${code} adalah kode persetujuan instruksi ${instruction.companyName}. Jangan berikan kepada siapa pun. Berlaku 5 menit.`,
      })
      return { phone: maskContact(instruction.investorPhone ?? ''), resendAfterSeconds: RESEND_SECONDS }
    },

    answer: gathering(
      async ({ decision, signature }) => (decision === 'approve' ? await keepSignature(signature, ports.files) : undefined),
      async (input, { db, origin }, signature) => {
        const opened = await openLink(db, input.token, true)
        requireOpen(opened, ports)
        const at = ports.clock.now().toISOString()
        if (!signature) return await decline(db, { ...opened, at }, input.reason ?? null)
        if (input.consent !== true) throw new Problem(consentMissing, { errors: [{ pointer: '/consent', code: 'required' }] })
        const document = await documentNow(db, opened.instruction, ports)
        const hash = hashDocument(document)
        if (input.documentHash !== hash) throw new Problem(documentChanged)
        const refused = await tryCode(db, { link: opened.link, code: input.code, ports })
        if (refused) return refused
        return await approve(db, { ...opened, at }, { document, hash, signature, origin })
      },
    ),
  })
