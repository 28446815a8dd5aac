// The mandate of a plan as a PDF: what the investor reads, signs and keeps, with the evidence.
import type { PlanDocument } from '@rmtools/contracts/crm/plan-mandates'
import type { Db } from '@rmtools/kit/db'
import { hashDocument } from '@rmtools/kit/evidence-record'
import { letterheadOf } from '@rmtools/kit/letterhead'
import {
  documentName,
  documentNumber,
  makeDocument,
  table,
  type Block,
  type DocumentInfo,
  type NamedPdf,
} from '@rmtools/kit/pdf'
import { formatDate, formatMoney, formatPercent } from '@rmtools/look/format'
import { orderLabels } from '@rmtools/look/order-fields'
import { bandOf, licenceOf } from '@rmtools/look/order-words'
import { planEndText, planWayWords, planWords } from '@rmtools/look/plan-words'
import { nouns, roles, say, type Language } from '@rmtools/look/words'
import type { CrmPorts } from '../../../ports.ts'
import { attachmentsOf, evidenceOf } from '../../approval/evidence-blocks.ts'
import { evidenceOfMandate } from '../../approval/queries.ts'
import { recordOfEvidence } from '../../approval/records/queries.ts'
import { planDocumentOf } from '../rules.ts'
import type { MandateRow } from './queries.ts'

// The document that an investor signs is in Indonesian, including the statement.
const SIGNED_IN: Language = 'id'

type Wanted = Pick<CrmPorts, 'files' | 'clock' | 'publicUrl' | 'documentSeal'> & {
  language: Language
}

/** The PDF of a mandate: before signing in the reader's language, afterwards as it was signed. */
export async function mandatePdf(
  db: Db,
  mandate: MandateRow,
  { files, clock, publicUrl, documentSeal, language: wanted }: Wanted,
): Promise<NamedPdf> {
  const evidence = await evidenceOfMandate(db, mandate.id)
  const record = evidence && (await recordOfEvidence(db, evidence.id))
  const language = evidence ? SIGNED_IN : wanted
  const document = mandate.document ?? planDocumentOf(mandate)
  const { logo, brandColour, letterhead } = mandate
  const info: DocumentInfo = {
    language,
    company: letterheadOf(
      { ...letterhead, name: document.companyName, logo, brandColour },
      language,
    ),
    title: planWords.mandate[language],
    number: documentNumber('RNC', document.planId),
    at: evidence ? new Date(evidence.signedAt) : clock.now(),
    hash: hashDocument(document),
    attachments: attachmentsOf(record),
  }
  const ending: Block[] = evidence
    ? evidenceOf(
        {
          evidence,
          image: await files.get(evidence.signatureKey),
          signer: document.investorName,
          number: `${words.number[language]}: ${document.mandateId}`,
          record,
          publicUrl,
        },
        language,
      )
    : [{ kind: 'note', text: words.unsigned[language] }]
  const blocks = [...contentOf(document, mandate, language), ...ending]
  const bytes = await makeDocument(info, blocks)
  return {
    name: documentName(info),
    bytes: evidence ? await documentSeal.seal(bytes, words.sealed[language]) : bytes,
  }
}

const words = {
  unsigned: say(
    'Belum ditandatangani. Dokumen ini menunjukkan apa yang akan Anda tandatangani.',
    'Not signed yet. This is a reading copy: the investor signs the Indonesian document.',
  ),
  number: say('Nomor mandat', 'Number of the mandate'),
  sealed: say('Bukti tanda tangan mandat', 'Evidence of the signature of the mandate'),
  investor: say('Investor', 'Investor'),
  name: say('Nama', 'Name'),
  bought: say('Yang dibeli setiap bulan', 'Bought each month'),
  schedule: say('Jadwal dan pembayaran', 'Schedule and payment'),
  everyMonth: say(
    'setiap bulan; hari bursa berikutnya bila libur',
    'of each month, or the next exchange day',
  ),
  tries: say(
    'Bila dana tidak datang, dicoba lagi pada dua hari bursa berikutnya, lalu bulan itu dilewati.',
    'If the money does not come, it is tried again on the next two exchange days; then the month is skipped.',
  ),
  suitability: say('Kesesuaian dan penjual', 'Suitability and seller'),
  licence: say('Izin', 'Licence'),
  risk: say('Risiko', 'Risk'),
  consent: say('Pernyataan investor', "Investor's statement as signed"),
}

function contentOf(document: PlanDocument, { sid, ifua }: MandateRow, language: Language): Block[] {
  const format = {
    date: (date: string) => formatDate(date, language),
    money: (amount: string) => formatMoney(amount, document.currency, language),
  }
  return [
    { kind: 'heading', text: words.investor[language] },
    {
      kind: 'facts',
      facts: [
        [words.name[language], document.investorName, 'wide'],
        ['SID', sid],
        ['IFUA', ifua],
      ],
    },
    { kind: 'heading', text: words.bought[language] },
    linesOf(document, language),
    { kind: 'heading', text: words.schedule[language] },
    {
      kind: 'facts',
      facts: [
        [planWords.perRun[language], format.money(document.amount)],
        [planWords.day[language], `${document.day} ${words.everyMonth[language]}`],
        [planWords.startsOn[language], format.date(document.startsOn)],
        [planWords.ends[language], planEndText(document, language, format)],
        [planWords.way[language], planWayWords[document.way][language]],
        [planWords.account[language], document.bankAccount, 'wide'],
      ],
    },
    { kind: 'note', text: words.tries[language] },
    { kind: 'heading', text: words.suitability[language] },
    {
      kind: 'facts',
      facts: [
        [
          orderLabels.investorRisk[language],
          document.riskBand === null
            ? orderLabels.noRiskProfile[language]
            : bandOf(document.riskBand, language),
        ],
        [roles.rm[language], document.rmName],
        [words.licence[language], licenceOf(document.licenceNumber)],
      ],
    },
    { kind: 'heading', text: words.consent[language] },
    { kind: 'text', text: document.consent },
  ]
}

function linesOf({ lines, currency }: PlanDocument, language: Language): Block {
  return table(
    [
      {
        title: nouns.product[language],
        width: 5,
        of: ({ productName, productCode }) => `${productName} (${productCode})`,
      },
      { title: words.risk[language], width: 2, of: ({ riskLevel }) => bandOf(riskLevel, language) },
      {
        title: orderLabels.fee[language],
        width: 1,
        of: ({ feePercent }) => formatPercent(feePercent, language),
      },
      {
        title: nouns.amount[language],
        width: 2,
        isNumber: true,
        of: ({ amount }) => formatMoney(amount, currency, language),
      },
    ],
    lines,
  )
}
