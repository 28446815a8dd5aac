// Pure decisions about instructions on the device: merges outbox entries with the server's data.
import { isOneOf } from '@rmtools/contracts/keys'
import { isMatch } from '../ui/search.ts'
import type { Instruction, InstructionStatus } from '@rmtools/contracts/crm/instructions'
import type { Entry } from '../sync/entries.ts'

export type SeenInstruction = Instruction & { sync?: 'waiting' | 'refused' }
export const instructionRecord = (id: string) => `instruction/${id}`

type Who = { userId: string; companyId: string }
export type ProductNames = ReadonlyMap<
  string,
  { name: string; currency: string; riskLevel: number }
>

/** The server's instructions preceded by those in the outbox, optionally of one investor. */
export function withWaitingInstructions(
  instructions: readonly Instruction[],
  entries: readonly Entry[],
  {
    who,
    products,
    investorId,
  }: { who: Who; products: ProductNames; investorId?: string | undefined },
): SeenInstruction[] {
  const known = new Set(instructions.map(({ id }) => id))
  const waiting = entries
    .filter(
      ({ operation, input }) =>
        operation === 'instructions.create' && !known.has(String(input['id'])),
    )
    .map((entry) => instructionOf(entry, who, products))
    .filter((seen) => investorId === undefined || seen.investorId === investorId)
  return [...waiting.toReversed(), ...instructions]
}

/** An instruction that was created here and has not reached the server. */
export function instructionOf(
  { input, at, title, refusal }: Entry,
  { userId, companyId }: Who,
  products: ProductNames,
): SeenInstruction {
  const text = (name: string) => (typeof input[name] === 'string' ? String(input[name]) : null)
  const product = products.get(String(input['productCode']))
  const target = text('targetProductCode')
  return {
    ...nothingYet,
    id: String(input['id']),
    companyId,
    rmId: userId,
    investorId: String(input['investorId']),
    investorName: title,
    type: input['type'] as Instruction['type'],
    productCode: String(input['productCode']),
    productName: product?.name ?? String(input['productCode']),
    targetProductCode: target,
    targetProductName: target && (products.get(target)?.name ?? target),
    currency: product?.currency ?? 'IDR',
    amount: text('amount'),
    units: text('units'),
    allUnits: input['allUnits'] === true,
    navDate: at.slice(0, 10),
    bankAccountId: text('bankAccountId'),
    riskLevel: product?.riskLevel ?? 0,
    aboveRiskProfile: input['aboveRiskProfileTold'] === true,
    createdAt: at,
    updatedAt: at,
    sync: refusal ? 'refused' : 'waiting',
  }
}

const nothingYet = {
  rmName: null,
  status: 'draft',
  statusReason: null,
  feePercent: '0',
  feeAmount: null,
  riskBand: null,
  licenceNumber: '',
  linkExpiresAt: null,
  approvedAt: null,
  bibReference: null,
  allocatedUnits: null,
  allocatedNav: null,
  allocatedAmount: null,
  allocatedFee: null,
  allocatedTarget: null,
  correctedAt: null,
  refund: null,
  settledOn: null,
  payment: null,
  repeatOf: null,
  planId: null,
  repeatedBy: null,
  duplicateOf: null,
  amountQuestions: [],
  amountReason: null,
  version: 1,
} satisfies Partial<Instruction>

/** The status filters that RMs use. */
export const instructionGroups = {
  waiting: ['draft', 'awaiting-approval'],
  running: [
    'approved',
    'sent',
    'received',
    'payment-pending',
    'paid',
    'sent-to-manager',
    'allocated',
  ],
  settled: ['settled'],
  ended: ['declined', 'expired', 'cancelled', 'rejected'],
} as const satisfies Record<string, readonly InstructionStatus[]>
export type InstructionGroup = keyof typeof instructionGroups

export const isIn = (group: InstructionGroup, status: InstructionStatus): boolean =>
  isOneOf(instructionGroups[group], status)

/** The steps that an instruction still has to go through, in order. */
export function stepsAhead(status: InstructionStatus): InstructionStatus[] {
  const way: readonly InstructionStatus[] = [
    'awaiting-approval',
    'approved',
    'sent',
    'received',
    'paid',
    'sent-to-manager',
    'allocated',
    'settled',
  ]
  const at = way.indexOf(status === 'payment-pending' ? 'received' : status)
  if (status === 'draft') return [...way]
  return at < 0 ? [] : way.slice(at + 1)
}

/** Whether an instruction on the device matches a search. */
export function isSought(instruction: SeenInstruction, search: string): boolean {
  const { id, investorName, productName, targetProductName, productCode, bibReference, amount } =
    instruction
  return isMatch(
    search,
    [id, investorName, productName, targetProductName, productCode, bibReference, amount],
    null,
  )
}
