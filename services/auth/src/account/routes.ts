import { account, wrongPassword } from '@rmtools/contracts/auth/account'
import type { SignIn } from '@rmtools/contracts/auth/sessions'
import {
  invalidInput,
  Problem,
  staleVersion,
  tooManyRequests,
  unauthenticated,
} from '@rmtools/contracts/problem'
import type { Db } from '@rmtools/kit/db'
import { scopeOf, type Actor } from '@rmtools/kit/scope'
import { implement, outside } from '@rmtools/kit/service'
import { notify } from '../notifications/notify.ts'
import {
  accountKey,
  changePassword,
  clearTries,
  countTry,
  passwordHistory,
  prepareNewPassword,
} from '../passwords/credentials.ts'
import type { AuthPorts } from '../ports.ts'
import { stepUpSession } from '../sessions/sessions.ts'
import { askContactChange } from './contacts.ts'
import { ownCompanies, ownerOf, profileOf, setLanguage, setPush, type Owner } from './queries.ts'
import { requireJustThat, type Change, type ChangeContext } from './rules.ts'

const CHANGED: SignIn = { status: 'changed' }

export const accountRoutes = (ports: AuthPorts) => {
  const companyIds = async (_: unknown, { db, actor }: { db: Db; actor: Actor }) => ({
    items: await companiesOf(ports, db, actor),
  })
  return implement('account', account, {
    me: async (_, { db, actor }) => {
      const [profile, companies] = await Promise.all([
        profileOf(db, actor.userId),
        companiesOf(ports, db, actor),
      ])
      if (!profile) throw new Problem(unauthenticated)
      return {
        ...profile,
        companyId: actor.companyId,
        role: actor.role,
        permissions: [...actor.permissions],
        companies,
      }
    },

    stepUp: outside(async (input, context) => {
      await reauthenticate(ports, input, context)
      return await context.begin({ ...scopeOf(context.actor), realm: 'identity' }, (tx) =>
        stepUpSession(tx, ports, context.actor),
      )
    }),

    changeSetting: outside(async (input, context) => {
      requireJustThat(input)
      if (input.setting === 'language' || input.setting === 'push')
        return await changePreference(input, context)
      const owner = await reauthenticate(ports, input, context)
      return input.setting === 'password'
        ? await changeOwnPassword(ports, owner, input, context)
        : await askContactChange(ports, owner, input, context)
    }),

    companyIds,
    companylds: companyIds,
  })
}

async function companiesOf({ clock }: AuthPorts, db: Db, actor: Actor) {
  return (await ownCompanies(db, actor.userId, clock.now().toISOString())).map((company) => ({
    ...company,
    isActive: company.id === actor.companyId,
  }))
}

async function changePreference(
  { language, push }: Change,
  { begin, actor }: ChangeContext,
): Promise<SignIn> {
  await begin(scopeOf(actor), async (tx) => {
    if (language !== undefined) await setLanguage(tx, actor.userId, language)
    if (push !== undefined) await setPush(tx, actor.userId, push)
  })
  return CHANGED
}

/**
 * Asks for the current password again (OWASP ASVS 5.0, 7.5.1), throttled as at login: a stolen
 * session must not guess it.
 */
async function reauthenticate(
  ports: AuthPorts,
  { currentPassword }: Pick<Change, 'currentPassword'>,
  { begin, actor }: Pick<ChangeContext, 'begin' | 'actor'>,
): Promise<Owner> {
  if (currentPassword === undefined)
    throw new Problem(invalidInput, { errors: [{ pointer: '/currentPassword', code: 'required' }] })
  const account = accountKey(ports, actor.userId)
  const source = { name: 'reauthentication', limit: ports.config.LOGIN_TRIES }
  const scope = { ...scopeOf(actor), realm: 'identity' } as const
  const { admission, owner } = await begin(scope, async (tx) => ({
    admission: await countTry(tx, ports, account, source),
    owner: await ownerOf(tx, actor.userId, actor.deviceId),
  }))
  if (!admission.isAdmitted)
    throw new Problem(tooManyRequests, { retryAfterSeconds: admission.retryAfterSeconds })
  if (!owner) throw new Problem(unauthenticated)
  if (!(await ports.hashing.verify(owner.passwordHash, currentPassword)))
    throw new Problem(wrongPassword)
  await begin(scope, (tx) => clearTries(tx, account, [source.name]))
  return owner
}

async function changeOwnPassword(
  ports: AuthPorts,
  owner: Owner,
  { password = '' }: Change,
  { begin, actor }: ChangeContext,
): Promise<SignIn> {
  const hash = await prepareNewPassword(ports, owner, password, (userId) =>
    begin(scopeOf(actor), (tx) => passwordHistory(tx, userId)),
  )
  await begin({ ...scopeOf(actor), realm: 'identity' }, async (tx) => {
    if (!(await changePassword(tx, ports, owner, { hash, keepSession: actor.sessionId })))
      throw new Problem(staleVersion)
    await notify(tx, ports, {
      userId: owner.id,
      companyId: actor.companyId,
      kind: 'security.password-changed',
      params: {},
      email: true,
    })
  })
  return CHANGED
}
