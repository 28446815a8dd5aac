import { codeListEntries, defaultEntries } from '@rmtools/contracts/crm/code-lists'
import { notFound, Problem, staleVersion } from '@rmtools/contracts/problem'
import { implement } from '@rmtools/kit/service'
import { dropOverride, overridesOf, putOverride } from './queries.ts'
import { merged } from './rules.ts'

export const codeListRoutes = () =>
  implement('codeListEntries', codeListEntries, {
    list: async (_, { db, actor }) => ({ items: merged(await overridesOf(db, actor.companyId)) }),

    put: async ({ list, code, sinvestCode, version }, { db }) => {
      const standard = defaultEntries().find((entry) => entry.list === list && entry.code === code)
      if (!standard) throw new Problem(notFound)
      if (sinvestCode === null) {
        if (version > 0 && (await dropOverride(db, { list, code, version })) === 0)
          throw new Problem(staleVersion)
        return standard
      }
      const stored = await putOverride(db, { list, code, sinvestCode, version })
      if (!stored) throw new Problem(staleVersion)
      return { ...standard, ...stored, list }
    },
  })
