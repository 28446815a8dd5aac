// Bib's events, and the messages in which Pub/Sub pushes them
// (https://cloud.google.com/pubsub/docs/push#receive_push).
import { keysOf } from '@rmtools/contracts/keys'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import secureJson from 'secure-json-parse'
import Type, { type Static, type TObject } from 'typebox'
import { Nullable, OneOf, Shape } from '@rmtools/contracts/endpoint'
import { CalendarDate, Instant } from '@rmtools/contracts/fields'
import { refuseHostileText } from '@rmtools/kit/validate'
import { instructionState, investorState } from './internal.ts'
import { Nav, ProductCode, productStatuses, Tenant } from './terms.ts'

export const InvestorStatusData = Shape({ ...investorState })
export const InstructionStatusData = Shape({ ...instructionState })
/** `previousNav` is null unless this corrects a published NAV. */
export const NavPublishedData = Shape({
  productCode: ProductCode,
  date: CalendarDate,
  nav: Nav,
  previousNav: Nullable(Nav),
})
export const ProductChangedData = Shape({
  productCode: ProductCode,
  status: OneOf(productStatuses),
})

const dataByType = {
  'investor.status': InvestorStatusData,
  'instruction.status': InstructionStatusData,
  'nav.published': NavPublishedData,
  'product.changed': ProductChangedData,
} as const satisfies Record<string, TObject>

export type BibEventType = keyof typeof dataByType
export const bibEventTypes = keysOf(dataByType)

/**
 * The envelope. `aggregateId` (also the ordering key) is our source id of an investor or
 * instruction, or a product's code; `sequence` increases with each event of the aggregate, and only
 * a higher one is applied. `tenant` is null for events that concern all tenants (NAV and products).
 */
function envelope<T extends BibEventType>(type: T) {
  return Shape({
    eventId: Type.String({ format: 'uuid' }),
    type: Type.Literal(type),
    schemaVersion: Type.Literal(1),
    occurredAt: Instant,
    tenant: Nullable(Tenant),
    aggregateId: Type.String({ minLength: 1, maxLength: 64 }),
    sequence: Type.Integer({ minimum: 1 }),
    data: dataByType[type],
  })
}

export const InvestorStatusEvent = envelope('investor.status')
export const InstructionStatusEvent = envelope('instruction.status')
export const NavPublishedEvent = envelope('nav.published')
export const ProductChangedEvent = envelope('product.changed')
export const BibEvent = Type.Union([
  InvestorStatusEvent,
  InstructionStatusEvent,
  NavPublishedEvent,
  ProductChangedEvent,
])

export type InvestorStatusEvent = Static<typeof InvestorStatusEvent>
export type InstructionStatusEvent = Static<typeof InstructionStatusEvent>
export type NavPublishedEvent = Static<typeof NavPublishedEvent>
export type ProductChangedEvent = Static<typeof ProductChangedEvent>
export type BibEvent =
  | InvestorStatusEvent
  | InstructionStatusEvent
  | NavPublishedEvent
  | ProductChangedEvent

/**
 * The body that Pub/Sub posts. Unknown fields are allowed: Google adds some (message_id,
 * publish_time) to the documented ones.
 */
export const PushBody = Type.Object({
  message: Type.Object({
    data: Type.String({ maxLength: 1_000_000 }),
    messageId: Type.String({ minLength: 1, maxLength: 200 }),
    publishTime: Type.String({ maxLength: 40 }),
    attributes: Type.Optional(Type.Record(Type.String(), Type.String())),
    orderingKey: Type.Optional(Type.String({ maxLength: 1024 })),
  }),
  subscription: Type.String({ minLength: 1, maxLength: 500 }),
})
export type PushBody = Static<typeof PushBody>

/**
 * A message that can never be processed, however often it is delivered. The text contains paths and
 * rules, never values.
 */
export class PoisonMessage extends Error {
  override readonly name = 'PoisonMessage'
  readonly messageId: string | undefined

  constructor(reason: string, messageId?: string) {
    super(reason)
    this.messageId = messageId
  }
}

// Drops fields that Bib adds later: within a schema version additions are allowed.
const ajv = formats.default(new Ajv({ strict: false, removeAdditional: true }))
const validPush = ajv.compile<PushBody>(PushBody)
const validators: Record<BibEventType, ValidateFunction<BibEvent>> = {
  'investor.status': ajv.compile(InvestorStatusEvent),
  'instruction.status': ajv.compile(InstructionStatusEvent),
  'nav.published': ajv.compile(NavPublishedEvent),
  'product.changed': ajv.compile(ProductChangedEvent),
}

function faults(validate: ValidateFunction): string {
  return (validate.errors ?? [])
    .map((error) => `${error.instancePath || '/'} ${error.message ?? error.keyword}`)
    .join('; ')
}

/** Encodes an event as Pub/Sub pushes it. */
export function encodePush(
  event: BibEvent,
  message: { messageId: string; publishTime: string; subscription: string },
): PushBody {
  return {
    message: {
      data: Buffer.from(JSON.stringify(event)).toString('base64'),
      messageId: message.messageId,
      publishTime: message.publishTime,
      attributes: { type: event.type, ...(event.tenant === null ? {} : { tenant: event.tenant }) },
      orderingKey: event.aggregateId,
    },
    subscription: message.subscription,
  }
}

/** Decodes and validates a pushed event. Throws PoisonMessage for an unknown or invalid one. */
export function decodePush(body: unknown): {
  event: BibEvent
  messageId: string
  orderingKey: string | undefined
} {
  if (!validPush(body)) throw new PoisonMessage(`push body: ${faults(validPush)}`)
  const { message } = body
  return {
    event: decodeEvent(message.data, message.messageId),
    messageId: message.messageId,
    orderingKey: message.orderingKey,
  }
}

/** Decodes the base64 data of a message. Throws PoisonMessage. */
export function decodeEvent(data: string, messageId?: string): BibEvent {
  let value: unknown
  try {
    value = secureJson.parse(Buffer.from(data, 'base64').toString('utf8'), {
      protoAction: 'error',
      constructorAction: 'error',
    })
    // A payment is stored as it comes, whatever it contains.
    refuseHostileText(value)
  } catch {
    throw new PoisonMessage('data is not JSON that can be stored', messageId)
  }
  const type = bibEventTypes.find((one) => one === typeIn(value))
  if (!type) throw new PoisonMessage('unknown event type', messageId)
  const validate = validators[type]
  if (!validate(value)) throw new PoisonMessage(`${type}: ${faults(validate)}`, messageId)
  return value
}

const typeIn = (value: unknown) =>
  typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined
