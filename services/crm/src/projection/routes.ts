import { projection } from '@rmtools/contracts/crm/projection'
import { companyScope, identity } from '@rmtools/kit/scope'
import { implement } from '@rmtools/kit/service'
import { existing } from '@rmtools/kit/existing'
import { keepCompany, keepUser, tenantOf } from './queries.ts'

export const projectionRoutes = () =>
  implement('projection', projection, {
    putUser: async (user, { db }) => {
      await db.enter(identity)
      await keepUser(db, user)
    },
    putCompany: async (company, { db }) => {
      await db.enter(companyScope(company.id))
      await keepCompany(db, company)
    },
    tenantOf: async ({ id }, { db }) => {
      await db.enter(companyScope(id))
      return existing(await tenantOf(db, id))
    },
  })
