// The deals of the demo's registered investors over the last year, in the format of Bib's
// simulator.
import type { Product } from '@rmtools/bib/partner'
import { addDays, exchangeDayAfter, exchangeDayFrom } from '@rmtools/bib/simulator/calendar'
import type { SeedBody } from '@rmtools/bib/simulator/seed'
import { demoId } from '../people.ts'
import { seededRandom } from '../random.ts'
import type { DemoCase } from './cases.ts'

export type Deal = SeedBody['investors'][number]['transactions'][number] & { sourceId: string }
export type Shelf = ReadonlyMap<string, Product>

/** Families of funds that investors can switch within, from the lowest risk to the highest. */
const families = [
  ['ANDALAN-KAS', 'ANDALAN-OBLIGASI', 'ANDALAN-BERIMBANG', 'ANDALAN-SAHAM'],
  ['BAHTERA-LIKUID', 'BAHTERA-TETAP', 'BAHTERA-EKUITAS'],
  ['DHARMA-KAS', 'DHARMA-PRIMA', 'DHARMA-SAHAM'],
  ['CAKRA-PU', 'CAKRA-CAMPURAN'],
  ['BAHTERA-SYPU', 'BAHTERA-SYSAHAM'],
  ['ELANG-PU', 'ELANG-SAHAM'],
  ['CAKRA-SUKUK', 'CAKRA-SYIMBANG'],
] as const

const MONTH = 30
// The last days are left to the live instructions.
const QUIET_DAYS = 3

/** The funds of an investor: of one family, up to one step above the risk profile. */
export function fundsOf({ number }: DemoCase, band: number, shelf: Shelf): Product[] {
  const family = families[number % families.length] ?? families[0]
  const funds = family.flatMap((code) => shelf.get(code) ?? [])
  const fitting = funds.filter(({ riskLevel }) => riskLevel <= band + (number % 5 === 0 ? 1 : 0))
  return fitting.length > 0 ? fitting : funds.slice(0, 1)
}

/** The deals of an investor up to `today` (yyyy-mm-dd), oldest first. */
export function dealsOf(
  one: DemoCase,
  { funds, today }: { funds: readonly Product[]; today: string },
): Deal[] {
  const { number, ageDays, isInstitution } = one
  const { pick, below } = seededRandom(5000 + number)
  const unit = isInstitution
    ? pick([100_000_000, 250_000_000])
    : pick([500_000, 1_000_000, 2_500_000, 5_000_000])
  const money = (times: number) => `${unit * times}.00`
  const code = (nth: number) => funds[nth % funds.length]?.code ?? ''
  const deals: Omit<Deal, 'sourceId'>[] = []
  const days = Math.min(ageDays - 3, 362)
  for (let ago = days, nth = 0; ago >= QUIET_DAYS; ago -= MONTH - 3 + below(6), nth++) {
    const date = addDays(today, -ago)
    deals.push({
      type: 'SUBSCRIPTION',
      productCode: code(nth),
      date,
      amount: money(nth === 0 ? 8 : 1 + below(3)),
    })
    if (nth % 5 === 3 && number % 3 !== 1)
      deals.push({
        type: 'REDEMPTION',
        productCode: code(0),
        date: addDays(date, 4),
        amount: money(2),
      })
    if (nth % 6 === 4 && funds.length > 1)
      deals.push({
        type: 'SWITCHING',
        productCode: code(0),
        targetProductCode: code(1),
        date: addDays(date, 8),
        amount: money(2),
      })
  }
  return deals
    .filter((deal) => isOver(deal, one, { funds, today }))
    .map((deal, index) => ({ ...deal, sourceId: demoId('0d01', number * 100 + index) }))
}

/** Settled by now, and sold while the RM's licence was valid. */
function isOver(
  { productCode, date }: Omit<Deal, 'sourceId'>,
  { rm }: DemoCase,
  { funds, today }: { funds: readonly Product[]; today: string },
): boolean {
  const days = Math.max(1, funds.find(({ code }) => code === productCode)?.settlementDays ?? 1)
  const isLicensed = date < addDays(today, Math.min(rm.licence?.expiresInDays ?? 0, 0))
  return isLicensed && exchangeDayAfter(exchangeDayFrom(date), days) < today
}
