import { join } from 'node:path'

/** Where `npm start` keeps its data. */
export const dataFolder = join(import.meta.dirname, '../.data')
