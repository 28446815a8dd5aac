// Fact sheets of one page, drawn from what the simulator knows of a product at its simulated time.
import type { FastifyInstance } from 'fastify'
import { notFound, Problem } from '@rmtools/contracts/problem'
import { BRAND, moneyText, MUTED, renderPdf, writeLines, writeTitle, type Pdf } from '@rmtools/kit/pdf'
import type { BibProduct, NavPoint } from '../partner.ts'
import { addDays, wibDate } from './calendar.ts'
import { Exact } from './ledger.ts'
import { factSheetPath, productOf } from './shelf.ts'
import type { World } from './world.ts'

const HISTORY_DAYS = 365
const CHART = { height: 130, width: 480 }

/** Gives out a fact sheet of each product. */
export function serveFactSheets(app: FastifyInstance, world: World): void {
  app.get<{ Params: { file: string } }>(factSheetPath(':file').replace('.pdf', ''), async (request, reply) => {
    const product = productOf(world, request.params.file.replace(/\.pdf$/, ''))
    if (!product) throw new Problem(notFound)
    const today = wibDate(world.clock.now())
    const history = world.navs.history(product.code, addDays(today, -HISTORY_DAYS), today)
    return reply.type('application/pdf').send(Buffer.from(await factSheet(product, history, today)))
  })
}

async function factSheet(product: BibProduct, history: readonly NavPoint[], today: string): Promise<Uint8Array> {
  const money = (amount: string) => moneyText(product.currency, amount)
  return await renderPdf({ title: `Fund Fact Sheet ${product.name}`, author: product.manager }, (pdf) => {
    writeTitle(pdf, product.manager, product.name)
    pdf.fillColor('black').fontSize(10).text(`Fund Fact Sheet, ${today}`).moveDown()
    drawHistory(pdf, history)
    const [first, last] = [history[0], history.at(-1)]
    const year = first && last ? `${new Exact(last.nav).div(first.nav).minus(1).times(100).toFixed(2)} %` : '-'
    const rate = product.bond?.coupon
    writeLines(pdf, [
      ['NAB per unit / NAV per unit', product.latestNav ? `${product.latestNav.nav} (${product.latestNav.date})` : '-'],
      rate === undefined ? ['Kinerja 1 tahun / 1-year performance', year] : ['Kupon / Coupon', `${rate} %`],
      ['Jenis, risiko / Type, risk', `${product.type}, ${product.riskLevel} dari 5${product.syariah ? ', syariah' : ''}`],
      ['Bank kustodian / Custodian', product.custodian],
      ['ISIN, kode / code', `${product.isin}, ${product.code}`],
      ['Pembelian minimum / Minimum subscription', money(product.minimumSubscription)],
      ['Biaya / Fees', `${product.fees.subscription} % / ${product.fees.redemption} % / ${product.fees.switching} %`],
      [
        'Batas waktu / Cut-off',
        `${product.cutOff === null ? 'menurut agen penjual / by selling agent' : `${product.cutOff} WIB`}, T+${product.settlementDays}`,
      ],
    ])
    pdf
      .moveDown()
      .fillColor(MUTED)
      .fontSize(8)
      .text(
        'Kinerja masa lalu tidak mencerminkan kinerja di masa depan. / Past performance does not indicate future performance. Produk simulasi untuk peragaan.',
      )
  })
}

function drawHistory(pdf: Pdf, history: readonly NavPoint[]): void {
  const navs = history.map(({ nav }) => Number(nav))
  const [low, high] = [Math.min(...navs), Math.max(...navs)]
  const [left, top] = [pdf.x, pdf.y]
  const at = (nav: number, index: number): [number, number] => [
    left + (index / Math.max(1, navs.length - 1)) * CHART.width,
    top + CHART.height - ((nav - low) / Math.max(high - low, Number.EPSILON)) * CHART.height,
  ]
  for (const [index, nav] of navs.entries()) {
    if (index === 0) pdf.moveTo(...at(nav, index))
    else pdf.lineTo(...at(nav, index))
  }
  if (navs.length > 1) pdf.lineWidth(1.2).stroke(BRAND)
  pdf.x = left
  pdf.y = top + CHART.height + 16
}
