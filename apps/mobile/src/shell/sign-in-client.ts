import { createQueryClient } from './query.ts'

/** For the pages before sign-in: nothing of it is stored. */
export const signInClient = createQueryClient()
