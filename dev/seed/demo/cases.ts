// The investors of the demo, their RMs, and the state of each case.
import type { SystemRole } from '@rmtools/contracts/endpoint'
import { companies, demoId, users, type DemoCompany, type DemoUser } from '../people.ts'

/** The target state of a case. */
export type Aim =
  | 'draft'
  | 'awaiting-investor'
  | 'submitted'
  | 'returned'
  | 'rejected'
  | 'sync-failed'
  | 'registered'

/**
 * What is special about a case. Drafts: `name` and `form` say how complete it is. Submitted ones:
 * what a reviewer should check carefully, or that one is working on it. At Bib: how it is refused,
 * or what Bib finds.
 */
export type Trait =
  | 'name'
  | 'form'
  | 'nik-mismatch'
  | 'weak-account'
  | 'pep'
  | 'claimed'
  | 'kyc-refused'
  | 'codes-refused'
  | 'sid-exists'
  | 'account-refused'
  | 'profile-expired'

export type DemoCase = {
  number: number
  /** The number among the individuals, or among the institutions. */
  ordinal: number
  id: string
  rm: DemoUser
  company: DemoCompany
  isInstitution: boolean
  aim: Aim
  /** The days since it reached this state; for registered ones since the registration. */
  ageDays: number
  trait: Trait | null
}

type Row = readonly [aim: Aim, ageDays: number, trait?: Trait | 'institution']

const books: readonly { rm: string; company: string; rows: readonly Row[] }[] = [
  {
    rm: 'rina',
    company: 'nusantara',
    rows: [
      ['registered', 385, 'profile-expired'],
      ['registered', 352],
      ['registered', 330, 'institution'],
      ['registered', 281],
      ['registered', 236, 'sid-exists'],
      ['registered', 190, 'pep'],
      ['registered', 142, 'institution'],
      ['registered', 96],
      ['registered', 41],
      ['submitted', 0],
      ['submitted', 2, 'nik-mismatch'],
      ['submitted', 6, 'pep'],
      ['returned', 3],
      ['sync-failed', 1, 'kyc-refused'],
      ['awaiting-investor', 1],
      ['draft', 0, 'name'],
      ['draft', 4, 'form'],
    ],
  },
  {
    rm: 'bagus',
    company: 'nusantara',
    rows: [
      ['registered', 361],
      ['registered', 304, 'institution'],
      ['registered', 251, 'account-refused'],
      ['registered', 173],
      ['registered', 128],
      ['registered', 55],
      ['submitted', 1, 'weak-account'],
      ['submitted', 9],
      ['returned', 5],
      ['rejected', 20],
      ['awaiting-investor', 3],
      ['draft', 2],
    ],
  },
  {
    rm: 'dimas',
    company: 'nusantara',
    rows: [
      ['registered', 266],
      ['registered', 157],
      ['registered', 62],
      ['submitted', 4, 'claimed'],
      ['draft', 7, 'form'],
    ],
  },
  {
    rm: 'citra',
    company: 'samudra',
    rows: [
      ['registered', 340],
      ['registered', 222, 'institution'],
      ['registered', 145],
      ['registered', 78],
      ['submitted', 3],
      ['returned', 2],
      ['rejected', 40],
    ],
  },
  {
    rm: 'dimas',
    company: 'samudra',
    rows: [
      ['registered', 287],
      ['registered', 121, 'institution'],
      ['registered', 49],
      ['submitted', 0, 'institution'],
      ['submitted', 7, 'weak-account'],
      ['sync-failed', 2, 'codes-refused'],
      ['awaiting-investor', 0],
      ['draft', 1],
    ],
  },
]

/** A demo user, named by the part of the e-mail address before the @. */
export function userNamed(name: string): DemoUser {
  const user = users.find(({ email }) => email.startsWith(`${name}@`))
  if (!user) throw new Error(`the demo has no user ${name}`)
  return user
}

function companyOf(code: string): DemoCompany {
  const company = companies.find((one) => one.code === code)
  if (!company) throw new Error(`the demo has no company ${code}`)
  return company
}

/** The holder of a role in a company. */
export function holderOf(company: DemoCompany, role: SystemRole): DemoUser {
  const holder = users.find(
    (user) =>
      user.status === undefined &&
      user.roles.some((one) => one.company === company.code && one.role === role),
  )
  if (!holder) throw new Error(`${company.name} has no ${role}`)
  return holder
}

/** Every case, in an order that shows all kinds early. */
export const demoCases: readonly DemoCase[] = books
  .flatMap(({ rm, company, rows }) =>
    rows.map((row, position) => ({
      rm: userNamed(rm),
      company: companyOf(company),
      row,
      position,
    })),
  )
  .map(({ rm, company, row: [aim, ageDays, trait], position }, index, all) => ({
    number: index + 1,
    ordinal: all
      .slice(0, index)
      .filter(({ row }) => (row[2] === 'institution') === (trait === 'institution')).length,
    id: demoId('1a00', index + 1),
    rm,
    company,
    isInstitution: trait === 'institution',
    aim,
    ageDays,
    trait: trait === undefined || trait === 'institution' ? null : trait,
    position,
  }))
  .toSorted((a, b) => a.position - b.position)
