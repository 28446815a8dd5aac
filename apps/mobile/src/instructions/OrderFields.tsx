import { router } from 'expo-router'
import type { Product } from '@rmtools/contracts/bff/market'
import { isPayable } from '@rmtools/contracts/crm/bank-accounts'
import { formatDate, formatUnits, today } from '@rmtools/look/format'
import { productTypes, nouns } from '@rmtools/look/words'
import { orderLabels } from '@rmtools/look/order-fields'
import { api } from '../base/api.ts'
import { paths } from '../base/paths.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { PDF } from '../files/shared-file.ts'
import { useDownload } from '../files/use-download.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Segments } from '../ui/Chip.tsx'
import { bandWord } from '../ui/RiskScale.tsx'
import { Select } from '../ui/Select.tsx'
import { Banner } from '../ui/States.tsx'
import { NavTimingLine } from './NavTimingLine.tsx'
import { orderable, targetsOf, type OrderType } from './order.ts'
import { AmountQuestions } from './OrderQuestions.tsx'
import { QuantityFields } from './QuantityFields.tsx'
import type { OrderFieldsProps } from './order-fields.ts'

/**
 * The order's fields: product, quantity and account. Suitability warnings appear before the order
 * is complete.
 */
export function OrderFields(props: OrderFieldsProps) {
  const { form, set, market } = props
  const words = useSay()
  const language = useLanguage()
  const now = new Date().toISOString()
  const products = orderable(market, form.type, now)
  const product = market.products.find(({ code }) => code === form.productCode)
  const held = (code: string) =>
    market.portfolio?.positions.find(({ productCode }) => productCode === code)
  const option = (each: Product) => {
    const position = held(each.code)
    const detail = [
      words(productTypes[each.type]),
      words(riskWord, { level: each.riskLevel }),
      position &&
        `${formatUnits(position.availableUnits, language)} ${words(nouns.units).toLowerCase()}`,
    ]
    return { value: each.code, text: each.name, detail: detail.filter(Boolean).join(' · ') }
  }
  const change = (type: OrderType) =>
    set({
      type,
      productCode: '',
      targetCode: '',
      by: type === 'subscription' ? 'amount' : form.by,
      isTold: false,
    })
  return (
    <>
      <Segments<OrderType>
        label={words(typeWord)}
        value={form.type}
        onChange={change}
        options={[
          { value: 'subscription', text: words(nouns.subscription) },
          { value: 'redemption', text: words(sell) },
          { value: 'switching', text: words(nouns.switching) },
        ]}
      />
      {form.type !== 'subscription' && products.length === 0 ? (
        <Banner icon="info" title={words(nothingHeld)} />
      ) : null}
      <Select
        label={words(form.type === 'subscription' ? nouns.product : from)}
        value={form.productCode || undefined}
        options={products.map(option)}
        onChange={(productCode) =>
          set({ productCode, targetCode: '', isTold: false, isFactSheetOffered: false })
        }
        isDisabled={products.length === 0}
      />
      {form.type === 'switching' && product ? (
        <Select
          label={words(into)}
          value={form.targetCode || undefined}
          options={targetsOf(market, product, now).map(option)}
          onChange={(targetCode) => set({ targetCode, isTold: false, isFactSheetOffered: false })}
        />
      ) : null}
      {product ? <QuantityFields {...props} product={product} /> : null}
      <AmountQuestions {...props} />
      {product ? <NavTimingLine cutOff={product.cutOff} /> : null}
      {form.type === 'redemption' ? <AccountChoice {...props} /> : null}
      <Suitability {...props} />
      {product ? (
        <FactSheet
          {...props}
          code={form.type === 'switching' && form.targetCode ? form.targetCode : product.code}
        />
      ) : null}
    </>
  )
}

function AccountChoice({ seen, form, set }: OrderFieldsProps) {
  const words = useSay()
  const accounts = seen.bankAccounts.filter(isPayable)
  if (accounts.length === 0)
    return (
      <Banner icon="warning" tone="warning" title={words(noAccount)}>
        <Button
          title={words(addAccount)}
          kind="plain"
          isSmall
          onPress={() => router.push(paths.kyc(seen.id, 'bank'))}
        />
      </Banner>
    )
  return (
    <Select
      label={words(paidTo)}
      value={form.bankAccountId || undefined}
      options={accounts.map(({ id, bankName, number, holderName }) => ({
        value: id,
        text: `${bankName} ${number.replaceAll('*', '•')}`,
        detail: holderName,
      }))}
      onChange={(bankAccountId) => set({ bankAccountId })}
    />
  )
}

/**
 * Above the investor's risk profile the RM must inform them, and they consent when they sign.
 * Without a profile nothing can be bought.
 */
function Suitability({ seen, form, set, market, checked }: OrderFieldsProps) {
  const words = useSay()
  const bought = market.products.find(
    ({ code }) => code === (form.type === 'switching' ? form.targetCode : form.productCode),
  )
  if (checked.missing.includes('risk'))
    return (
      <Banner icon="warning" tone="warning" title={words(noProfile)}>
        <Button
          title={words(renew)}
          kind="plain"
          isSmall
          onPress={() => router.push(paths.kyc(seen.id, 'risk'))}
        />
      </Banner>
    )
  if (!checked.isAboveProfile || !bought) return null
  const [level, own] = [bandWord(bought.riskLevel), bandWord(seen.riskProfile?.band)]
  return (
    <>
      <Banner
        icon="warning"
        tone="warning"
        title={words(orderLabels.aboveRiskProfile)}
        text={words(aboveText, {
          level: level ? words(level) : bought.riskLevel,
          own: own ? words(own) : '',
        })}
      />
      <Checkbox isOn={form.isTold} onChange={(isTold) => set({ isTold })} text={words(told)} />
    </>
  )
}

function FactSheet({ form, set, market, code }: OrderFieldsProps & { code: string }) {
  const words = useSay()
  const language = useLanguage()
  const name = market.products.find((product) => product.code === code)?.name ?? code
  const { isBusy, download } = useDownload()
  return (
    <>
      <Button
        title={words(openSheet)}
        kind="quiet"
        isSmall
        icon="document"
        isBusy={isBusy}
        onPress={() =>
          download(
            { parts: [words(nouns.factSheet), name, formatDate(today(), language)], kind: PDF },
            async () => await api.products.factSheet({ code }),
          )
        }
      />
      <Checkbox
        isOn={form.isFactSheetOffered}
        onChange={(isFactSheetOffered) => set({ isFactSheetOffered })}
        text={words(offered)}
      />
    </>
  )
}

const typeWord = say('Jenis instruksi', 'Instruction type')
const sell = say('Penjualan', 'Redemption')
const from = say('Dari produk', 'From product')
const into = say('Ke produk', 'To product')
const riskWord = say('risiko {level}/5', 'risk {level}/5')
const nothingHeld = say(
  'Tidak ada unit yang dapat dijual atau dialihkan.',
  'There are no units to redeem or switch.',
)
const paidTo = say('Dibayar ke rekening', 'Paid to the account')
const noAccount = say(
  'Belum ada rekening yang dapat menerima pembayaran.',
  'There is no account that can be paid to.',
)
const addAccount = say('Tambah rekening', 'Add an account')
const noProfile = say(
  'Profil risiko tidak ada atau habis masa berlaku.',
  'The risk profile is missing or has expired.',
)
const renew = say('Perbarui profil risiko', 'Renew the risk profile')
const aboveText = say(
  'Produk ini {level}, profil investor {own}. Investor menyetujuinya tersendiri saat menandatangani.',
  'This product is {level}, the profile is {own}. The investor consents to it separately when signing.',
)
const told = say(
  'Saya sudah menjelaskan kepada investor bahwa risiko produk ini di atas profil risikonya.',
  'I have told the investor that the risk of this product is above their risk profile.',
)
const openSheet = say('Buka fund fact sheet', 'Open the fact sheet')
const offered = say(
  'Prospektus atau fund fact sheet sudah ditawarkan kepada investor.',
  'The prospectus or fact sheet was offered to the investor.',
)
