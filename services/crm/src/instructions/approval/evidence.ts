// The evidence of an instruction's approvals, and whether it was changed afterwards (PP 71/2019
// art. 59).
import type { InstructionDocument } from '@rmtools/contracts/crm/approvals'
import { evidence, type Evidence, type MandateEvidence } from '@rmtools/contracts/crm/evidence'
import type { PlanDocument } from '@rmtools/contracts/crm/plan-mandates'
import { hashDocument } from '@rmtools/kit/evidence-record'
import type { Db } from '@rmtools/kit/db'
import { disposition } from '@rmtools/kit/disposition'
import { companyScope } from '@rmtools/kit/scope'
import { implement } from '@rmtools/kit/service'
import { existing } from '@rmtools/kit/existing'
import { Decimal } from 'decimal.js'
import type { CrmPorts } from '../../ports.ts'
import { instructionPdf } from '../pdf.ts'
import { documentedById, type DocumentedRow } from '../queries.ts'
import { declineOf, evidenceOfMandate, evidencesOf, type KeptProof } from './queries.ts'
import { checkRecord, hashOfFile } from './records/checking.ts'
import { approvalById, recordById, recordOf, recordOfEvidence } from './records/queries.ts'
import { checkUrl } from './records/rules.ts'

type Ports = Pick<CrmPorts, 'files' | 'clock' | 'publicUrl' | 'documentSeal'>

export const evidenceRoutes = (ports: Ports) =>
  implement('evidence', evidence, {
    list: async ({ id }, { db }) => {
      const instruction = existing(await documentedById(db, id))
      const [items, mandate, decline] = await Promise.all([
        checked(db, instruction, ports),
        checkedMandate(db, instruction, ports),
        declineOf(db, id),
      ])
      return { items, mandate, decline: decline ?? null }
    },

    document: async ({ id }, { db, reply }) => {
      const { instructionId } = existing(await approvalById(db, id))
      const pdf = await instructionPdf(db, existing(instructionId ?? undefined), {
        ...ports,
        language: 'id',
        evidenceId: id,
      })
      reply.header('content-disposition', disposition('inline', pdf.name))
      return pdf.bytes
    },

    check: async ({ hash }, { db }) => {
      const found = existing(await recordOf(db, hash))
      await db.enter(companyScope(found.companyId))
      const stored = existing(await recordById(db, found.id))
      const { record, checks, holds } = await checkRecord(db, stored, ports.files)
      const { companyName, kind, sequence, signedAt, recordedAt, previousHash, documentHash } =
        existing(record)
      return {
        companyName,
        kind,
        sequence,
        signedAt,
        recordedAt,
        previousHash,
        documentHash,
        checks,
        holds,
      }
    },
  })

/** The investor's signatures, latest first, each verified again. */
async function checked(db: Db, instruction: DocumentedRow, ports: Ports): Promise<Evidence[]> {
  const rows = await evidencesOf(db, instruction.id)
  return await Promise.all(
    rows.map(async ({ document, ...row }, index) => ({
      document,
      ...(await proved(
        db,
        { ...row, document },
        {
          ports,
          // An approval followed by another one concerns the instruction as it was then.
          instruction: index > 0 || isAsSigned(instruction, document),
        },
      )),
    })),
  )
}

/** The signature under the mandate of a plan's instruction, verified again. */
async function checkedMandate(
  db: Db,
  instruction: DocumentedRow,
  ports: Ports,
): Promise<MandateEvidence | null> {
  if (!instruction.mandate) return null
  const { id: mandateId, planId } = instruction.mandate
  const row = await evidenceOfMandate(db, mandateId)
  if (!row) return null
  const isInside = isInsideMandate(instruction, row.document)
  return { planId, mandateId, ...(await proved(db, row, { ports, instruction: isInside })) }
}

type Signed = KeptProof & { document: InstructionDocument | PlanDocument }

/** The proof of a signature, with what holds now. */
async function proved(
  db: Db,
  { document, signatureKey, ...row }: Signed,
  { ports: { files, publicUrl }, instruction }: { ports: Ports; instruction: boolean },
): Promise<Omit<Evidence, 'document'>> {
  const stored = await recordOfEvidence(db, row.id)
  const recorded = stored && (await checkRecord(db, stored, files)).holds
  const checks = {
    document: hashDocument(document) === row.documentHash,
    signature: (await hashOfFile(files, signatureKey)) === row.signatureHash,
    instruction,
    record: recorded ?? true,
  }
  return {
    ...row,
    consentWords: document.consent,
    checks,
    isUnchanged: Object.values(checks).every(Boolean),
    record: stored
      ? {
          sequence: stored.sequence,
          hash: stored.hash,
          previousHash: stored.previousHash,
          checkUrl: checkUrl(publicUrl, stored.hash),
        }
      : null,
  }
}

/** Whether the mandate names the fund of this purchase and an amount that covers it. */
function isInsideMandate(
  { type, product, amount }: DocumentedRow,
  { lines }: PlanDocument,
): boolean {
  const line = lines.find(({ productCode }) => productCode === product.code)
  return type === 'subscription' && line !== undefined && new Decimal(amount ?? 0).lte(line.amount)
}

/**
 * Whether the instruction is the same as when it was signed. Names of people and banks may change;
 * the order may not.
 */
function isAsSigned(instruction: DocumentedRow, document: InstructionDocument): boolean {
  const now: Partial<InstructionDocument> = {
    type: instruction.type,
    productCode: instruction.product.code,
    targetProductCode: instruction.targetProduct?.code ?? null,
    currency: instruction.currency,
    amount: instruction.amount,
    units: instruction.units,
    allUnits: instruction.allUnits,
    feePercent: instruction.feePercent,
    feeAmount: instruction.feeAmount,
    licenceNumber: instruction.licenceNumber,
  }
  const signed: Partial<Record<string, unknown>> = document
  return Object.entries(now).every(([name, value]) => isSame(value, signed[name]))
}

const DECIMAL = /^\d+(\.\d+)?$/

/** Compares decimals by value: 5000000 equals 5000000.00. */
function isSame(one: unknown, other: unknown): boolean {
  const areDecimals =
    typeof one === 'string' && typeof other === 'string' && DECIMAL.test(one) && DECIMAL.test(other)
  return areDecimals ? new Decimal(one).eq(other) : one === other
}
