// `npm run reset`: deletes all data of this checkout.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { removeLocalPostgres } from '@rmtools/kit/local-postgres'
import { dataFolder } from './data-folder.ts'

await removeLocalPostgres(join(dataFolder, 'postgres'))
await rm(dataFolder, { recursive: true, force: true })
console.log('All data of this checkout is deleted. `npm start` starts afresh.')
