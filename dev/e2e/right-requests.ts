// Requests that are valid except for the one field that a test changes, so that the change reaches
// the tables.
import type { Caller } from '../caller.ts'
import { whatFor, whoIs } from '../tour/papers.ts'
import { newPerson } from '../tour/stage.ts'

export type Request = { params: Record<string, unknown>; body: Record<string, unknown> }
/** Builds the next request of an operation; those that create people use new ones each time. */
export type Prepare = () => Request

export type Cast = { rina: Caller; sari: Caller; putri: Caller }

const ahead = new Intl.NumberFormat('en', { minimumIntegerDigits: 6, useGrouping: false })
let count = 0
/** An unused mobile number. */
const nextPhone = () => `+62813770${ahead.format(++count)}`
const nextEmail = () => `tepi.${++count}@mail.example`

/** By the name of the operation; each succeeds unchanged. */
export async function rightRequests({
  rina,
  sari,
  putri,
}: Cast): Promise<Readonly<Record<string, Prepare>>> {
  const { lead } = await rina.api.leads.create({ fullName: 'Tepi Batas', phone: nextPhone() })
  const person = newPerson('Tepi Batas')
  const investor = await rina.api.investors.create({ kind: 'individual', ...person })
  const company = await rina.api.investors.create({
    kind: 'institutional',
    fullName: 'PT Tepi Batas',
    phone: nextPhone(),
    email: nextEmail(),
  })
  const [company1] = (await rina.api.registration.companies()).items
  const own = await sari.api.companies.own()
  const { items: holidays } = await putri.api.reference.holidays()

  return {
    ...ofPeople(company1?.id),
    'leads.create': () => ({ params: {}, body: { fullName: 'Tepi Batas', phone: nextPhone() } }),
    'leads.update': () => ({ params: { id: lead.id }, body: { version: lead.version } }),
    'leadActivities.create': () => ({
      params: { id: lead.id },
      body: { kind: 'note', text: 'Tepi' },
    }),
    'leadImports.create': () => ({
      params: {},
      body: { csv: `Nama;HP\nTepi;${nextPhone()}`, dryRun: false },
    }),
    'investors.create': () => ({
      params: {},
      body: { kind: 'individual', fullName: 'Tepi Batas', phone: nextPhone(), email: nextEmail() },
    }),
    'investors.saveKyc': () => ({
      params: { id: investor.id },
      body: {
        version: investor.version,
        verificationMethod: 'in-person',
        individual: { ...whoIs(true), ...whatFor() },
      },
    }),
    'investors.saveKyc of an institution': () => ({
      params: { id: company.id },
      body: { version: company.version, verificationMethod: 'in-person', institutional: {} },
    }),
    'bankAccounts.create': () => ({
      params: { id: investor.id },
      body: { bankCode: '014', number: `88${ahead.format(++count)}`, holderName: 'Tepi Batas' },
    }),
    'documents.declare': () => ({ params: { id: investor.id }, body: { type: 'other' } }),
    'messageTemplates.preview': () => ({
      params: {},
      body: {
        kind: 'registration-link',
        channel: 'email',
        language: 'id',
        subject: 'Tepi',
        text: 'Halo {investorName}, {link}',
      },
    }),
    'reference.putHoliday': () => ({
      params: { date: holidays.at(-1)?.date },
      body: { name: 'Tepi', isProvisional: true, reason: 'Tepi' },
    }),
    'reference.changeBank': () => ({ params: { code: '014' }, body: {} }),
    'companies.updateOwn': () => ({
      params: {},
      body: { version: own.version, settings: own.settings },
    }),
    'companies.create': () => ({
      params: {},
      body: { code: `tepi-${++count}`, name: `PT Tepi ${count}`, settings: {} },
    }),
  }
}

/** The requests that create people and roles. */
function ofPeople(companyId: string | undefined): Readonly<Record<string, Prepare>> {
  return {
    'registration.register': () => ({
      params: {},
      body: {
        fullName: 'Tepi Batas',
        email: nextEmail(),
        phone: nextPhone(),
        password: 'kucing-hijau-melompat-27',
        companyId,
        deviceId: crypto.randomUUID(),
      },
    }),
    'users.create': () => ({
      params: {},
      body: { fullName: 'Tepi Batas', email: nextEmail(), phone: nextPhone(), role: 'rm' },
    }),
    'roles.create': () => ({
      params: {},
      body: { code: `tepi-${++count}`, name: 'Tepi', permissions: ['lead.read'] },
    }),
  }
}
