import { throwAwaySystem, as } from './e2e/place.ts'
import { asOwner } from './e2e/books.ts'
const s = await throwAwaySystem({ demo: 'full', logLevel: 'warn' })
await s.demoWritten
const sari = await as(s, 'sari')
console.log(
  (await sari.api.dashboard.get({})).instructions,
  (await sari.api.instructions.list({ limit: 1 })).items.length,
  (await sari.api.leads.list({ limit: 1 })).items.length,
)
await asOwner(s, async (o) => {
  console.log(
    (await o.query('select company_id, count(*) from crm_bib.instruction group by 1')).rows,
    (await o.query('select company_id, count(*) from crm_bib.lead group by 1')).rows,
  )
})
await s[Symbol.asyncDispose]()
