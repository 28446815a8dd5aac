import { remoteRegistration, type Registration } from '@rmtools/contracts/crm/remote-registration'
import type { Input } from '@rmtools/contracts/endpoint'
import { Problem, staleVersion, wrongState } from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import { nobody } from '@rmtools/kit/scope'
import { maskContact } from '@rmtools/kit/secrets'
import { implement, outside } from '@rmtools/kit/service'
import type { CrmPorts } from '../../ports.ts'
import { addAccount, compareAnew, dropAccount } from '../bank-accounts/capture.ts'
import { giveConsent, requireConsents } from '../consents/giving.ts'
import { consentsOf } from '../consents/queries.ts'
import { faultsOf, shownForm } from '../case/detail.ts'
import { partsOf } from '../case/parts.ts'
import { declare, discard, upload } from '../documents/storing.ts'
import { lockedCase } from '../case/editing.ts'
import { formPart } from '../kyc/form.ts'
import { savePart } from '../kyc/save.ts'
import { addMaker, caseById } from '../queries.ts'
import { brandOf, ownCompany } from '../company/queries.ts'
import { openReasons } from '../review/queries.ts'
import { assessRisk } from '../risk-profiles/assessment.ts'
import { currentQuestionnaire } from '../risk-profiles/queries.ts'
import { submitCase } from '../case/submission.ts'
import { sendCode, tryCode } from './code.ts'
import { openLink, senderOf, sendLink, withdrawLink, type Opened } from './link.ts'
import { useLink } from './queries.ts'

/** Opens a link for a change and continues with it; a refused link ends with its refusal. */
function pensOf({ clock }: CrmPorts) {
  const withLink = async <R>(
    db: Transaction,
    token: string,
    work: (opened: Opened) => Promise<R>,
  ): Promise<R | Problem> => {
    const opened = await openLink(db, { token, isLocking: true, clock })
    return opened instanceof Problem ? opened : await work(opened)
  }
  /** The same for acts that require the consents. */
  const withPen: typeof withLink = async (db, token, work) =>
    await withLink(db, token, async (opened) => {
      await requireConsents(db, opened.investor.id)
      return await work(opened)
    })
  return { withLink, withPen }
}

export const remoteRegistrationRoutes = (ports: CrmPorts) => {
  const { withLink, withPen } = pensOf(ports)

  return implement('remoteRegistration', remoteRegistration, {
    sendLink: async ({ id, version, channel }, { db, actor }) => {
      const investor = await lockedCase(db, id)
      await requireConsents(db, id)
      await addMaker(db, id, actor.userId)
      return await sendLink(db, investor, { version, channel }, ports)
    },

    withdrawLink: async ({ id, version }, { db }) =>
      await withdrawLink(db, await lockedCase(db, id), version, ports),

    sender: async ({ token }, { db }) => await senderOf(db, token),

    view: async ({ token }, { db }) => {
      const opened = await openLink(db, { token, isLocking: false, clock: ports.clock })
      return opened instanceof Problem ? opened : await shown(db, opened, ports)
    },

    save: async ({ token, version, ...parts }, { db }) =>
      await withPen(db, token, async (opened) => {
        const { investor, openFields, link } = opened
        if (investor.version !== version) throw new Problem(staleVersion)
        await savePart(
          db,
          investor,
          {
            changes: formPart(investor.kind, parts),
            openFields,
            maker: null,
            fixesPhone: link.fixesPhone,
          },
          ports,
        )
        const saved = (await caseById(db, investor.id)) ?? investor
        if (saved.displayName !== investor.displayName) await compareAnew(db, saved, ports)
        return await shown(db, { ...opened, investor: saved }, ports)
      }),

    addBankAccount: async ({ token, ...given }, { db }) =>
      await withPen(db, token, async (opened) => await addAccount(db, opened, given, ports)),

    removeBankAccount: async ({ token, ...which }, { db }) =>
      await withLink(db, token, async (opened) => await dropAccount(db, opened, which, ports)),

    assessRisk: async ({ token, ...given }, { db }) =>
      await withPen(db, token, async (opened) => await assessRisk(db, opened, given, ports)),

    declareDocument: async ({ token, ...given }, { db }) =>
      await withPen(db, token, async (opened) => {
        const document = await declare(db, opened, given)
        return {
          document,
          uploadPath: `/crm/registrations/${token}/documents/${document.id}/content`,
        }
      }),

    uploadDocument: outside(
      async ({ token, documentId, bytes }, { begin }) => {
        const edit: Parameters<typeof upload>[0] = async (work) => {
          const result = await begin(
            nobody,
            async (db) => await withPen(db, token, async (opened) => await work(db, opened)),
          )
          if (result instanceof Problem) throw result
          return result
        }
        return await upload(edit, documentId, bytes, ports)
      },
      async ({ token }, { db }) => {
        const opened = await openLink(db, { token, isLocking: false, clock: ports.clock })
        return opened instanceof Problem ? opened : undefined
      },
    ),

    removeDocument: async ({ token, documentId }, { db }) =>
      await withLink(db, token, async (opened) => await discard(db, opened, documentId)),

    sendCode: async ({ token }, { db }) =>
      await withLink(db, token, async (opened) => await sendCode(db, opened, ports)),

    submit: async ({ token, ...given }, { db }) =>
      await withLink(db, token, async (opened) => await submit(db, opened, given, ports)),
  })
}

type Submission = Omit<Input<typeof remoteRegistration.submit>, 'token'>

/** Submits the case once the code is verified. */
async function submit(
  db: Transaction,
  opened: Opened,
  { version, code, consents }: Submission,
  ports: CrmPorts,
) {
  const { investor, link } = opened
  const refused = await tryCode(db, opened, code, ports)
  if (refused) return refused
  const inForce = (await consentsOf(db, investor.id)).filter(
    ({ withdrawnAt }) => withdrawnAt === null,
  )
  const isGiven = (purpose: string, textVersion: string) =>
    inForce.some((one) => one.purpose === purpose && one.textVersion === textVersion)
  for (const given of new Map(consents.map((consent) => [consent.purpose, consent])).values())
    if (!isGiven(given.purpose, given.textVersion))
      await giveConsent(db, { investorId: investor.id, by: 'investor' }, given, ports)
  const { status, submittedAt } = await submitCase(db, opened, { version, userId: null }, ports)
  if (submittedAt === null) throw new Problem(wrongState)
  await useLink(db, link.id, submittedAt)
  return { status, submittedAt }
}

/**
 * The investor's view: the draft with secrets masked. Consents are requested on submission, so they
 * do not count as missing yet.
 */
async function shown(
  db: Transaction,
  { link, investor }: Opened,
  ports: CrmPorts,
): Promise<Registration> {
  const { id, kind, status, version, rmName, phone } = investor
  const parts = await partsOf(db, investor, ports)
  const company = await ownCompany(db, investor.companyId)
  const returnReasons = await openReasons(db, id)
  return {
    kind,
    status,
    version,
    companyName: company?.name ?? '',
    brandColour: brandOf(company),
    rmName,
    expiresAt: link.expiresAt,
    ...(await shownForm(db, investor)),
    missing: faultsOf({ ...investor, verificationMethod: 'non-face-to-face' }, parts).filter(
      ({ pointer }) => !pointer.startsWith('/consents/'),
    ),
    openFields: returnReasons.length > 0 ? returnReasons.map(({ pointer }) => pointer) : null,
    returnReasons,
    bankAccounts: parts.bankAccounts,
    documents: parts.documents,
    riskProfile: parts.riskProfile,
    questionnaire: await currentQuestionnaire(db, investor.companyId),
    phone: phone === null ? null : maskContact(phone),
  }
}
