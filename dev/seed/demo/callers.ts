// The people of the demo as callers of the public API, without signing in: their tokens are signed with the development key.
import { createSigner } from 'fast-jwt'
import { allGrants } from '@rmtools/contracts/everything'
import type { SystemRole } from '@rmtools/contracts/endpoint'
import { TOKEN_AUDIENCE, TOKEN_ISSUER, type AccessClaims } from '@rmtools/kit/authenticate'
import { createCaller, type Caller } from '../../caller.ts'
import type { DemoCompany, DemoUser } from '../people.ts'

export type Callers = (user: DemoUser, company: DemoCompany) => Caller

const TOKEN_MS = 3_600_000

/** Callers by user and company, each made once. */
export function demoCallers(url: string, signingKeys: string): Callers {
  const [key] = JSON.parse(signingKeys) as { kid: string; privateKey: string }[]
  const sign = createSigner({
    key: key?.privateKey ?? '',
    kid: key?.kid ?? '',
    algorithm: 'EdDSA',
    iss: TOKEN_ISSUER,
    aud: TOKEN_AUDIENCE,
    expiresIn: TOKEN_MS,
  })
  const callers = new Map<string, Caller>()
  return (user, company) => {
    const name = `${user.id} ${company.id}`
    const known = callers.get(name)
    if (known) return known
    const caller = createCaller(url, 'RMTools demo data')
    caller.use({ status: 'signed-in', accessToken: sign(claimsOf(user, company)) })
    callers.set(name, caller)
    return caller
  }
}

function claimsOf(user: DemoUser, company: DemoCompany): Omit<AccessClaims, 'exp'> {
  const role = user.roles.find((one) => one.company === company.code)?.role
  if (role === undefined) throw new Error(`${user.fullName} has no role in ${company.name}`)
  const perms = permissionsOf(role)
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
    fac: Math.floor(Date.now() / 1000),
  }
}

const permissionsOf = (role: SystemRole) => [
  ...new Set(
    allGrants.filter(({ roles }) => roles.includes(role)).map(({ permission }) => permission),
  ),
]
