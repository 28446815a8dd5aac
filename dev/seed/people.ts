// The people of the demo: two companies with different settings, and one person in each role. All
// names are made up.
import type { SystemRole } from '@rmtools/contracts/endpoint'

export const DEMO_PASSWORD = 'demo-rmtools-2026'

export type DemoCompany = {
  id: string
  code: string
  name: string
  kind: 'tenant' | 'platform'
  brandColour: string
  cutOff: string
  linkHours: number
  /** For its letterhead. */
  head?: { legalName: string; licenceNumber: string; address: string }
}
export type DemoUser = {
  id: string
  fullName: string
  email: string
  phone: string
  roles: { company: string; role: SystemRole }[]
  licence?: { number: string; expiresInDays: number }
  status?: 'active' | 'pending' | 'inactive'
}

/**
 * An id that is the same in every installation: writing it again updates the same record instead of
 * adding one.
 */
export const demoId = (kind: string, number: number) =>
  `0198a000-${kind}-7000-8000-${String(number).padStart(12, '0')}`

export const companies: readonly DemoCompany[] = [
  {
    id: demoId('c000', 1),
    code: 'nusantara',
    name: 'Nusantara Investama',
    kind: 'tenant',
    brandColour: '#0E5C4A',
    cutOff: '13:00',
    linkHours: 72,
    head: {
      legalName: 'PT Nusantara Investama Indonesia',
      licenceNumber: 'KEP-00/PM.00/2019',
      address: 'Jl. Contoh Raya No. 1, Jakarta Selatan 12190',
    },
  },
  {
    id: demoId('c000', 2),
    code: 'samudra',
    name: 'Samudra Kapital',
    kind: 'tenant',
    brandColour: '#1F4E8C',
    cutOff: '12:00',
    linkHours: 24,
    head: {
      legalName: 'PT Samudra Kapital',
      licenceNumber: 'KEP-01/PM.00/2020',
      address: 'Jl. Contoh Laut No. 2, Surabaya 60271',
    },
  },
  {
    id: demoId('c000', 9),
    code: 'platform',
    name: 'RMTools',
    kind: 'platform',
    brandColour: '#0E5C4A',
    cutOff: '13:00',
    linkHours: 72,
  },
]

const person = (
  number: number,
  fullName: string,
  email: string,
  rest: Omit<DemoUser, 'id' | 'fullName' | 'email' | 'phone'>,
): DemoUser => ({
  id: demoId('d000', number),
  fullName,
  email,
  // Numbers of this form are not assigned.
  phone: `+6281200000${String(number).padStart(3, '0')}`,
  ...rest,
})

const in1 = (role: SystemRole) => [{ company: 'nusantara', role }]
const in2 = (role: SystemRole) => [{ company: 'samudra', role }]

export const users: readonly DemoUser[] = [
  person(1, 'Rina Wulandari', 'rina@nusantara.example', {
    roles: in1('rm'),
    licence: { number: 'WAPERD-2024-00117', expiresInDays: 400 },
  }),
  person(2, 'Bagus Prasetyo', 'bagus@nusantara.example', {
    roles: in1('rm'),
    licence: { number: 'WAPERD-2023-00892', expiresInDays: 25 },
  }),
  person(3, 'Maya Kusuma', 'maya@nusantara.example', { roles: in1('reviewer') }),
  person(4, 'Hendra Gunawan', 'hendra@nusantara.example', { roles: in1('reviewer') }),
  person(5, 'Sari Dewanti', 'sari@nusantara.example', { roles: in1('company-admin') }),
  person(6, 'Yusuf Hakim', 'yusuf@nusantara.example', { roles: in1('auditor') }),
  person(7, 'Dimas Saputra', 'dimas@both.example', {
    roles: [...in1('rm'), ...in2('rm')],
    licence: { number: 'WAPERD-2025-00034', expiresInDays: 700 },
  }),
  person(8, 'Citra Lestari', 'citra@samudra.example', {
    roles: in2('rm'),
    licence: { number: 'WAPERD-2022-00410', expiresInDays: -10 },
  }),
  person(9, 'Eko Nugroho', 'eko@samudra.example', { roles: in2('reviewer') }),
  person(10, 'Lina Hartono', 'lina@samudra.example', { roles: in2('company-admin') }),
  person(11, 'Agus Setiawan', 'agus@nusantara.example', {
    roles: in1('rm'),
    licence: { number: 'WAPERD-2026-00201', expiresInDays: 365 },
    status: 'pending',
  }),
  person(12, 'Putri Anggraini', 'putri@platform.example', {
    roles: [{ company: 'platform', role: 'platform-admin' }],
  }),
]
