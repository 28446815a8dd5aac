import { consentMissing, documentChanged, linkVoid } from '@rmtools/contracts/crm/approvals'
import { consentNotInForce, lacksConsent } from '@rmtools/contracts/crm/consents'
import { planMandates, type PlanDocument } from '@rmtools/contracts/crm/plan-mandates'
import type { Input } from '@rmtools/contracts/endpoint'
import { Problem } from '@rmtools/contracts/problem'
import { hashDocument } from '@rmtools/kit/evidence-record'
import type { Transaction } from '@rmtools/kit/db'
import { disposition } from '@rmtools/kit/disposition'
import { maskContact } from '@rmtools/kit/secrets'
import { gathering, implement } from '@rmtools/kit/service'
import type { CrmPorts } from '../../../ports.ts'
import {
  anyLinkTo,
  openLinkTo,
  refusedDecline,
  sendCodeFor,
  tryLinkCode,
} from '../../approval/links.ts'
import { consentsOf } from '../../approval/queries.ts'
import { isSignable, requireSignable } from '../../rules.ts'
import { planDocumentOf } from '../rules.ts'
import {
  daysIfSigned,
  declinePlan,
  mandateOf,
  signPlan,
  whyMandateClosed,
  type OpenedMandate,
} from './answer.ts'
import { manage, managedPlan } from './managing.ts'
import { mandatePdf } from './pdf.ts'
import type { MandateRow } from './queries.ts'

const toSign = mandateOf(false)
/** What the investor answered, whatever became of the mandate afterwards. */
function answerTo({ status, signedAt }: MandateRow): 'signed' | 'declined' | null {
  if (signedAt !== null) return 'signed'
  return status === 'declined' ? 'declined' : null
}
const isVoid = ({ link, mandate }: OpenedMandate) =>
  link.voidedAt !== null || !mandate.companyIsActive ? linkVoid : undefined

export const planMandateRoutes = (ports: CrmPorts) => {
  const refusalOf = (opened: OpenedMandate) => whyMandateClosed(opened, ports)
  const open = async (db: Transaction, token: string, isLocking: boolean) =>
    await openLinkTo(db, { token, isLocking, subjectOf: toSign, refusalOf })

  return implement('planMandates', planMandates, {
    sender: async ({ token }, { db }) => {
      const { link, mandate } = await anyLinkTo(db, token, toSign)
      const { companyName, brandColour, rmName, rmPhone, planStatus: status } = mandate
      const answeredAt = link.usedAt
      return {
        companyName,
        brandColour,
        rmName,
        rmPhone,
        language: 'id' as const,
        answeredAt,
        status,
        answer: answerTo(mandate),
      }
    },

    view: async ({ token }, { db }) => {
      const opened = await open(db, token, false)
      if (opened instanceof Problem) return opened
      const { link, mandate } = opened
      const document = planDocumentOf(mandate)
      return {
        document,
        documentHash: hashDocument(document),
        nextRuns: await daysIfSigned(db, mandate, ports),
        isChange: mandate.planStatus !== 'awaiting-approval',
        expiresAt: link.expiresAt,
        phone: maskContact(mandate.investorPhone ?? ''),
        needsCertifiedSignature: !isSignableMandate(mandate, ports),
        declineNeedsCode: link.takenAt !== null,
        brandColour: mandate.brandColour,
        language: 'id' as const,
      }
    },

    document: async ({ token }, { db, reply }) => {
      const opened = await openLinkTo(db, {
        token,
        isLocking: false,
        subjectOf: toSign,
        refusalOf: isVoid,
      })
      if (opened instanceof Problem) return opened
      const { name, bytes } = await mandatePdf(db, opened.mandate, { ...ports, language: 'id' })
      reply.header('content-disposition', disposition('inline', name))
      return bytes
    },

    sendCode: async ({ token }, { db }) => {
      const opened = await open(db, token, true)
      if (opened instanceof Problem) return opened
      const { link, mandate } = opened
      return await sendCodeFor(db, link, {
        investorId: mandate.investorId,
        phone: mandate.investorPhone,
        companyName: mandate.companyName,
        settings: mandate,
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
        const answer = { opened: judged.opened, at: ports.clock.now().toISOString(), ports }
        if (!signature || !judged.signed) return await declinePlan(db, answer, input.reason ?? null)
        const { level } = ports.signatures
        return await signPlan(db, answer, { ...judged.signed, signature, level, origin })
      },
      {
        prove: async (input, { db }) => {
          const judged = await judge(db, input, { ports, isLook: true })
          return judged instanceof Problem ? judged : undefined
        },
        discard: async (signature) => signature && (await ports.signatures.discard(signature)),
      },
    ),

    managed: async ({ token }, { db }) => await managedPlan(db, token, ports),
    pause: async ({ token }, { db }) => await manage(db, { token, act: 'pause' }, ports),
    resume: async ({ token }, { db }) => await manage(db, { token, act: 'resume' }, ports),
    revoke: async ({ token }, { db }) => await manage(db, { token, act: 'revoke' }, ports),
  })
}

/** Each purchase counts alone: a larger one than the company's limit needs another signature. */
const isSignableMandate = ({ terms, certifiedAbove }: MandateRow, ports: CrmPorts): boolean =>
  terms.lines.every(({ amount }) =>
    isSignable({ worth: amount, currency: 'IDR', certifiedAbove }, ports.signatures.level),
  )

type Judged = { opened: OpenedMandate; signed?: { document: PlanDocument; hash: string } }

/**
 * Whether an answer is valid: checked once before the signature is decoded, then again where it is
 * written. Only the second check consumes the code.
 */
async function judge(
  db: Transaction,
  input: Input<typeof planMandates.answer>,
  { ports, isLook }: { ports: CrmPorts; isLook: boolean },
): Promise<Judged | Problem> {
  const opened = await openLinkTo(db, {
    token: input.token,
    isLocking: true,
    subjectOf: toSign,
    refusalOf: (one: OpenedMandate) => whyMandateClosed(one, ports),
  })
  if (opened instanceof Problem) return opened
  const { link, mandate } = opened
  const phone = mandate.investorPhone
  if (input.decision === 'decline')
    return (
      (await refusedDecline(db, link, { phone, code: input.code, ports, isLook })) ?? { opened }
    )
  if (input.consent !== true)
    throw new Problem(consentMissing, { errors: [{ pointer: '/consent', code: 'required' }] })
  if (lacksConsent(await consentsOf(db, mandate.investorId))) throw new Problem(consentNotInForce)
  for (const { amount } of mandate.terms.lines)
    requireSignable(
      { worth: amount, currency: 'IDR', certifiedAbove: mandate.certifiedAbove },
      ports.signatures.level,
    )
  const document = planDocumentOf(mandate)
  const hash = hashDocument(document)
  if (input.documentHash !== hash) throw new Problem(documentChanged)
  const refused = await tryLinkCode(db, link, {
    phone,
    code: input.code,
    ports,
    isLook,
  })
  return refused ?? { opened, signed: { document, hash } }
}
