// The evidence of an instruction's approvals, and whether it was changed afterwards (PP 71/2019
// art. 59).
import { createHash } from 'node:crypto'
import type { InstructionDocument } from '@rmtools/contracts/crm/approvals'
import { evidence, type Evidence, type MandateEvidence } from '@rmtools/contracts/crm/evidence'
import type { PlanDocument } from '@rmtools/contracts/crm/plan-mandates'
import type { Db } from '@rmtools/kit/db'
import type { Files } from '@rmtools/kit/files'
import { implement } from '@rmtools/kit/service'
import { existing } from '@rmtools/kit/existing'
import { Decimal } from 'decimal.js'
import type { CrmPorts } from '../../ports.ts'
import { hashDocument } from '../document.ts'
import { documentedById, type DocumentedRow } from '../queries.ts'
import { declineOf, evidenceOfMandate, evidencesOf, type KeptProof } from './queries.ts'

export const evidenceRoutes = ({ files }: Pick<CrmPorts, 'files'>) =>
  implement('evidence', evidence, {
    list: async ({ id }, { db }) => {
      const instruction = existing(await documentedById(db, id))
      const [items, mandate, decline] = await Promise.all([
        checked(db, instruction, files),
        checkedMandate(db, instruction, files),
        declineOf(db, id),
      ])
      return { items, mandate, decline: decline ?? null }
    },
  })

/** The investor's signatures, latest first, each verified again. */
async function checked(db: Db, instruction: DocumentedRow, files: Files): Promise<Evidence[]> {
  const rows = await evidencesOf(db, instruction.id)
  return await Promise.all(
    rows.map(async ({ document, ...row }, index) => ({
      document,
      ...(await proved({ ...row, document }, files, {
        // An approval followed by another one concerns the instruction as it was then.
        instruction: index > 0 || isAsSigned(instruction, document),
      })),
    })),
  )
}

/** The signature under the mandate of a plan's instruction, verified again. */
async function checkedMandate(
  db: Db,
  instruction: DocumentedRow,
  files: Files,
): Promise<MandateEvidence | null> {
  if (!instruction.mandate) return null
  const { id: mandateId, planId } = instruction.mandate
  const row = await evidenceOfMandate(db, mandateId)
  if (!row) return null
  const isInside = isInsideMandate(instruction, row.document)
  return { planId, mandateId, ...(await proved(row, files, { instruction: isInside })) }
}

type Signed = KeptProof & { document: InstructionDocument | PlanDocument }

/** The proof of a signature, with what holds now. */
async function proved(
  { document, signatureKey, ...row }: Signed,
  files: Files,
  about: { instruction: boolean },
): Promise<Omit<Evidence, 'document'>> {
  const checks = {
    document: hashDocument(document) === row.documentHash,
    signature: (await hashOf(files, signatureKey)) === row.signatureHash,
    ...about,
  }
  return {
    ...row,
    consentWords: document.consent,
    checks,
    isUnchanged: Object.values(checks).every(Boolean),
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

async function hashOf(files: Files, key: string): Promise<string | undefined> {
  const bytes = await files.get(key).catch(() => undefined)
  return bytes && createHash('sha256').update(bytes).digest('hex')
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
