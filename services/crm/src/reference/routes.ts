import { reference } from '@rmtools/contracts/crm/reference'
import { invalidInput, Problem } from '@rmtools/contracts/problem'
import { implement } from '@rmtools/kit/service'
import { allCountries, areasOf, banksOf, holidaysOf } from './queries.ts'

export const referenceRoutes = () =>
  implement('reference', reference, {
    banks: async ({ includeInactive = false }, { db }) => ({ items: await banksOf(db, includeInactive) }),
    locations: async ({ level = 'province', parent }, { db }) => {
      if (level !== 'province' && parent === undefined)
        throw new Problem(invalidInput, {
          errors: [{ pointer: '/parent', code: 'required', detail: `Name the area whose ${level} list you want` }],
        })
      return { items: await areasOf(db, level, parent ?? '') }
    },
    countries: async (_, { db }) => ({ items: await allCountries(db) }),
    holidays: async ({ year }, { db }) => ({ items: await holidaysOf(db, year) }),
  })
