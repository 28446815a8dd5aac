// A service: the operations of a contract with their handlers, behind one pipeline. The pipeline is
// independent of HTTP, so calls within the process and over the network take the same steps:
// authenticate, authorise, validate, transaction, handler, serialise.
import type { Contract, EndpointSpec } from '@rmtools/contracts/endpoint'
import { pipeline, type ServiceOptions } from './pipeline.ts'
import { asProblem, problemReply, type ServiceReply } from './replies.ts'
import { isInParts, reportingBreaks } from './reply-body.ts'
import type { ServiceRequest } from './requests.ts'
export type { ReplyControls, ServiceReply } from './replies.ts'
export type { ServiceRequest } from './requests.ts'

export { gathering, implement, outside } from './handlers.ts'
export type { Handlers, Implementation, OutsideContext } from './handlers.ts'

export type Operation = { readonly id: string; readonly spec: EndpointSpec }

export type Service = {
  readonly name: string
  readonly operations: readonly Operation[]
  /** Whether the service's dependencies are available. */
  isReady(): Promise<boolean>
  /** Runs an operation. Never throws: refusals and faults are responses. */
  call(operationId: string, request: ServiceRequest): Promise<ServiceReply>
}

/** The operations of contracts by noun, as an implementing service names them. */
export function operationsOf(contracts: Record<string, Contract>): Operation[] {
  return Object.entries(contracts).flatMap(([noun, contract]) =>
    Object.entries(contract).map(([name, spec]) => ({ id: `${noun}.${name}`, spec })),
  )
}

/** Builds a service from its routes. */
export function createService(options: ServiceOptions): Service {
  const operations = new Map<
    string,
    { spec: EndpointSpec; run: (request: ServiceRequest) => Promise<ServiceReply> }
  >()
  for (const { noun, contract, handlers } of options.routes)
    for (const [name, spec] of Object.entries(contract))
      operations.set(`${noun}.${name}`, {
        spec,
        run: pipeline(`${noun}.${name}`, spec, handlers[name], options),
      })
  return {
    name: options.name,
    operations: [...operations].map(([id, { spec }]) => ({ id, spec })),
    isReady: async () => (options.database ? await options.database.isReady() : true),
    async call(operationId, request) {
      const operation = operations.get(operationId)
      if (!operation) throw new Error(`${options.name} has no operation ${operationId}`)
      try {
        const reply = await operation.run(request)
        if (!isInParts(reply.body)) return reply
        const log = (err: unknown) =>
          options.log.error({ requestId: request.requestId, err }, 'a response broke off')
        return { ...reply, body: reportingBreaks(reply.body, log) }
      } catch (error) {
        return problemReply(
          asProblem(error, operation.spec, options.log, request.requestId),
          request.requestId,
        )
      }
    },
  }
}
