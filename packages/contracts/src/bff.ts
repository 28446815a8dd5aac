// All operations that bff answers itself, by noun.
import { door } from './bff/door.ts'

export const bffContracts = { door }
