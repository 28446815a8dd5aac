import { parse } from 'csv-parse/sync'
import { streamXlsxRows } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pdfPages } from '@rmtools/kit/testing-pdf'
import { createPaymentWorld, type PaymentWorld } from './payment-world.ts'

let world: PaymentWorld
beforeAll(async () => {
  world = await createPaymentWorld()
  await world.nextWeek()
})
afterAll(async () => await world[Symbol.asyncDispose]())

const read = (file: Uint8Array) =>
  parse(Buffer.from(file), { bom: true, columns: true }) as Record<string, string>[]

test("the office's file says of each order what is to be paid and what came, to be compared with the bank's", async () => {
  const waiting = await world.waiting()
  world.simulator.control.setFaults({
    paymentNever: { on: true, match: waiting.id },
    paymentOtherPayer: { on: true },
  })
  const held = await world.handedOver()
  await world.goesOn(held.id)
  world.simulator.control.clearFaults()
  world.simulator.control.setFaults({
    paymentNever: { on: true, match: waiting.id },
    paymentOver: { on: true },
  })
  const over = await world.handedOver()
  await world.goesOn(over.id)
  const numbers = await Promise.all(
    [waiting, held, over].map(async ({ id }) => (await world.get(id)).instruction.payment?.number),
  )
  const file = await world.as('ratna').instructions.export({
    payments: 'waiting,held,over',
    order: 'oldest',
  })
  expect(read(file)).toMatchObject([
    {
      ID: waiting.id,
      Pembayaran: 'Menunggu pembayaran',
      'Cara bayar': 'Virtual account',
      'Nomor pembayaran': numbers[0],
      'Nilai pembayaran': '5.000.000',
      'Sudah diterima': '0',
      'Masih kurang': '5.000.000',
      'Dibayar pada': '',
      Pembayar: '',
    },
    {
      ID: held.id,
      Pembayaran: 'Ditahan: pembayar lain',
      'Sudah diterima': '0',
      'Dibayar pada': '',
      Pembayar: 'BUDI SANTOSO',
    },
    {
      ID: over.id,
      Pembayaran: 'Dibayar lebih',
      'Nomor pembayaran': numbers[2],
      'Sudah diterima': '5.500.000',
      Kelebihan: '500.000',
      'Dibayar pada': expect.stringMatching(/\d/),
      Pembayar: 'SITI RAHMAWATI',
    },
  ])
  const rows = []
  const workbook = await world.as('ratna').instructions.exportXlsx({ payments: 'over' })
  for await (const { values } of streamXlsxRows(workbook)) rows.push(values)
  const [titles = [], row = []] = rows
  expect(row[titles.indexOf('Sudah diterima')]).toBe(5_500_000)
  expect(row[titles.indexOf('Nomor pembayaran')]).toBe(numbers[2])
})

test('the signed document says when it was paid, and names no payer', async () => {
  world.simulator.control.clearFaults()
  const { id, token } = await world.handedOver()
  const pages = async () => await pdfPages(await world.as().approvals.document({ token }))
  expect((await pages()).join(' ')).not.toContain('Pembayaran, menurut laporan Bib')
  await world.goesOn(id)
  // The evidence fills the first page; what followed the signature is on the second.
  const [, paid = '', ...others] = await pages()
  expect(others).toEqual([])
  for (const part of [
    'Pembayaran, menurut laporan Bib',
    'Sudah dibayar',
    'Rp 5.000.000',
    'Virtual account',
  ])
    expect(paid.replaceAll('\u00A0', ' ')).toContain(part)
  expect(paid).not.toContain('SITI RAHMAWATI')
})
