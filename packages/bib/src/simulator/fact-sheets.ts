// One-page fact sheets, drawn from a product's data at the simulated time.
import type { FastifyInstance } from 'fastify'
import { notFound, Problem } from '@rmtools/contracts/problem'
import {
  documentNumber,
  hashOf,
  makeDocument,
  type DocumentInfo,
  type Fact,
} from '@rmtools/kit/pdf'
import { formatDate, formatMoney, formatPercent, formatUnits } from '@rmtools/look/format'
import { bandOf } from '@rmtools/look/order-words'
import { bondFields, productFields } from '@rmtools/look/product-fields'
import { nouns, performanceDisclaimer, productTypes } from '@rmtools/look/words'
import type { BibProduct, NavPoint } from '../partner.ts'
import { addDays, wibDate } from './calendar.ts'
import { Exact } from './ledger.ts'
import { factSheetPath, productOf } from './shelf.ts'
import type { World } from './world.ts'

const HISTORY_DAYS = 365
const LANGUAGE = 'id'

/** Serves a fact sheet of each product. */
export function serveFactSheets(app: FastifyInstance, world: World): void {
  app.get<{ Params: { file: string } }>(
    factSheetPath(':file').replace('.pdf', ''),
    async (request, reply) => {
      const product = productOf(world, request.params.file.replace(/\.pdf$/, ''))
      if (!product) throw new Problem(notFound)
      const today = wibDate(world.clock.now())
      const history = world.navs.history(product.code, addDays(today, -HISTORY_DAYS), today)
      return reply
        .type('application/pdf')
        .send(Buffer.from(await factSheet(product, history, today)))
    },
  )
}

async function factSheet(
  product: BibProduct,
  history: readonly NavPoint[],
  today: string,
): Promise<Uint8Array> {
  const money = (amount: string) => formatMoney(amount, product.currency, LANGUAGE)
  const percent = (rate: string) => formatPercent(rate, LANGUAGE)
  const hash = hashOf({ product, history })
  const info: DocumentInfo = {
    language: LANGUAGE,
    company: { name: product.manager },
    title: product.name,
    number: documentNumber('FFS', hash),
    at: new Date(`${today}T00:00:00+07:00`),
    hash,
  }
  const [first, last] = [history[0], history.at(-1)]
  const year =
    first && last ? new Exact(last.nav).div(first.nav).minus(1).times(100).toFixed(2) : null
  const rate = product.bond?.coupon
  const { latestNav, fees, cutOff } = product
  const facts: Fact[] = [
    [
      nouns.nav.id,
      latestNav
        ? `${formatUnits(latestNav.nav, LANGUAGE)} (${formatDate(latestNav.date, LANGUAGE)})`
        : '–',
    ],
    rate === undefined
      ? ['Kinerja 1 tahun', formatPercent(year, LANGUAGE, true)]
      : [bondFields.coupon.label.id, percent(rate)],
    [
      productFields.type.label.id,
      `${productTypes[product.type].id}${product.syariah ? ', syariah' : ''}`,
    ],
    [productFields.riskLevel.label.id, bandOf(product.riskLevel, LANGUAGE)],
    [productFields.custodian.label.id, product.custodian],
    ['ISIN, kode', `${product.isin}, ${product.code}`],
    [productFields.minimumSubscription.label.id, money(product.minimumSubscription)],
    [
      'Biaya pembelian, penjualan kembali, pengalihan',
      [fees.subscription, fees.redemption, fees.switching].map(percent).join(' / '),
    ],
    [
      nouns.cutOff.id,
      `${cutOff === null ? 'menurut agen penjual' : `${cutOff.replace(':', '.')} WIB`}, T+${product.settlementDays}`,
    ],
  ]
  return await makeDocument(info, [
    { kind: 'heading', text: `Fund fact sheet, ${formatDate(today, LANGUAGE)}` },
    { kind: 'chart', values: history.map(({ nav }) => Number(nav)) },
    { kind: 'facts', facts },
    { kind: 'note', text: `${performanceDisclaimer.id} Produk simulasi untuk peragaan.` },
  ])
}
