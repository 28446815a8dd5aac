// What is shown of a product, each fact described once: its label and its value. The apps, the
// comparisons and the documents take both from here; dev/look.test.ts finds a property of the
// contract that is missing.
import { formatDate, formatInstant, formatMoney, formatPercent, formatUnits } from './format.ts'
import { bandOf } from './order-words.ts'
import { productStates } from './states.ts'
import { no, nouns, productTypes, say, yes, type Bilingual, type Language } from './words.ts'

type ShownBond = {
  readonly coupon: string
  readonly couponType: 'FIXED' | 'FLOATING_WITH_FLOOR'
  readonly couponFrequency: 'MONTHLY' | 'QUARTERLY' | 'SEMIANNUAL'
  readonly maturity: string
  readonly price: string
  readonly tradable: boolean
  readonly offeringFrom: string
  readonly offeringUntil: string
}

type ShownProduct = {
  readonly name: string
  readonly code: string
  readonly isin: string
  readonly type: keyof typeof productTypes
  readonly manager: string
  readonly custodian: string
  readonly riskLevel: number
  readonly currency: string
  readonly syariah: boolean
  readonly minimumSubscription: string
  readonly minimumTopUp: string
  readonly minimumRedemption: string
  readonly minimumBalance: string
  readonly cutOff: string
  readonly settlementDays: number
  readonly switchGroup: string | null
  readonly latestNav: { readonly nav: string; readonly date: string } | null
  readonly status: keyof typeof productStates
  readonly fees: Readonly<Record<'subscription' | 'redemption' | 'switching', string>>
}

export type ShownField<Of> = {
  readonly label: Bilingual
  /** Codes are set in another type, figures line up. */
  readonly kind: 'words' | 'code' | 'figure'
  readonly textOf: (of: Of, language: Language) => string
}
type ProductField = Exclude<keyof ShownProduct, 'fees'>
type MoneyField = Extract<ProductField, `minimum${string}`>

/** What a product's principle is called. */
export const principles = {
  syariah: say('Syariah', 'Sharia'),
  conventional: say('Konvensional', 'Conventional'),
}

const money = (field: MoneyField, label: Bilingual): ShownField<ShownProduct> => ({
  label,
  kind: 'figure',
  textOf: (product, language) => formatMoney(product[field], product.currency, language),
})

/** A time of day as the language writes it, with its zone. */
export function cutOffText(cutOff: string, language: Language): string {
  return `${language === 'id' ? cutOff.replace(':', '.') : cutOff} WIB`
}

function switchText({ switchGroup }: ShownProduct, language: Language): string {
  const none = say('tidak dapat dialihkan', 'not possible')
  const within = say(
    `antarproduk kelompok ${switchGroup} dari manajer yang sama`,
    `between products of group ${switchGroup} of the same fund manager`,
  )
  return (switchGroup === null ? none : within)[language]
}

function settlementText({ settlementDays: days }: ShownProduct, language: Language): string {
  return say(
    `paling lama ${days} hari bursa`,
    `within ${days} exchange ${days === 1 ? 'day' : 'days'}`,
  )[language]
}

/** The facts of any product. */
export const productFields: Readonly<Record<ProductField, ShownField<ShownProduct>>> = {
  name: { label: nouns.product, kind: 'words', textOf: ({ name }) => name },
  code: { label: say('Kode', 'Code'), kind: 'code', textOf: ({ code }) => code },
  isin: { label: say('ISIN', 'ISIN'), kind: 'code', textOf: ({ isin }) => isin },
  type: {
    label: say('Jenis', 'Type'),
    kind: 'words',
    textOf: ({ type, syariah }, language) =>
      `${productTypes[type][language]}${syariah ? ` · ${principles.syariah[language]}` : ''}`,
  },
  manager: {
    label: say('Manajer investasi', 'Fund manager'),
    kind: 'words',
    textOf: ({ manager }) => manager,
  },
  custodian: {
    label: say('Bank kustodian', 'Custodian bank'),
    kind: 'words',
    textOf: ({ custodian }) => custodian,
  },
  riskLevel: {
    label: say('Risiko produk', 'Product risk'),
    kind: 'words',
    textOf: ({ riskLevel }, language) => bandOf(riskLevel, language),
  },
  currency: {
    label: say('Mata uang', 'Currency'),
    kind: 'words',
    textOf: ({ currency }) => currency,
  },
  syariah: {
    label: say('Prinsip', 'Principle'),
    kind: 'words',
    textOf: ({ syariah }, language) =>
      (syariah ? principles.syariah : principles.conventional)[language],
  },
  minimumSubscription: money(
    'minimumSubscription',
    say('Minimum pembelian', 'Minimum subscription'),
  ),
  minimumTopUp: money('minimumTopUp', say('Minimum pembelian berikutnya', 'Minimum top-up')),
  minimumRedemption: money(
    'minimumRedemption',
    say('Minimum penjualan kembali', 'Minimum redemption'),
  ),
  minimumBalance: money('minimumBalance', say('Saldo minimum', 'Minimum balance')),
  cutOff: {
    label: nouns.cutOff,
    kind: 'figure',
    textOf: ({ cutOff }, language) => cutOffText(cutOff, language),
  },
  settlementDays: {
    label: say('Pembayaran penjualan kembali', 'Redemption payment'),
    kind: 'words',
    textOf: settlementText,
  },
  switchGroup: { label: nouns.switching, kind: 'words', textOf: switchText },
  latestNav: {
    label: say('NAB/UP terakhir', 'Latest NAV'),
    kind: 'figure',
    textOf: ({ latestNav }, language) =>
      latestNav
        ? `${formatUnits(latestNav.nav, language)} (${formatDate(latestNav.date, language)})`
        : '–',
  },
  status: {
    label: say('Status', 'Status'),
    kind: 'words',
    textOf: ({ status }, language) => productStates[status].word[language],
  },
}

/** The facts that the page of a product lists as its terms, in this order. */
export const productTerms = [
  'code',
  'isin',
  'riskLevel',
  'currency',
  'syariah',
  'custodian',
  'minimumSubscription',
  'minimumTopUp',
  'minimumRedemption',
  'minimumBalance',
  'cutOff',
  'settlementDays',
  'switchGroup',
] as const satisfies readonly ProductField[]

const fee = (of: keyof ShownProduct['fees'], label: Bilingual): ShownField<ShownProduct> => ({
  label,
  kind: 'figure',
  textOf: ({ fees }, language) => {
    const percent = formatPercent(fees[of], language)
    return say(`${percent} dari jumlah`, `${percent} of the amount`)[language]
  },
})

/** What a transaction costs, in the order of the page. */
export const productFees: Readonly<Record<keyof ShownProduct['fees'], ShownField<ShownProduct>>> = {
  subscription: fee('subscription', say('Biaya pembelian', 'Subscription fee')),
  redemption: fee('redemption', say('Biaya penjualan kembali', 'Redemption fee')),
  switching: fee('switching', say('Biaya pengalihan', 'Switching fee')),
}

const frequencies: Readonly<Record<ShownBond['couponFrequency'], Bilingual>> = {
  MONTHLY: say('setiap bulan', 'monthly'),
  QUARTERLY: say('setiap tiga bulan', 'quarterly'),
  SEMIANNUAL: say('setiap enam bulan', 'every six months'),
}

function couponText({ coupon, couponType }: ShownBond, language: Language): string {
  const percent = formatPercent(coupon, language)
  const fixed = say(`${percent} setahun, tetap`, `${percent} a year, fixed`)
  const floating = say(
    `${percent} setahun, mengambang dengan batas bawah`,
    `${percent} a year, floating with a floor`,
  )
  return (couponType === 'FIXED' ? fixed : floating)[language]
}

type BondField =
  | Exclude<keyof ShownBond, 'couponType' | 'offeringFrom' | 'offeringUntil'>
  | 'offering'

/** The facts of a bond, in the order of the page. */
export const bondFields: Readonly<Record<BondField, ShownField<ShownBond>>> = {
  coupon: { label: say('Kupon', 'Coupon'), kind: 'figure', textOf: couponText },
  couponFrequency: {
    label: say('Kupon dibayar', 'Coupon paid'),
    kind: 'words',
    textOf: ({ couponFrequency }, language) => frequencies[couponFrequency][language],
  },
  maturity: {
    label: say('Jatuh tempo', 'Maturity'),
    kind: 'figure',
    textOf: ({ maturity }, language) => formatDate(maturity, language),
  },
  price: {
    label: say('Harga (persen nominal)', 'Price (percent of nominal)'),
    kind: 'figure',
    textOf: ({ price }, language) => formatPercent(price, language),
  },
  tradable: {
    label: say('Dapat diperdagangkan', 'Tradable'),
    kind: 'words',
    textOf: ({ tradable }, language) => (tradable ? yes : no)[language],
  },
  offering: {
    label: say('Masa penawaran', 'Offering period'),
    kind: 'figure',
    textOf: ({ offeringFrom, offeringUntil }, language) =>
      `${formatInstant(offeringFrom, language)} – ${formatInstant(offeringUntil, language)}`,
  },
}

/** The titles of the parts of a product's page. */
export const productParts = {
  terms: say('Ketentuan', 'Terms'),
  fees: say('Biaya', 'Fees'),
  bond: productTypes.BOND,
}
