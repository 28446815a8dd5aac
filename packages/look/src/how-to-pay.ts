// How to pay to a virtual account or a bank account from the usual banks, in short steps. Menus
// differ slightly between versions of the banks' apps.
import { say, type Bilingual } from './words.ts'

export type PayingWay = {
  readonly key: string
  readonly name: Bilingual
  readonly steps: readonly Bilingual[]
}

type Bank = {
  key: string
  /** Recognises the name of the recipient's bank. */
  is: RegExp
  app: string
  /** To a virtual account at the same bank, and at another bank. */
  own: readonly [id: string, en: string]
  other: readonly [id: string, en: string]
}

const banks: readonly Bank[] = [
  {
    key: 'bca',
    is: /\bBCA\b|central asia/i,
    app: 'BCA mobile',
    own: ['m-Transfer › BCA Virtual Account', 'm-Transfer › BCA Virtual Account'],
    other: ['m-Transfer › Antar Bank', 'm-Transfer › Interbank'],
  },
  {
    key: 'mandiri',
    is: /mandiri/i,
    app: "Livin' by Mandiri",
    own: ['Bayar/VA', 'Pay/VA'],
    other: ['Transfer › Transfer ke penerima baru', 'Transfer › To a new recipient'],
  },
  {
    key: 'bni',
    is: /\bBNI\b|negara indonesia/i,
    app: 'wondr / BNI Mobile',
    own: ['Transfer › Virtual Account Billing', 'Transfer › Virtual Account Billing'],
    other: ['Transfer › Bank lain', 'Transfer › Other bank'],
  },
  {
    key: 'bri',
    is: /\bBRI\b|rakyat indonesia/i,
    app: 'BRImo',
    own: ['BRIVA', 'BRIVA'],
    other: ['Transfer › Tambah penerima', 'Transfer › Add a recipient'],
  },
  {
    key: 'permata',
    is: /permata/i,
    app: 'PermataMobile X',
    own: ['Bayar Tagihan › Virtual Account', 'Pay Bills › Virtual Account'],
    other: ['Transfer › Bank lain', 'Transfer › Other bank'],
  },
  {
    key: 'cimb',
    is: /cimb|niaga/i,
    app: 'OCTO Mobile',
    own: ['Transfer › Virtual Account', 'Transfer › Virtual Account'],
    other: ['Transfer › Bank lain', 'Transfer › Other bank'],
  },
]

/**
 * The ways to pay to a bank, that of its own customers first. The screen fills in `{number}` and
 * `{amount}`.
 */
export function waysToPay(bankName: string): readonly PayingWay[] {
  const ways = banks.map((bank) => {
    const isOwn = bank.is.test(bankName)
    return {
      isOwn,
      key: bank.key,
      name: say(bank.app, bank.app),
      steps: stepsIn(bank, bankName, isOwn),
    }
  })
  const sorted = ways.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn))
  return [...sorted.map(({ isOwn: _, ...way }) => way), atm(bankName), otherBank(bankName)]
}

function stepsIn({ app, own, other }: Bank, bankName: string, isOwn: boolean): Bilingual[] {
  const [id, en] = isOwn ? own : other
  return [
    say(`Buka ${app}, pilih ${id}.`, `Open ${app} and choose ${en}.`),
    ...(isOwn ? [] : [say(`Pilih bank ${bankName}.`, `Choose the bank ${bankName}.`)]),
    enter,
    check,
  ]
}

const enter = say(
  'Masukkan nomor {number} dan nilai {amount}.',
  'Enter the number {number} and the amount {amount}.',
)
const check = say(
  'Periksa nama penerima, lalu konfirmasi dengan PIN. Simpan buktinya.',
  'Check the name of the recipient and confirm with your PIN. Keep the proof.',
)

const atm = (bankName: string): PayingWay => ({
  key: 'atm',
  name: say('ATM', 'Cash machine'),
  steps: [
    say(
      `Pilih Transfer. Bila ATM bukan milik ${bankName}, pilih ke bank lain dan kode bank itu.`,
      `Choose Transfer. If the machine is not of ${bankName}, choose another bank and its code.`,
    ),
    enter,
    say('Periksa nama penerima, lalu simpan struknya.', 'Check the name and keep the receipt.'),
  ],
})

const otherBank = (bankName: string): PayingWay => ({
  key: 'other',
  name: say('Bank lain', 'Another bank'),
  steps: [
    say(
      `Pilih transfer ke bank lain, lalu ${bankName}. Bila nomornya tidak ditemukan, pilih transfer daring, bukan BI-FAST.`,
      `Choose a transfer to another bank and ${bankName}. If the number is not found, choose an online transfer instead of BI-FAST.`,
    ),
    enter,
    check,
  ],
})
