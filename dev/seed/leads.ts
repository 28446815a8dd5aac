// Some hundreds of leads in all stages. Names are random combinations of common ones; the numbers
// reach nobody.
import { leadStatuses } from '@rmtools/contracts/crm/leads'
import { companies, users } from './people.ts'
import { seededRandom } from './random.ts'

const first = [
  'Adi',
  'Ayu',
  'Bayu',
  'Dewi',
  'Fajar',
  'Gita',
  'Indra',
  'Intan',
  'Joko',
  'Kartika',
  'Lukman',
  'Mega',
  'Nanda',
  'Ratna',
  'Sinta',
  'Suharto',
  'Tono',
  'Wahyu',
  'Yanti',
  'Zainal',
]
const last = [
  'Adiputra',
  'Halim',
  'Handoko',
  'Kurniawan',
  'Lubis',
  'Maharani',
  'Nasution',
  'Pratama',
  'Purnomo',
  'Rahardjo',
  'Santoso',
  'Siregar',
  'Susanti',
  'Tanjung',
  'Wibowo',
  'Wijaya',
  '',
]
const interests = [
  'Dana darurat di pasar uang',
  'Dana pendidikan anak',
  'Dana pensiun',
  'Reksa dana saham jangka panjang',
  'Obligasi ritel',
  'Reksa dana syariah',
  'Diversifikasi dolar',
]
const sources = ['Referensi nasabah', 'Seminar', 'Kunjungan kantor', 'Media sosial', 'Walk-in']
const tags = ['prioritas', 'korporasi', 'syariah', 'profesional', 'keluarga']
const lostReasons = ['Memilih deposito', 'Belum ada dana', 'Tidak dapat dihubungi']

const RMS: readonly { userId: string; company: string; count: number }[] = [
  { userId: 'rina', company: 'nusantara', count: 140 },
  { userId: 'bagus', company: 'nusantara', count: 90 },
  { userId: 'dimas', company: 'nusantara', count: 40 },
  { userId: 'dimas', company: 'samudra', count: 40 },
  { userId: 'citra', company: 'samudra', count: 70 },
]

/** The leads of the demo. */
export function demoLeads() {
  const { below, pick, next } = seededRandom(20261123)
  let number = 0
  return RMS.flatMap(({ userId, company, count }) => {
    const rmId = users.find(({ email }) => email.startsWith(`${userId}@`))?.id
    const companyId = companies.find(({ code }) => code === company)?.id
    return Array.from({ length: count }, () => {
      const fullName = `${pick(first)} ${pick(last)}`.trim()
      // Converted leads are created with their investors, not here.
      const status = pick(leadStatuses.filter((one) => one !== 'converted'))
      return {
        companyId,
        rmId,
        fullName,
        phone: `+628130000${String(number++).padStart(4, '0')}`,
        email:
          next() < 0.6
            ? `${fullName.toLowerCase().replaceAll(' ', '.')}${number}@mail.example`
            : null,
        interest: pick(interests),
        source: pick(sources),
        tags: next() < 0.5 ? [pick(tags)] : [],
        status,
        lostReason: status === 'lost' ? pick(lostReasons) : null,
        followUpInHours: status === 'lost' || next() < 0.4 ? null : below(240) - 48,
        ageHours: below(24 * 180),
      }
    })
  })
}
