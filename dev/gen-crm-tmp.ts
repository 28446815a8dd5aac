import { startLocalPostgres } from '@rmtools/kit/local-postgres'
import { migrate, migrateJobs } from '@rmtools/kit/migrate'
import { createDatabase, createRoles } from '@rmtools/kit/roles'
import { writeFileSync } from 'node:fs'
import { rowTypes } from './row-types.ts'
import { migrationFolders } from './migrations.ts'
await using p = await startLocalPostgres({ directory: '/tmp/gen-pg-' + Date.now(), password: 'x' })
await createRoles(p.url('postgres'), { auth_app: 'x', crm_app: 'x', auth_jobs: 'x', crm_jobs: 'x' })
await createDatabase((n) => p.url(n), 'r')
for (const n of ['auth_jobs', 'crm_jobs']) await migrateJobs(p.url('r', { name: n, password: 'x' }), n)
await migrate(p.url('r'), migrationFolders)
writeFileSync('services/crm/src/db.ts', await rowTypes(p.url('r'), 'crm_bib', 'CrmDb'))
