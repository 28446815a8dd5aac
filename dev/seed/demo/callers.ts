// The people of the demo as callers of the public API, without signing in: the development key
// signs their tokens.
import { allGrants } from '@rmtools/contracts/everything'
import type { SystemRole } from '@rmtools/contracts/endpoint'
import { TOKEN_AUDIENCE, TOKEN_ISSUER, type AccessClaims } from '@rmtools/kit/authenticate'
import { signToken } from '@rmtools/kit/tokens'
import { createCaller, type Caller } from '../../caller.ts'
import type { DemoCompany, DemoUser } from '../people.ts'

export type Callers = (user: DemoUser, company: DemoCompany) => Promise<Caller>

const TOKEN_SECONDS = 3600

/** Callers by user and company, each created once. */
export function demoCallers(url: string, signingKeys: string): Callers {
  const [key] = JSON.parse(signingKeys) as { kid: string; privateKey: string }[]
  const signer = {
    algorithm: 'EdDSA',
    privateKey: key?.privateKey ?? '',
    kid: key?.kid ?? '',
  } as const
  const callers = new Map<string, Promise<Caller>>()
  const callerOf = async (user: DemoUser, company: DemoCompany): Promise<Caller> => {
    const caller = createCaller(url, 'RMTools demo data')
    const accessToken = await signToken(claimsOf(user, company), signer)
    caller.use({ status: 'signed-in', accessToken })
    return caller
  }
  return async (user, company) => {
    const name = `${user.id} ${company.id}`
    const caller = callers.get(name) ?? callerOf(user, company)
    callers.set(name, caller)
    return await caller
  }
}

function claimsOf(
  user: DemoUser,
  company: DemoCompany,
): AccessClaims & { iss: string; aud: string } {
  const role = user.roles.find((one) => one.company === company.code)?.role
  if (role === undefined) throw new Error(`${user.fullName} has no role in ${company.name}`)
  const perms = permissionsOf(role)
  const now = Math.floor(Date.now() / 1000)
  return {
    sub: user.id,
    sid: crypto.randomUUID(),
    com: company.id,
    coms: [company.id],
    role,
    perms,
    own: !perms.includes('book.all'),
    dev: null,
    typ: 'access',
    fac: now,
    exp: now + TOKEN_SECONDS,
    iss: TOKEN_ISSUER,
    aud: TOKEN_AUDIENCE,
  }
}

const permissionsOf = (role: SystemRole) => [
  ...new Set(
    allGrants.filter(({ roles }) => roles.includes(role)).map(({ permission }) => permission),
  ),
]
