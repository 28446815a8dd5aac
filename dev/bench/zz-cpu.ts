// node dev/bench/zz-cpu.ts dir reps seconds scenario...
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { execFile, fork } from 'node:child_process'
import { promisify } from 'node:util'
import { join } from 'node:path'
import { benchCompany, benchToken, fillLeads } from './actors.ts'
import { UNIQUE, type Call } from './load.ts'
import pg from 'pg'
const [dir = '/tmp/zz', reps = '5', seconds = '4', ...rest] = process.argv.slice(2)
const arr = process.env.ARR ?? 'one'
const child = fork(join(import.meta.dirname, 'zz-server.ts'), [join(dir, arr), arr], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: (process.env.FLAGS ?? '').split(' ').filter(Boolean) })
process.on('uncaughtException', (e) => { console.error(e); child.kill(); process.exit(1) })
const server: any = await new Promise((r) => child.once('message', r))
const owner = new pg.Client({ connectionString: server.ownerUrl }); await owner.connect()
const n = Number((await owner.query('select count(*) from crm_bib.lead')).rows[0].count)
if (n < 15000) await fillLeads(server.ownerUrl, 20000, false)
async function cpuNs(pid: number) {
  let sum = 0
  for (const t of await readdir(`/proc/${pid}/task`)) { const s = await readFile(`/proc/${pid}/task/${t}/schedstat`, 'utf8').catch(() => '0'); sum += Number(s.split(' ')[0]) }
  return sum
}
async function mainNs(pid: number) { return Number((await readFile(`/proc/${pid}/task/${pid}/schedstat`, 'utf8')).split(' ')[0]) }
async function ut(pid: number) { const f = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]!.split(' '); return [Number(f[11]) * 10, Number(f[12]) * 10] }
const auth = { authorization: `Bearer ${benchToken(server.signingKeys, [benchCompany(3)])}` }
const auth10 = { authorization: `Bearer ${benchToken(server.signingKeys, Array.from({length:10},(_,i)=>benchCompany(i)))}` }
const calls: Record<string, Call> = {
  list: { method: 'GET', path: '/crm/leads?limit=20', headers: auth },
  list10: { method: 'GET', path: '/crm/leads?limit=20', headers: auth10 },
  live: { method: 'GET', path: '/health/live', headers: {} },
  notes: { method: 'GET', path: '/auth/notifications', headers: auth },
  create: { method: 'POST', path: '/crm/leads', headers: { ...auth, 'content-type': 'application/json', 'idempotency-key': `bench-${UNIQUE}` }, body: JSON.stringify({ fullName: 'Siti Rahmawati', phone: `0813${UNIQUE}`, interest: 'Dana pensiun' }) },
}
const pids = { main: child.pid!, ...server.pids }
const measured = arr === 'one' ? { main: child.pid! } : Object.fromEntries(['auth','crm','bff'].map((k) => [k, server.pids[k]]))
for (const name of rest.length ? rest : ['list', 'create']) {
  const got: Record<string, number[]> = {}; let errs = 0; let total = 0; let rates: number[] = []
  await load1(server.url, calls[name]!, 3)
  if (process.env.PROF) { child.send('prof-start'); await new Promise((r) => child.once('message', r)) }
  for (let i = 0; i < Number(reps); i++) {
    const before = Object.fromEntries(await Promise.all(Object.entries(measured).map(async ([k, p]) => [k, [await cpuNs(p), await mainNs(p), ...await ut(p)]])))
    const script = await load1(server.url, calls[name]!, Number(seconds))
    for (const [k, p] of Object.entries(measured)) {
      const a = [await cpuNs(p), await mainNs(p), ...await ut(p)], b = before[k] as number[]
      const per = a.map((x, j) => (x - b[j]!) / script.requests / (j < 2 ? 1000 : 0.001))
      ;(got[k] ??= []).push(per[0]!); (got[k+'.main'] ??= []).push(per[1]!); (got[k+'.user'] ??= []).push(per[2]!); (got[k+'.sys'] ??= []).push(per[3]!)
    }
    errs += script.errors; total += script.requests; rates.push(script.rate)
  }
  if (process.env.PROF) { child.send('prof-stop'); await new Promise((r) => child.once('message', r)); writeFile('/tmp/prof/n', String(total)) }
  console.log(name, Object.entries(got).map(([k, v]) => `${k} ${Math.min(...v).toFixed(0)}/${v.sort((a, b) => a - b)[v.length >> 1]!.toFixed(0)}`).join('  '), 'rate', Math.max(...rates).toFixed(0), 'errors', errs)
}
for (const [k, p] of Object.entries(pids)) console.log('rss', k, /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${p}/status`, 'utf8'))?.[1])

await owner.end()
child.send('stop'); 

async function load1(url: string, call: Call, secs: number) {
  const base = Math.floor(Math.random() * 90_000_000)
  const text = (v: string) => `[==[${v}]==]`
  await writeFile(dir + '.lua', `local n = ${base}
local function fill(s) return (s:gsub("${UNIQUE}", function() return string.format("%08d", n % 100000000) end)) end
request = function() n = n + 1 local h = {}
${Object.entries(call.headers).map(([k, v]) => `h[ ${text(k)} ] = fill(${text(v)})`).join('\n')}
return wrk.format("${call.method}", ${text(call.path)}, h, ${call.body === undefined ? 'nil' : `fill(${text(call.body)})`}) end
done = function(summary) io.write(string.format("RESULT %d %d %d\\n", summary.requests, summary.duration, summary.errors.status + summary.errors.read + summary.errors.write + summary.errors.timeout)) end
`)
  const { stdout } = await promisify(execFile)('wrk', ['-t', '1', '-c', '32', '-d', `${secs}s`, '-s', dir + '.lua', url])
  const [requests = 0, micros = 1, errors = 0] = /RESULT (.+)/.exec(stdout)![1]!.split(' ').map(Number)
  return { requests, errors, rate: requests / micros * 1e6 }
}
process.on('exit', () => child.kill())
