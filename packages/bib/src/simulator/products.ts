// The fictitious range of products: 24 mutual funds of five managers, and four retail bonds like
// the government's.
import type { BibProduct } from '../partner.ts'
import { addDays, exchangeDayFrom, wibDate, wibInstant } from './calendar.ts'

type FundType = Exclude<BibProduct['type'], 'BOND'>

/** A product's terms, without its NAV, its status and the URL of its fact sheet. */
export type ProductTerms = Omit<BibProduct, 'latestNav' | 'status' | 'factsheetUrl'>
/**
 * A product's price model: initial figure, yearly drift and volatility. A bond's price returns to
 * par.
 */
export type PriceModel = { start: number; drift: number; volatility: number; returnsToPar: boolean }

const managers = {
  A: 'PT Andalan Nusa Investama',
  B: 'PT Bahtera Kapital Indonesia',
  C: 'PT Cakrawala Aset Manajemen',
  D: 'PT Dharma Mandala Investasi',
  E: 'PT Elang Samudra Aset',
} as const
const custodians = ['Bank Kustodian Nusantara', 'Bank Sentosa Raya', 'Bank Artha Pratama'] as const

const byType: Record<
  FundType,
  { risk: number; settlementDays: number; drift: number; volatility: number; fee: string }
> = {
  MONEY_MARKET: { risk: 1, settlementDays: 1, drift: 0.046, volatility: 0.0012, fee: '0.00' },
  FIXED_INCOME: { risk: 2, settlementDays: 3, drift: 0.062, volatility: 0.024, fee: '0.50' },
  MIXED: { risk: 3, settlementDays: 5, drift: 0.07, volatility: 0.085, fee: '1.00' },
  EQUITY: { risk: 5, settlementDays: 5, drift: 0.085, volatility: 0.16, fee: '1.50' },
  INDEX: { risk: 4, settlementDays: 4, drift: 0.075, volatility: 0.15, fee: '0.75' },
}

type Fund = [
  code: string,
  name: string,
  type: FundType,
  manager: keyof typeof managers,
  start: number,
  traits?: 'USD' | 'SYARIAH' | 'CLOSED',
]

const funds: Fund[] = [
  ['ANDALAN-KAS', 'Andalan Dana Kas', 'MONEY_MARKET', 'A', 1342.18],
  ['ANDALAN-OBLIGASI', 'Andalan Obligasi Negara', 'FIXED_INCOME', 'A', 2104.5],
  ['ANDALAN-BERIMBANG', 'Andalan Berimbang Prima', 'MIXED', 'A', 3120.77],
  ['ANDALAN-SAHAM', 'Andalan Saham Unggulan', 'EQUITY', 'A', 4875.31],
  ['ANDALAN-INDEKS30', 'Andalan Indeks Tiga Puluh', 'INDEX', 'A', 1088.4],
  ['BAHTERA-LIKUID', 'Bahtera Pasar Uang Likuid', 'MONEY_MARKET', 'B', 1621.02],
  ['BAHTERA-TETAP', 'Bahtera Pendapatan Tetap', 'FIXED_INCOME', 'B', 1758.93],
  ['BAHTERA-SYPU', 'Bahtera Syariah Pasar Uang', 'MONEY_MARKET', 'B', 1205.66, 'SYARIAH'],
  ['BAHTERA-SYSAHAM', 'Bahtera Syariah Saham Berkah', 'EQUITY', 'B', 1530.09, 'SYARIAH'],
  ['BAHTERA-EKUITAS', 'Bahtera Ekuitas Dinamis', 'EQUITY', 'B', 2267.84],
  ['CAKRA-PU', 'Cakrawala Pasar Uang', 'MONEY_MARKET', 'C', 1450.37],
  ['CAKRA-SUKUK', 'Cakrawala Sukuk Amanah', 'FIXED_INCOME', 'C', 1311.25, 'SYARIAH'],
  ['CAKRA-SYIMBANG', 'Cakrawala Syariah Imbang', 'MIXED', 'C', 1642.9, 'SYARIAH'],
  ['CAKRA-CAMPURAN', 'Cakrawala Campuran Fleksibel', 'MIXED', 'C', 1987.12],
  ['CAKRA-INDEKS45', 'Cakrawala Indeks Likuid', 'INDEX', 'C', 1015.6],
  ['DHARMA-KAS', 'Dharma Kas Harian', 'MONEY_MARKET', 'D', 1108.44],
  ['DHARMA-PRIMA', 'Dharma Pendapatan Prima', 'FIXED_INCOME', 'D', 1495.7],
  ['DHARMA-DOLAR', 'Dharma Obligasi Dolar', 'FIXED_INCOME', 'D', 1.1862, 'USD'],
  ['DHARMA-GLOBAL', 'Dharma Saham Global Dolar', 'EQUITY', 'D', 1.3375, 'USD'],
  ['DHARMA-SAHAM', 'Dharma Saham Pertumbuhan', 'EQUITY', 'D', 2984.05],
  ['ELANG-PU', 'Elang Pasar Uang Optima', 'MONEY_MARKET', 'E', 1277.59],
  ['ELANG-DOLAR', 'Elang Dana Dolar Likuid', 'MONEY_MARKET', 'E', 1.0481, 'USD'],
  ['ELANG-SAHAM', 'Elang Saham Nusantara', 'EQUITY', 'E', 1844.21],
  ['ELANG-PROTEKSI', 'Elang Berimbang Lestari', 'MIXED', 'E', 1376.03, 'CLOSED'],
]

/** Codes of products that the manager has closed permanently. */
export const closedCodes: ReadonlySet<string> = new Set(
  funds.filter((fund) => fund[5] === 'CLOSED').map((fund) => fund[0]),
)

/** An ISIN with its check digit (ISO 6166: Luhn over letters written as 10..35). */
function isin(number: number): string {
  const body = `IDN${String(number).padStart(8, '0')}`
  const digits = [...body].map((char) => String(parseInt(char, 36))).join('')
  let sum = 0
  for (const [index, digit] of [...digits].toReversed().entries()) {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return body + String((10 - (sum % 10)) % 10)
}

/**
 * Minimum orders: dollar funds have their own, and an index fund requires a larger first
 * subscription.
 */
function minimaOf(type: FundType, isDollar: boolean) {
  const least = isDollar ? '50.00' : '10000.00'
  const first = type === 'INDEX' ? '100000.00' : least
  return {
    minimumSubscription: isDollar ? '100.00' : first,
    minimumTopUp: least,
    minimumRedemption: least,
    minimumBalance: isDollar ? '50.00' : '50000.00',
  }
}

// Index funds close earlier, because the manager must trade the basket on the same day. One manager
// leaves the cut-off to the agent.
function cutOffOf(type: FundType, manager: Fund[3]) {
  if (type === 'INDEX') return '12:00'
  return manager === 'B' ? null : '13:00'
}

function fundTerms([code, name, type, manager, , traits]: Fund, index: number): ProductTerms {
  const { risk, settlementDays, fee } = byType[type]
  const isDollar = traits === 'USD'
  const isSyariah = traits === 'SYARIAH'
  const contract = isSyariah ? '-SY' : ''
  const currency = isDollar ? 'USD' : 'IDR'
  return {
    code,
    isin: isin(410_000 + index * 100),
    name: `Reksa Dana ${name}`,
    type,
    manager: managers[manager],
    custodian: custodians[index % custodians.length] ?? custodians[0],
    currency,
    riskLevel: risk,
    ...minimaOf(type, isDollar),
    fees: {
      subscription: fee,
      redemption: type === 'EQUITY' || type === 'INDEX' ? '0.50' : '0.00',
      switching: type === 'MONEY_MARKET' ? '0.00' : '0.50',
    },
    cutOff: cutOffOf(type, manager),
    settlementDays,
    // Switching keeps currency and contract form: conventional and syariah funds cannot be switched
    // into each other.
    switchGroup: type === 'INDEX' ? null : `${manager}-${currency}${contract}`,
    syariah: isSyariah,
    bond: null,
  }
}

type Offer = {
  code: string
  name: string
  coupon: string
  monthsToOffer: number
  years: number
  tradable: boolean
  syariah: boolean
}

const offers: Offer[] = [
  {
    code: 'RI-RITEL-01',
    name: 'Obligasi Ritel Negeri 01',
    coupon: '6.2500',
    monthsToOffer: -14,
    years: 3,
    tradable: true,
    syariah: false,
  },
  {
    code: 'RI-SUKUK-02',
    name: 'Sukuk Ritel Negeri 02',
    coupon: '6.1000',
    monthsToOffer: -6,
    years: 3,
    tradable: true,
    syariah: true,
  },
  {
    code: 'RI-TABUNG-03',
    name: 'Tabungan Negeri 03',
    coupon: '5.9500',
    monthsToOffer: 0,
    years: 2,
    tradable: false,
    syariah: false,
  },
  {
    code: 'RI-RITEL-04',
    name: 'Obligasi Ritel Negeri 04',
    coupon: '6.4000',
    monthsToOffer: 1,
    years: 6,
    tradable: true,
    syariah: false,
  },
]

/**
 * Offering periods follow the clock month by month, so that a demo always has one series on offer
 * and one upcoming.
 */
function bondTerms(offer: Offer, index: number, now: number, price: string): ProductTerms {
  const [year = 0, month = 0] = wibDate(now).split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + offer.monthsToOffer, 1))
    .toISOString()
    .slice(0, 10)
  const until = new Date(Date.UTC(year, month + offer.monthsToOffer, 0)).toISOString().slice(0, 10)
  const issued = exchangeDayFrom(addDays(until, 5))
  return {
    code: offer.code,
    isin: isin(900_000 + index * 100),
    name: offer.name,
    type: 'BOND',
    manager: 'Kementerian Keuangan (simulasi)',
    custodian: custodians[0],
    currency: 'IDR',
    riskLevel: 2,
    minimumSubscription: '1000000.00',
    minimumTopUp: '1000000.00',
    minimumRedemption: '1000000.00',
    minimumBalance: '1000000.00',
    fees: { subscription: '0.00', redemption: '0.00', switching: '0.00' },
    cutOff: '13:00',
    settlementDays: 2,
    switchGroup: null,
    syariah: offer.syariah,
    bond: {
      coupon: offer.coupon,
      couponType: offer.tradable ? 'FIXED' : 'FLOATING_WITH_FLOOR',
      couponFrequency: 'MONTHLY',
      maturity: `${Number(issued.slice(0, 4)) + offer.years}${issued.slice(4, 8)}15`,
      price,
      tradable: offer.tradable,
      offeringFrom: new Date(wibInstant(first, '09:00')).toISOString(),
      offeringUntil: new Date(wibInstant(until, '10:00')).toISOString(),
    },
  }
}

export const productCodes: readonly string[] = [
  ...funds.map((fund) => fund[0]),
  ...offers.map((offer) => offer.code),
]

const fundTermsByCode = new Map(funds.map((fund, index) => [fund[0], fundTerms(fund, index)]))

/**
 * The terms of a product at an instant; `price` is a bond's, in percent of nominal. Undefined for
 * an unknown code.
 */
export function termsOf(code: string, now: number, price: string): ProductTerms | undefined {
  const index = offers.findIndex((offer) => offer.code === code)
  const offer = offers[index]
  return offer ? bondTerms(offer, index, now, price) : fundTermsByCode.get(code)
}

/** A product's price model. Throws for an unknown code. */
export function priceModelOf(code: string): PriceModel {
  const fund = funds.find((candidate) => candidate[0] === code)
  if (fund) {
    const { drift, volatility } = byType[fund[2]]
    const isDollar = fund[5] === 'USD'
    return {
      start: fund[4],
      drift: isDollar ? drift * 0.6 : drift,
      volatility,
      returnsToPar: false,
    }
  }
  if (!offers.some((offer) => offer.code === code)) throw new Error(`unknown product ${code}`)
  return { start: 1, drift: 0, volatility: 0.025, returnsToPar: true }
}
