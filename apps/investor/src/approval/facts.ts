// The content of a document, line by line: shown to the reader, and compared with an earlier one to
// find changes.
import type { InstructionDocument } from '@rmtools/contracts/crm/approvals'
import { formatDate, formatMoney, formatPercent, today } from '@rmtools/look/format'
import { orderLabels } from '@rmtools/look/order-fields'
import { bandOf, quantityOf } from '@rmtools/look/order-words'
import { productFields } from '@rmtools/look/product-fields'
import { nouns, type Bilingual, type Language } from '@rmtools/look/words'
import { both } from '../base/language.tsx'
import type { Row } from '../ui/Rows.tsx'
import { words } from './words.ts'

type Fact = Row & { value: string; more?: string }

const labels = {
  product: orderLabels.product,
  target: orderLabels.target,
  quantity: orderLabels.quantity,
  fee: orderLabels.fee,
  navDate: orderLabels.navDate,
  bankAccount: orderLabels.paidTo,
  risk: productFields.riskLevel.label,
  profile: nouns.riskProfile,
} as const

/** The subject, in a sentence. */
export function matterOf({ type, productName, targetProductName }: InstructionDocument): Bilingual {
  const names =
    targetProductName === null
      ? both(productName, productName)
      : both(`${productName} ke ${targetProductName}`, `${productName} to ${targetProductName}`)
  return both(`${nouns[type].id} ${names.id}`, `${nouns[type].en} of ${names.en}`)
}

/** The lines of a document that the investor approves. */
export function factsOf(document: InstructionDocument, language: Language): Fact[] {
  const {
    productName,
    productCode,
    manager,
    targetProductName,
    targetProductCode,
    feePercent,
    feeAmount,
    currency,
    bankAccount,
  } = document
  const line = (key: keyof typeof labels, value: string, more?: string): Fact => ({
    key,
    label: labels[key][language],
    value,
    ...(more === undefined ? {} : { more }),
  })
  const percent = formatPercent(feePercent, language)
  return [
    line('product', productName, `${productCode}, ${manager}`),
    ...(targetProductName === null
      ? []
      : [line('target', targetProductName, targetProductCode ?? '')]),
    line('quantity', quantityOf(document, language)),
    feeAmount === null
      ? line('fee', percent)
      : line('fee', formatMoney(feeAmount, currency, language), percent),
    ...(bankAccount === null ? [] : [line('bankAccount', bankAccount)]),
    line('navDate', formatDate(document.navDate, language)),
    line('risk', bandOf(document.riskLevel, language)),
    line('profile', bandOf(document.riskBand, language)),
  ]
}

export type Change = { key: string; label: string; before: string; now: string }

/** The differences between the document that was shown and the current one. */
export function changesBetween(
  before: InstructionDocument,
  now: InstructionDocument,
  language: Language,
): Change[] {
  const was = new Map(factsOf(before, language).map((fact) => [fact.key, textOf(fact)]))
  const is = factsOf(now, language).map((fact) => ({
    key: fact.key,
    label: fact.label,
    before: was.get(fact.key) ?? '–',
    now: textOf(fact),
  }))
  const differing = is.filter((change) => change.before !== change.now)
  const other = before.consent !== now.consent || before.cutOff !== now.cutOff
  return other
    ? [
        ...differing,
        { key: 'terms', label: words.consentLegal[language], before: '', now: now.consent },
      ]
    : differing
}

const textOf = ({ value, more }: Fact) => (more ? `${value} (${more})` : value)

/** The cut-off rule in words, for an approval at this moment. */
export function cutOffWords(
  { cutOff, navDate }: InstructionDocument,
  now: Date = new Date(),
): Bilingual {
  const time = { id: cutOff.replace(':', '.'), en: cutOff }
  const [id, en] = [formatDate(navDate, 'id'), formatDate(navDate, 'en')]
  return navDate === today(now)
    ? both(
        `Disetujui sebelum pukul ${time.id} WIB hari ini, transaksi memakai nilai aktiva bersih (NAB) hari ini, ${id}. Setelah itu memakai NAB hari bursa berikutnya, dan kami meminta Anda melihatnya lagi.`,
        `Approved before ${time.en} WIB today it uses today's net asset value (NAV), of ${en}. After that it uses the NAV of the next exchange day, and we ask you to look again.`,
      )
    : both(
        `Batas waktu hari ini, pukul ${time.id} WIB, sudah lewat atau bursa tutup. Disetujui sekarang, transaksi memakai nilai aktiva bersih (NAB) ${id}.`,
        `Today's cut-off, ${time.en} WIB, has passed or the exchange is closed. Approved now it uses the net asset value (NAV) of ${en}.`,
      )
}

/** Whether the product suits the investor, in words. */
export function fitWords({
  riskLevel,
  riskBand,
  aboveRiskProfile,
}: InstructionDocument): Bilingual {
  const [idLevel, enLevel] = [bandOf(riskLevel, 'id'), bandOf(riskLevel, 'en')]
  const [idBand, enBand] = [bandOf(riskBand, 'id'), bandOf(riskBand, 'en')]
  if (aboveRiskProfile)
    return both(
      `Risiko produk (${idLevel}) di atas profil risiko Anda (${idBand}). Nilainya dapat turun lebih dalam daripada yang biasanya cocok untuk Anda.`,
      `The risk of the product (${enLevel}) is above your risk profile (${enBand}). Its value can fall further than usually suits you.`,
    )
  return riskBand === null
    ? both(
        `Risiko produk: ${idLevel}. Profil risiko Anda belum tercatat.`,
        `The risk of the product: ${enLevel}. Your risk profile is not on record.`,
      )
    : both(
        `Risiko produk (${idLevel}) sesuai dengan profil risiko Anda (${idBand}).`,
        `The risk of the product (${enLevel}) fits your risk profile (${enBand}).`,
      )
}
