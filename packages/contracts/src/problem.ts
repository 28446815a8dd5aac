// Every refusal of the product is a Problem (RFC 9457). A kind is declared once, next to the
// operation that returns it.

/** A way in which an operation can refuse: a stable code, its HTTP status and an English title. */
export type ProblemKind<Code extends string = string> = {
  readonly code: Code
  readonly status: number
  readonly title: string
}

/**
 * Declares a kind of problem. `code` is kebab-case; a violation of the database constraint
 * `lead_phone_taken` becomes `lead-phone-taken`.
 */
export function problemKind<const Code extends string>(
  code: Code,
  status: number,
  title: string,
): ProblemKind<Code> {
  return { code, status, title }
}

/** A fault of one input field: a JSON pointer into the input and a code that the apps translate. */
export type FieldError = { pointer: string; code: string; detail?: string }

export type ProblemBody = {
  type: string
  title: string
  status: number
  detail?: string
  instance?: string
  errors?: FieldError[]
}

export type ProblemDetails = {
  detail?: string
  errors?: FieldError[]
  /** Sent as Retry-After. */
  retryAfterSeconds?: number
  /** For a problem in a response: the request id in the services' logs. */
  requestId?: string
}

const TYPE_PREFIX = '/problems/'

/** A refusal. Throwing it rolls the transaction back; returning it from a handler commits first. */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly detail: string | undefined
  readonly errors: FieldError[] | undefined
  readonly retryAfterSeconds: number | undefined
  readonly requestId: string | undefined
  override readonly name = 'Problem'

  constructor(kind: ProblemKind, details: ProblemDetails = {}) {
    super(details.detail ?? kind.title)
    this.kind = kind
    this.detail = details.detail
    this.errors = details.errors
    this.retryAfterSeconds = details.retryAfterSeconds
    this.requestId = details.requestId
  }

  get code(): string {
    return this.kind.code
  }

  get status(): number {
    return this.kind.status
  }

  /** The body of the response; `instance` is the request id. */
  toBody(instance?: string): ProblemBody {
    return {
      type: TYPE_PREFIX + this.kind.code,
      title: this.kind.title,
      status: this.kind.status,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
      ...(instance === undefined ? {} : { instance }),
      ...(this.errors === undefined ? {} : { errors: this.errors }),
    }
  }

  /** Rebuilds the problem from a response, for clients. */
  static fromBody(body: ProblemBody, retryAfterSeconds?: number): Problem {
    const code = body.type.startsWith(TYPE_PREFIX) ? body.type.slice(TYPE_PREFIX.length) : body.type
    return new Problem(
      { code, status: body.status, title: body.title },
      {
        ...(body.detail === undefined ? {} : { detail: body.detail }),
        ...(body.errors === undefined ? {} : { errors: body.errors }),
        ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
        ...(body.instance === undefined ? {} : { requestId: body.instance }),
      },
    )
  }
}

export const invalidInput = problemKind('invalid-input', 400, 'The input is not valid')
export const idempotencyKeyMissing = problemKind(
  'idempotency-key-missing',
  400,
  'This request needs an Idempotency-Key header',
)
export const unauthenticated = problemKind('unauthenticated', 401, 'Sign in first')
export const forbidden = problemKind('forbidden', 403, 'You may not do this')
export const csrfRefused = problemKind(
  'csrf-refused',
  403,
  'The CSRF token or the origin is not valid',
)
export const stepUpRequired = problemKind('step-up-required', 403, 'Enter your password again')
export const notFound = problemKind('not-found', 404, 'There is no such thing here')
export const methodNotAllowed = problemKind(
  'method-not-allowed',
  405,
  'This path does not allow that method',
)
export const requestTimeout = problemKind(
  'request-timeout',
  408,
  'The request did not arrive in time',
)
/** The id of a record was sent again with content that differs from the stored one. */
export const savedDifferently = problemKind(
  'saved-differently',
  409,
  'This record was already saved with different content',
)
export const staleVersion = problemKind(
  'stale-version',
  409,
  'Somebody else changed this in the meantime; load it again',
)
export const wrongState = problemKind(
  'wrong-state',
  409,
  'This is not possible in the current state',
)
export const payloadTooLarge = problemKind('payload-too-large', 413, 'The request is too large')
export const unsupportedMediaType = problemKind(
  'unsupported-media-type',
  415,
  'This type of content is not accepted here',
)
export const idempotencyKeyReused = problemKind(
  'idempotency-key-reused',
  422,
  'This Idempotency-Key was used for another request',
)
/** The phone shows its own screen for it, and sends nothing until it is updated. */
export const appTooOld = problemKind(
  'app-too-old',
  403,
  'This version of the app is no longer served; update it',
)
export const tooManyRequests = problemKind(
  'too-many-requests',
  429,
  'Too many requests; wait a little',
)
export const tooManyMessages = problemKind(
  'too-many-messages',
  429,
  'The daily limit of codes and links for this recipient is reached',
)
export const tooManyReveals = problemKind(
  'too-many-reveals',
  429,
  "You have reached today's limit of revealed data",
)
export const tooManyExports = problemKind(
  'too-many-exports',
  429,
  "You have reached today's limit of exports",
)
export const headersTooLarge = problemKind(
  'headers-too-large',
  431,
  "The request's header is too large",
)
export const internalError = problemKind('internal-error', 500, 'Something went wrong on our side')
export const upstreamInvalid = problemKind(
  'upstream-invalid',
  502,
  'An external system gave an invalid answer',
)
export const unavailable = problemKind(
  'unavailable',
  503,
  'A part of the system is not available; try again soon',
)

/** What any operation may return, whatever it declares. */
export const commonProblems: readonly ProblemKind[] = [
  invalidInput,
  idempotencyKeyMissing,
  unauthenticated,
  forbidden,
  stepUpRequired,
  csrfRefused,
  notFound,
  methodNotAllowed,
  requestTimeout,
  payloadTooLarge,
  unsupportedMediaType,
  idempotencyKeyReused,
  appTooOld,
  tooManyRequests,
  tooManyMessages,
  tooManyReveals,
  tooManyExports,
  headersTooLarge,
  internalError,
  upstreamInvalid,
  unavailable,
]
