import {
  emailTaken,
  phoneInvalid,
  phoneTaken,
  registration,
} from '@rmtools/contracts/auth/registration'
import { Problem } from '@rmtools/contracts/problem'
import { toE164 } from '@rmtools/kit/phone'
import { identity } from '@rmtools/kit/scope'
import { implement, outside } from '@rmtools/kit/service'
import { existing } from '@rmtools/kit/existing'
import { checkPassword } from '../passwords/rules.ts'
import type { AuthPorts } from '../ports.ts'
import { normaliseLogin } from '../sessions/rules.ts'
import { registrationChallenge } from './completion.ts'
import { insertApplicant, isTaken, openCompanies, openCompany } from './queries.ts'

export const registrationRoutes = (ports: AuthPorts) =>
  implement('registration', registration, {
    register: outside(async (input, { begin }) => {
      const {
        fullName,
        companyId,
        language = 'id',
        licenceNumber = null,
        channel = 'sms',
        deviceId,
      } = input
      const email = input.email.toLowerCase()
      const phone = toE164(input.phone)
      if (phone === undefined) throw new Problem(phoneInvalid)
      const company = existing(await begin(identity, (tx) => openCompany(tx, companyId)))
      checkPassword(input.password, { fullName, email, phone, companies: [company.name] })
      const passwordHash = await ports.hashing.hash(input.password)
      return await begin({ ...identity, companyId }, async (tx) => {
        if (await isTaken(tx, email)) throw new Problem(emailTaken)
        if (await isTaken(tx, phone)) throw new Problem(phoneTaken)
        const now = ports.clock.now().toISOString()
        const id = await insertApplicant(tx, {
          fullName,
          email,
          phone,
          passwordHash,
          language,
          licenceNumber,
          companyId,
          now,
        })
        return await registrationChallenge(
          tx,
          ports,
          { id, email, phone, lastCompanyId: companyId },
          { deviceKey: deviceId, channel },
        )
      })
    }),

    verifyUnique: async ({ login }, { db }) => {
      await db.enter(identity)
      return { unique: !(await isTaken(db, normaliseLogin(login))) }
    },

    companies: async (_, { db }) => {
      await db.enter(identity)
      return { items: await openCompanies(db) }
    },
  })
