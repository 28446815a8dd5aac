import pg from 'pg'
import { startSystem } from './system.ts'
import { demoCallers } from './seed/demo/callers.ts'
import { userNamed, demoCases } from './seed/demo/cases.ts'
import { companies } from './seed/people.ts'
import { verifyAudit } from '@rmtools/auth/audit-verify'
import { writeFileSync } from 'node:fs'
const s = await startSystem({ directory: process.argv[2]!, arrangement: 'one', port: 0, logLevel: 'error', demo: 'full', onStep: () => 0 })
await s.demoWritten
const c = new pg.Client({ connectionString: s.ownerUrl })
await c.connect()
const q = async (t: string) => console.table((await c.query(t)).rows)
await q(
  `select c.code, i.status, count(*)::int, min(i.created_at)::date::text oldest, max(i.created_at)::date::text newest from crm_bib.investor i join auth_bib.auth_company c on c.id=i.company_id group by 1,2 order by 1,2`,
)
await q(
  `select c.code, i.status, i.type, count(*)::int, min(i.created_at)::date::text oldest, max(i.created_at)::date::text newest from crm_bib.instruction i join auth_bib.auth_company c on c.id=i.company_id group by 1,2,3 order by 1,2,3`,
)
await q(`select status, count(*)::int from crm_bib.lead group by 1`)
await q(`select count(*)::int from crm_bib.lead_activity`)
await q(
  `select display_name, status, submitted_at::text, is_pep, sync_error, is_linked, sid, risk_expires_on::text, rm_id from crm_bib.investor where status in ('submitted','sync-failed') or is_linked or risk_expires_on < now()`,
)
await q(`select kind, count(*)::int from auth_bib.notification group by 1`)
await q(`select actor_kind, count(*)::int from auth_bib.auth_user_action_log group by 1`)
const as = (n: string, co: string) =>
  demoCallers(s.url, s.secrets.SIGNING_KEYS)(
    userNamed(n),
    companies.find((x) => x.code === co)!,
  )
const rina = as('rina', 'nusantara')
const d = await rina.api.dashboard.get({})
console.log(JSON.stringify(d.investors.filter((x) => x.count)), JSON.stringify(d.aum?.byMonth), JSON.stringify(d.sales?.byMonth))
const sub = await rina.api.investors.list({ order: 'queue' } as never)
for (const x of sub.items) {
  const g = await rina.api.investors.get({ id: x.id })
  console.log(g.displayName, g.status, g.submittedAt, JSON.stringify(g.warnings), g.bankAccounts[0]?.nameMatch)
}
const set = (await rina.api.instructions.list({ status: 'settled', limit: 100 })).items
console.log(set.length, set[0])
const e = await rina.api.instructions.get({ id: set[3]!.id })
console.log(e.events)
writeFileSync('/tmp/ins.pdf', await rina.api.instructions.document({ id: set[3]!.id }))
const inv = set[3]!.investorId
const tx = await rina.api.portfolios.transactions({ id: inv, limit: 100 })
let bad = 0,
  n = 0
for (const one of demoCases.filter((x) => x.aim === 'registered')) {
  const caller = as(one.rm.email.split('@')[0]!, one.company.code)
  const t = (await caller.api.portfolios.transactions({ id: one.id, limit: 100 })).items
  const ins = (await caller.api.instructions.list({ investorId: one.id, status: 'settled', limit: 100 })).items
  for (const i of ins) {
    n++
    const m = t.find((x) => x.sourceId === i.id && x.type !== 'SWITCH_IN')
    if (
      !m ||
      m.units !== i.allocatedUnits ||
      m.nav !== i.allocatedNav ||
      m.amount !== i.allocatedAmount ||
      m.settlementDate !== i.settledOn
    ) {
      bad++
      if (bad < 3) console.log(m, i)
    }
  }
  const lone = t.filter((x) => !ins.some((i) => i.id === x.sourceId))
  if (lone.length) console.log('lone', one.number, lone.length)
}
console.log({ n, bad })
await new Promise((r) => setTimeout(r, 3000))
console.log(await verifyAudit(s.note.authDatabaseUrl, s.note.auditHeadFile, s.note.publicKeys))
await c.end()
await s[Symbol.asyncDispose]()
process.exit(0)
