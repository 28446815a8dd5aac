import { startSystem } from '/work/main/dev/system.ts'
import { signIn } from '/work/main/dev/caller.ts'
import { users, DEMO_PASSWORD } from '/work/main/dev/seed/people.ts'
await using s = await startSystem({ directory: '/tmp/try-data', arrangement: (process.argv[2] ?? 'one') as any, port: 0, logLevel: process.env.LL ?? 'warn' })
const rina = users[0]!
const c = await signIn(s.url, { login: rina.email, phone: rina.phone, password: DEMO_PASSWORD })
console.log(await c.api.account.me())
const page = await c.api.leads.list({ limit: 2 })
console.log(page)
console.log(await c.api.leads.create({ fullName: 'Siti Rahmawati', phone: '0812-9999-0001' }))
console.log((await c.api.reference.banks()).items.length, (await c.api.reference.locations({})).items.length)
await c.api.leads.create({ fullName: 'Siti Rahmawati', phone: '0812-9999-0001' }).catch((e) => console.log(e.toBody()))
