import { reference } from '@rmtools/contracts/crm/reference'
import { invalidInput, notFound, Problem } from '@rmtools/contracts/problem'
import { implement } from '@rmtools/kit/service'
import { existing } from '@rmtools/kit/existing'
import {
  allCountries,
  areasOf,
  banksOf,
  changeBank,
  holidaysOf,
  putHoliday,
  removeHoliday,
} from './queries.ts'

export const referenceRoutes = () =>
  implement('reference', reference, {
    banks: async ({ includeInactive = false }, { db }) => ({
      items: await banksOf(db, includeInactive),
    }),
    locations: async ({ level = 'province', parent }, { db }) => {
      if (level !== 'province' && parent === undefined)
        throw new Problem(invalidInput, {
          errors: [
            {
              pointer: '/parent',
              code: 'required',
              detail: `Give the area whose ${level} you want`,
            },
          ],
        })
      return { items: await areasOf(db, level, parent ?? '') }
    },
    countries: async (_, { db }) => ({ items: await allCountries(db) }),
    holidays: async ({ year }, { db }) => ({ items: await holidaysOf(db, year) }),
    changeBank: async ({ code, ...changes }, { db }) => {
      return existing(await changeBank(db, code, changes))
    },
    putHoliday: async ({ reason, ...holiday }, { db }) => {
      const stored = await putHoliday(db, holiday, reason ?? null)
      if (!stored) throw new Error('a holiday was not stored')
      return stored
    },
    removeHoliday: async ({ date, reason }, { db }) => {
      if (!(await removeHoliday(db, date, reason ?? null))) throw new Problem(notFound)
    },
  })
