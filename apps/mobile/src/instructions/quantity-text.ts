import type { Instruction } from '@rmtools/contracts/crm/instructions'
import { formatMoney, formatUnits } from '@rmtools/look/format'
import type { Language } from '@rmtools/look/words'
import { say } from '../app/preferences.ts'

/** How much an instruction is of, in a few letters. */
export function quantityText(
  { amount, units, allUnits, currency }: Pick<Instruction, 'amount' | 'units' | 'allUnits' | 'currency'>,
  language: Language,
): string {
  if (allUnits) return all[language]
  return units ? `${formatUnits(units, language)} unit` : formatMoney(amount, currency, language)
}

const all = say('Semua unit', 'All units')
