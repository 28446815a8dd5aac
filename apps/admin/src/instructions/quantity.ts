import type { Instruction } from '@rmtools/contracts/crm/instructions'
import { formatMoney, formatUnits } from '@rmtools/look/format'
import type { Say } from '../app/language.ts'
import { words } from './words.ts'

/** How much: money, units, or all there is. */
export function quantityText(
  say: Say,
  { amount, units, allUnits, currency }: Pick<Instruction, 'amount' | 'units' | 'allUnits' | 'currency'>,
): string {
  if (allUnits) return say(words.allUnits)
  if (units !== null) return say(words.unitsOf, { units: formatUnits(units, say.language) })
  return formatMoney(amount, currency, say.language)
}
