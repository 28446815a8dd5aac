import { preferences, preferencesFull } from '@rmtools/contracts/auth/preferences'
import { notFound, Problem } from '@rmtools/contracts/problem'
import { implement } from '@rmtools/kit/service'
import { deletePreference, ownPreferences, putPreference } from './queries.ts'

export const preferencesRoutes = () =>
  implement('preferences', preferences, {
    list: async (_, { db }) => ({ items: await ownPreferences(db) }),

    put: async ({ key, value }, { db }) => {
      const kept = await putPreference(db, { key, value })
      if (!kept) throw new Problem(preferencesFull)
      return kept
    },

    remove: async ({ key }, { db }) => {
      if (!(await deletePreference(db, key))) throw new Problem(notFound)
    },
  })
