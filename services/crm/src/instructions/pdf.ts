// The instruction as a PDF: the document that the investor reads, signs and keeps; after signing,
// with the evidence of the approval.
import type { InstructionDocument } from '@rmtools/contracts/crm/approvals'
import { isPaidState } from '@rmtools/contracts/crm/payment-rules'
import { paidByDay } from '@rmtools/contracts/crm/nav-date'
import { minus } from '@rmtools/contracts/decimals'
import type { Db } from '@rmtools/kit/db'
import { hashDocument } from '@rmtools/kit/evidence-record'
import { letterheadOf } from '@rmtools/kit/letterhead'
import {
  documentName,
  documentNumber,
  makeDocument,
  type Block,
  type DocumentInfo,
  type Fact,
  type NamedPdf,
} from '@rmtools/kit/pdf'
import { formatDate, formatInstant, formatMoney, formatUnits } from '@rmtools/look/format'
import { bandOf, feeOf, feeWithin, licenceOf, quantityOf } from '@rmtools/look/order-words'
import { paymentFields, paymentMethodWords, paymentStates } from '@rmtools/look/payment-words'
import { cutOffText, productFields } from '@rmtools/look/product-fields'
import { nouns, roles, say, type Language } from '@rmtools/look/words'
import { existing } from '@rmtools/kit/existing'
import { orderLabels } from '@rmtools/look/order-fields'
import type { CrmPorts } from '../ports.ts'
import { documentNow } from './approval/answer.ts'
import { attachmentsOf, evidenceOf } from './approval/evidence-blocks.ts'
import { evidencesOf } from './approval/queries.ts'
import { recordOfEvidence } from './approval/records/queries.ts'
import { documentOf } from './document.ts'
import { paidAt } from './payments/rules.ts'
import { documentedById, marketHolidays, type DocumentedRow } from './queries.ts'

// The document that an investor approves through a link is in Indonesian, including the consent.
const SIGNED_IN: Language = 'id'

type Wanted = Pick<CrmPorts, 'files' | 'clock' | 'publicUrl' | 'documentSeal'> & {
  language: Language
  /** An approval before the latest one. */
  evidenceId?: string
}

/**
 * The PDF of an instruction that the caller may see: before signing in the reader's language,
 * afterwards in the language that the investor saw. Throws 404 if there is none.
 */
export async function instructionPdf(
  db: Db,
  id: string,
  { files, clock, publicUrl, documentSeal, language: wanted, evidenceId }: Wanted,
): Promise<NamedPdf> {
  const instruction = existing(await documentedById(db, id))
  const approvals = await evidencesOf(db, id)
  const evidence =
    evidenceId === undefined
      ? approvals[0]
      : existing(approvals.find((one) => one.id === evidenceId))
  const record = evidence && (await recordOfEvidence(db, evidence.id))
  const language = evidence ? SIGNED_IN : wanted
  const document = evidence?.document ?? (await shownDocument(db, instruction, { clock }))
  const image = evidence && (await files.get(evidence.signatureKey))
  const paidBy =
    document.type === 'subscription' ? null : paidByDay(document.navDate, await marketHolidays(db))
  const { logo, brandColour, letterhead } = instruction
  const info: DocumentInfo = {
    language,
    company: letterheadOf(
      { ...letterhead, name: document.companyName, logo, brandColour },
      language,
    ),
    title: `${words.title[language]} ${nouns[document.type][language].toLowerCase()}`,
    number: documentNumber('INS', id),
    at: evidence ? new Date(evidence.signedAt) : clock.now(),
    hash: hashDocument(document),
    attachments: attachmentsOf(record),
  }
  const number = `${words.number[language]}: ${document.instructionId}`
  const ending: Block[] =
    evidence && image
      ? evidenceOf(
          { evidence, image, signer: document.investorName, number, record, publicUrl },
          language,
        )
      : [{ kind: 'note', text: noteOf(instruction, language) }]
  const bytes = await makeDocument(info, [
    ...orderOf({ document, instruction, language, paidBy }),
    ...ending,
    ...(evidence ? paymentOf(instruction.payment, language) : []),
    ...(evidence ? resultOf(instruction, language) : []),
  ])
  return {
    name: documentName(info),
    bytes: evidence ? await documentSeal.seal(bytes, words.sealed[language]) : bytes,
  }
}

const words = {
  title: say('Instruksi', 'Instruction:'),
  unsigned: say(
    'Belum ditandatangani. Dokumen ini menunjukkan apa yang akan Anda setujui.',
    'Not signed yet. This is a reading copy: the investor approves the Indonesian document.',
  ),
  investor: say('Investor', 'Investor'),
  name: say('Nama', 'Name'),
  order: say('Instruksi', 'Instruction'),
  suitability: say('Kesesuaian dan penjual', 'Suitability and seller'),
  licence: say('Izin', 'Licence'),
  consent: say('Pernyataan investor', "Investor's statement as signed"),
  sealed: say('Bukti persetujuan investor', "Evidence of the investor's approval"),
  bought: say('Dibelikan unit', 'Buys units'),
  number: say('Nomor instruksi', 'Instruction number'),
  paid: say('Pembayaran, menurut laporan Bib', 'Payment, as reported by Bib'),
  result: say('Hasil, menurut laporan Bib', 'Result, as reported by Bib'),
  mandated: say(
    'Dibuat tanpa tanda tangan baru berdasarkan mandat {number}, yang ditandatangani investor pada {at}. Bukti tanda tangannya ada pada mandat itu.',
    'Made without a new signature by mandate {number}, which the investor signed on {at}. The evidence of the signature is with that mandate.',
  ),
}

const part = (text: string, facts: readonly Fact[]): Block[] => [
  { kind: 'heading', text },
  { kind: 'facts', facts },
]

type Ordered = {
  document: InstructionDocument
  instruction: DocumentedRow
  language: Language
  /** The latest day on which proceeds are paid; null for a subscription. */
  paidBy: string | null
}

function orderOf({ document, instruction, language, paidBy }: Ordered): Block[] {
  const { sid, ifua } = instruction
  const { type, productName, productCode, manager, targetProductName, targetProductCode } = document
  return [
    ...part(words.investor[language], [
      [words.name[language], document.investorName, 'wide'],
      ['SID', sid],
      ['IFUA', ifua],
      [orderLabels.paidTo[language], document.bankAccount, 'wide'],
    ]),
    ...part(words.order[language], [
      [nouns.product[language], `${productName} (${productCode})`],
      [productFields.manager.label[language], manager],
      [
        orderLabels.target[language],
        targetProductName === null ? null : `${targetProductName} (${targetProductCode ?? ''})`,
      ],
      [nouns.amount[language], quantityOf(document, language)],
      [nouns.fee[language], `${feeOf(document, language)}, ${feeWithin[type][language]}`],
      ...boughtFor(document, language),
      [orderLabels.navDate[language], formatDate(document.navDate, language)],
      [productFields.cutOff.label[language], cutOffText(document.cutOff, language)],
      [paymentFields.paidBy[language], paidBy && formatDate(paidBy, language)],
    ]),
    ...part(words.suitability[language], [
      [productFields.riskLevel.label[language], bandOf(document.riskLevel, language)],
      [
        orderLabels.investorRisk[language],
        document.riskBand === null
          ? orderLabels.noRiskProfile[language]
          : bandOf(document.riskBand, language),
      ],
      [roles.rm[language], document.rmName],
      [words.licence[language], licenceOf(document.licenceNumber)],
    ]),
    ...consentOf(document, instruction, language),
  ]
}

/** The amount after deducting the fee, which is included. */
function boughtFor(
  { type, amount, feeAmount, currency }: InstructionDocument,
  language: Language,
): Fact[] {
  if (type !== 'subscription' || amount === null || feeAmount === null) return []
  return [[words.bought[language], formatMoney(minus(amount, feeAmount), currency, language)]]
}

/** The payment that followed the signature. It names no payer. */
function paymentOf(payment: DocumentedRow['payment'], language: Language): Block[] {
  if (payment === null || !isPaidState(payment.state)) return []
  const { state, received, currency, method, bankName } = payment
  const money = formatMoney(received, currency ?? 'IDR', language)
  const at = paidAt(payment)
  return part(words.paid[language], [
    [
      paymentStates[state].word[language],
      at === null ? money : `${money}, ${formatInstant(at, language)}`,
    ],
    [
      paymentFields.method[language],
      [paymentMethodWords[method][language], bankName].filter(Boolean).join(', '),
    ],
  ])
}

/** What became of the order. */
function resultOf(
  {
    bibReference,
    allocatedUnits,
    allocatedNav,
    allocatedAmount,
    settledOn,
    currency,
  }: DocumentedRow,
  language: Language,
): Block[] {
  if (bibReference === null) return []
  const units = (text: string | null) => text && formatUnits(text, language)
  return part(words.result[language], [
    [orderLabels.bibReference[language], bibReference],
    [orderLabels.allocatedUnits[language], units(allocatedUnits)],
    [orderLabels.allocatedNav[language], units(allocatedNav)],
    [
      orderLabels.allocatedAmount[language],
      allocatedAmount && formatMoney(allocatedAmount, currency, language),
    ],
    [orderLabels.settledOn[language], settledOn && formatDate(settledOn, language)],
  ])
}

/** What the investor signed or would sign now; of a mandate, what was made by it. */
async function shownDocument(
  db: Db,
  instruction: DocumentedRow,
  { clock }: Pick<CrmPorts, 'clock'>,
): Promise<InstructionDocument> {
  if (instruction.mandate) return documentOf(instruction, instruction.navDate)
  return instruction.document ?? (await documentNow(db, instruction, { clock }))
}

/** The statement under the signature; under a mandate there is none of its own. */
function consentOf(
  { consent }: InstructionDocument,
  { mandate }: DocumentedRow,
  language: Language,
): Block[] {
  if (mandate) return []
  return [
    { kind: 'heading', text: words.consent[language] },
    { kind: 'text', text: consent },
  ]
}

function noteOf({ mandate }: DocumentedRow, language: Language): string {
  if (!mandate) return words.unsigned[language]
  return words.mandated[language]
    .replace('{number}', documentNumber('RNC', mandate.planId))
    .replace('{at}', formatInstant(mandate.signedAt, language))
}
