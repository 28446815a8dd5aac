// SECURITY 42: an old and a new version use the same database while it is migrated.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freePort } from '@rmtools/kit/local-postgres'
import { migrate } from '@rmtools/kit/migrate'
import { eventually } from '../caller.ts'
import { migrationFolders } from '../migrations.ts'
import type { System } from '../system.ts'
import { as, throwAwaySystem } from './throw-away-system.ts'

/**
 * A new version's migration: it only expands, so that the old version keeps working; a later one
 * contracts.
 */
const EXPAND = `
  alter table crm_bib.lead add column nickname text, add column score int not null default 0;
  create index lead_score_idx on crm_bib.lead (company_id, score);
  create table crm_bib.lead_score (id uuid primary key default uuidv7(), company_id uuid not null, lead_id uuid not null);
  select kit.protect('crm_bib.lead_score');`

/** A second crm on the same database, as in a rolling upgrade. */
async function startSecondCrm(system: System): Promise<{ url: string; process: ChildProcess }> {
  const environment = await readFile(`/proc/${system.programs.get('crm')?.pid}/environ`, 'utf8')
  const env = Object.fromEntries(
    environment
      .split('\0')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
  const port = await freePort()
  const program = join(import.meta.dirname, '../../services/crm/src/main.ts')
  const process_ = spawn(process.execPath, [program], {
    env: { ...env, PORT: String(port) },
    stdio: 'ignore',
  })
  const url = `http://127.0.0.1:${port}`
  await eventually(
    'the second crm',
    async () =>
      await fetch(`${url}/health/ready`).then(
        (reply) => reply.ok,
        () => false,
      ),
  )
  return { url, process: process_ }
}

test('SECURITY 42: old and new run side by side during a migration under load, without an error', async () => {
  await using system = await throwAwaySystem({ arrangement: 'split' })
  const token = (await as(system, 'rina')).accessToken
  const statuses: number[] = []
  let number = 0
  const done = new AbortController()
  const call = async (origin: string, more: Record<string, string>) => {
    const headers = { authorization: `Bearer ${token}`, ...more }
    const body = JSON.stringify({
      fullName: 'Siti Rahmawati',
      phone: `0813${String(10_000_000 + number++)}`,
    })
    const write = {
      method: 'POST',
      body,
      headers: {
        ...headers,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
    }
    for (const init of [write, { headers }]) {
      const reply = await fetch(`${origin}/crm/leads`, init)
      await reply.arrayBuffer()
      statuses.push(reply.status)
    }
  }
  const loop = async (origin: string, more: Record<string, string> = {}) => {
    while (!done.signal.aborted) await call(origin, more)
  }
  const loops = [1, 2, 3, 4].map(() => loop(system.url))
  // By now the old version has prepared its statements and cached their plans.
  await eventually('load', async () => statuses.length > 200)
  const folder = join(await mkdtemp(join(tmpdir(), 'rmtools-upgrade-')), 'next', 'migrations')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, '9999_expand.sql'), EXPAND)
  expect(await migrate(system.ownerUrl, [...migrationFolders, folder])).toEqual([
    'next/9999_expand.sql',
  ])
  const second = await startSecondCrm(system)
  loops.push(...[1, 2].map(() => loop(second.url, { 'x-service-key': system.secrets.SERVICE_KEY })))
  const before = statuses.length
  await eventually('both to have worked', async () => statuses.length > before + 200)
  done.abort()
  await Promise.all(loops)
  second.process.kill('SIGTERM')
  expect(statuses.filter((status) => status >= 400)).toEqual([])
}, 60_000)
