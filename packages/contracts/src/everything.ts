// All contracts together: the source of the access test, the list of operations and the
// permissions.
import { keysOf } from './keys.ts'
import { authContracts, grantsOf } from './auth.ts'
import { bffContracts } from './bff.ts'
import { crmContracts } from './crm.ts'
import type { Contract, EndpointSpec } from './endpoint.ts'

export const services = {
  auth: authContracts,
  crm: crmContracts,
  bff: bffContracts,
} satisfies Record<string, Record<string, Contract>>

export type NamedEndpoint = { service: keyof typeof services; id: string; spec: EndpointSpec }

/** Every operation of the product. */
export const everyEndpoint: readonly NamedEndpoint[] = keysOf(services).flatMap((service) => {
  const contracts: Readonly<Record<string, Contract>> = services[service]
  return Object.entries(contracts).flatMap(([noun, contract]) =>
    Object.entries(contract).map(([name, spec]) => ({ service, id: `${noun}.${name}`, spec })),
  )
})

/** Every permission, with the system roles that hold it initially. */
export const allGrants = grantsOf(authContracts, crmContracts, bffContracts)
