// The columns of an exported file of instructions.
import type { Instruction } from '@rmtools/contracts/crm/instructions'
import { date, instant, money, percent, text, units, word, type Columns } from '@rmtools/kit/tables'
import { reasonText } from '@rmtools/look/bib-words'
import { bandOf } from '@rmtools/look/order-words'
import { productFields } from '@rmtools/look/product-fields'
import { instructionStates } from '@rmtools/look/states'
import { no, nouns, roles, say, yes } from '@rmtools/look/words'
import { orderLabels } from '@rmtools/look/order-fields'
import { paymentColumns } from './payments/export.ts'

export const instructionColumns: Columns<Instruction> = [
  instant(say('Dibuat', 'Created'), ({ createdAt }) => createdAt),
  word(say('Jenis', 'Type'), ({ type }) => nouns[type]),
  word(say('Status', 'Status'), ({ status }) => instructionStates[status].word),
  text(say('Alasan', 'Reason'), ({ statusReason }, language) => reasonText(statusReason, language)),
  text(nouns.investor, ({ investorName }) => investorName),
  text(roles.rm, ({ rmName }) => rmName),
  text(nouns.licence, ({ licenceNumber }) => licenceNumber),
  text(nouns.product, ({ productName }) => productName),
  text(say('Kode produk', 'Product code'), ({ productCode }) => productCode),
  text(orderLabels.target, ({ targetProductName }) => targetProductName),
  text(
    say('Kode produk tujuan', 'Code of the product switched into'),
    ({ targetProductCode }) => targetProductCode,
  ),
  text(productFields.currency.label, ({ currency }) => currency),
  money(nouns.amount, ({ amount }) => amount),
  units(nouns.units, (row) => row.units),
  word(say('Semua unit', 'All units'), ({ allUnits }) => (allUnits ? yes : no)),
  percent(say('Biaya (%)', 'Fee (%)'), ({ feePercent }) => feePercent),
  money(nouns.fee, ({ feeAmount }) => feeAmount),
  text(productFields.riskLevel.label, ({ riskLevel }, language) => bandOf(riskLevel, language)),
  text(nouns.riskProfile, ({ riskBand }, language) =>
    riskBand === null ? null : bandOf(riskBand, language),
  ),
  date(orderLabels.navDate, ({ navDate }) => navDate),
  instant(orderLabels.signed, ({ approvedAt }) => approvedAt),
  text(orderLabels.bibReference, ({ bibReference }) => bibReference),
  units(orderLabels.allocatedUnits, ({ allocatedUnits }) => allocatedUnits),
  units(orderLabels.allocatedNav, ({ allocatedNav }) => allocatedNav),
  money(orderLabels.allocatedAmount, ({ allocatedAmount }) => allocatedAmount),
  date(orderLabels.settledOn, ({ settledOn }) => settledOn),
  ...paymentColumns,
  text(say('ID', 'ID'), ({ id }) => id),
]
