// Once per test run: a folder for installations that are created once and copied for each test file
// (dev/e2e/template.ts).
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeLocalPostgres } from '@rmtools/kit/local-postgres'
import { TEMPLATES } from './e2e/template.ts'

export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'rmtools-templates-'))
  // PostgreSQL must be able to enter the folder (it runs as another user when we run as root);
  // otherwise its data would be stored elsewhere.
  await chmod(folder, 0o711)
  process.env[TEMPLATES] = folder
  return async () => {
    for (const demo of ['people', 'full']) await removeLocalPostgres(join(folder, demo, 'postgres'))
    await removeLocalPostgres(folder)
  }
}
