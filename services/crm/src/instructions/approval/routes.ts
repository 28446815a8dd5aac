import {
  approvals,
  consentMissing,
  documentChanged,
  linkVoid,
  type InstructionDocument,
} from '@rmtools/contracts/crm/approvals'
import { consentNotInForce, lacksConsent } from '@rmtools/contracts/crm/consents'
import { isRepeatable } from '@rmtools/contracts/crm/payment-rules'
import { paidByDay } from '@rmtools/contracts/crm/nav-date'
import type { Input } from '@rmtools/contracts/endpoint'
import { Problem } from '@rmtools/contracts/problem'
import { hashDocument } from '@rmtools/kit/evidence-record'
import type { Db, Transaction } from '@rmtools/kit/db'
import { disposition } from '@rmtools/kit/disposition'
import { maskContact } from '@rmtools/kit/secrets'
import { gathering, implement } from '@rmtools/kit/service'
import type { CrmPorts } from '../../ports.ts'
import { visibleInstruction } from '../creating.ts'
import { marketHolidays } from '../queries.ts'
import { instructionPdf } from '../pdf.ts'
import { isSignable, requireSignable } from '../rules.ts'
import {
  anyLink,
  approve,
  decline,
  documentNow,
  openLink,
  whyClosed,
  type Opened,
} from './answer.ts'
import { refusedDecline, sendCodeFor, tryLinkCode } from './links.ts'
import * as queries from './queries.ts'
import { repeatingByLink } from './repeating.ts'

export const approvalRoutes = (ports: CrmPorts) => {
  const refusalOf = (opened: Opened) => whyClosed(opened, ports)

  return implement('approvals', approvals, {
    sender: async ({ token }, { db }) => {
      const { link, instruction } = await anyLink(db, token)
      const { companyName, brandColour, rmName, rmPhone, status } = instruction
      return {
        companyName,
        brandColour,
        rmName,
        rmPhone,
        language: 'id' as const,
        answeredAt: link.usedAt,
        status,
      }
    },

    view: async ({ token }, { db }) => {
      const opened = await openLink(db, { token, isLocking: false, refusalOf })
      if (opened instanceof Problem) return opened
      const { link, instruction } = opened
      const document = await documentNow(db, instruction, ports)
      return {
        document,
        documentHash: hashDocument(document),
        expiresAt: link.expiresAt,
        phone: maskContact(instruction.investorPhone ?? ''),
        status: instruction.status,
        needsCertifiedSignature: !isSignable(instruction, ports.signatures.level),
        declineNeedsCode: link.takenAt !== null,
        brandColour: instruction.brandColour,
        language: 'id' as const,
      }
    },

    payment: async ({ token }, { db }) => {
      const opened = await openLink(db, { token, isLocking: false, refusalOf: isVoid })
      if (opened instanceof Problem) return opened
      const { link, instruction } = opened
      const { status, type, navDate, payment } = instruction
      const now = ports.clock.now().toISOString()
      // Only the signer behind this link sees payment details.
      if (link.usedAt === null)
        return { status, now, payment: null, paidBy: null, order: null, repeat: 'none' as const }
      const paidBy = type === 'subscription' ? null : paidByDay(navDate, await marketHolidays(db))
      const { product, currency, amount, units, allUnits } = instruction
      const order = { productName: product.name, currency, amount, units, allUnits, navDate }
      return { status, now, payment, paidBy, order, repeat: await repeatOf(db, instruction) }
    },

    repeat: repeatingByLink(ports),

    document: async ({ token }, { db, reply }) => {
      const opened = await openLink(db, { token, isLocking: false, refusalOf: isVoid })
      if (opened instanceof Problem) return opened
      const { name, bytes } = await instructionPdf(db, opened.instruction.id, {
        ...ports,
        language: 'id',
      })
      reply.header('content-disposition', disposition('inline', name))
      return bytes
    },

    sendCode: async ({ token }, { db }) => {
      const opened = await openLink(db, { token, isLocking: true, refusalOf })
      if (opened instanceof Problem) return opened
      const { link, instruction } = opened
      return await sendCodeFor(db, link, {
        investorId: instruction.investorId,
        instructionId: instruction.id,
        phone: instruction.investorPhone,
        companyName: instruction.companyName,
        settings: instruction,
        ports,
      })
    },

    answer: gathering(
      async ({ decision, signature, documentHash }) =>
        decision === 'approve'
          ? await ports.signatures.keep({ image: signature, documentHash })
          : undefined,
      async (input, { db, origin }, signature) => {
        const judged = await judge(db, input, { ports, isLook: false })
        if (judged instanceof Problem) return judged
        const answer = { ...judged.opened, at: ports.clock.now().toISOString() }
        if (!signature || !judged.signed) return await decline(db, answer, input.reason ?? null)
        return await approve(db, answer, {
          ...judged.signed,
          signature,
          level: ports.signatures.level,
          origin,
        })
      },
      {
        prove: async (input, { db }) => {
          const judged = await judge(db, input, { ports, isLook: true })
          return judged instanceof Problem ? judged : undefined
        },
        discard: async (signature) => signature && (await ports.signatures.discard(signature)),
      },
    ),
  })
}

/** Whether the investor may order again. */
async function repeatOf(
  db: Db,
  instruction: Opened['instruction'],
): Promise<'none' | 'possible' | 'made'> {
  if (!isRepeatable(instruction)) return 'none'
  const { repeatedBy } = await visibleInstruction(db, instruction.id)
  return repeatedBy === null ? 'possible' : 'made'
}

const isVoid = ({ link, instruction }: Opened) =>
  link.voidedAt !== null || !instruction.companyIsActive ? linkVoid : undefined

type Judged = { opened: Opened; signed?: { document: InstructionDocument; hash: string } }

/**
 * Whether an answer is valid: checked once before the signature is decoded, then again where it is
 * written. Only the second check consumes the code, so that an unreadable picture does not cost the
 * investor a new one.
 */
async function judge(
  db: Transaction,
  input: Input<typeof approvals.answer>,
  { ports, isLook }: { ports: CrmPorts; isLook: boolean },
): Promise<Judged | Problem> {
  const opened = await openLink(db, {
    token: input.token,
    isLocking: true,
    refusalOf: (one) => whyClosed(one, ports),
  })
  if (opened instanceof Problem) return opened
  const phone = opened.instruction.investorPhone
  if (input.decision === 'decline')
    return (
      (await refusedDecline(db, opened.link, { phone, code: input.code, ports, isLook })) ?? {
        opened,
      }
    )
  if (input.consent !== true)
    throw new Problem(consentMissing, { errors: [{ pointer: '/consent', code: 'required' }] })
  if (
    opened.instruction.type !== 'redemption' &&
    lacksConsent(await queries.consentsOfBuyer(db, opened.instruction.id))
  )
    throw new Problem(consentNotInForce)
  requireSignable(opened.instruction, ports.signatures.level)
  const document = await documentNow(db, opened.instruction, ports)
  const hash = hashDocument(document)
  if (input.documentHash !== hash) throw new Problem(documentChanged)
  const refused = await tryLinkCode(db, opened.link, {
    phone,
    code: input.code,
    ports,
    isLook,
  })
  return refused ?? { opened, signed: { document, hash } }
}
