import { createQueryClient } from './query.ts'

/** For the pages before somebody is signed in: nothing of it is kept. */
export const signInClient = createQueryClient()
