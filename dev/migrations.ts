import { join } from 'node:path'

/** The services' migrations, in the order in which they are applied. */
export const migrationFolders = ['auth', 'crm'].map((service) =>
  join(import.meta.dirname, '../services', service, 'migrations'),
)
