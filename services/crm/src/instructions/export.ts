// Instructions as a file: which columns.
import type { Instruction } from '@rmtools/contracts/crm/instructions'
import { column, decimal, type Columns } from '@rmtools/kit/tables'

export const instructionColumns: Columns<Instruction> = [
  column('id'),
  column('createdAt'),
  column('type'),
  column('status'),
  column('statusReason'),
  column('rmName'),
  column('licenceNumber'),
  column('investorName'),
  column('productCode'),
  column('productName'),
  column('targetProductCode'),
  column('currency'),
  decimal('amount'),
  decimal('units'),
  column('allUnits'),
  decimal('feePercent'),
  decimal('feeAmount'),
  column('navDate'),
  column('approvedAt'),
  column('bibReference'),
  decimal('allocatedUnits'),
  decimal('allocatedNav'),
  decimal('allocatedAmount'),
  column('settledOn'),
]
