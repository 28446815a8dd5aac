import type { ProblemCode } from './operations/problem-code.ts'

/** A fault of one field of the input. */
export type FieldError = { pointer: string; code: string; detail?: string }

type Told = {
  status: number
  title: string
  detail?: string | undefined
  errors?: FieldError[] | undefined
  requestId?: string | undefined
  retryAfterSeconds?: number | undefined
  cause?: unknown
}

/** Codes of the client itself: no response came, or none in time. */
export type ClientCode = 'offline' | 'timeout'

/**
 * A refusal by the API (RFC 9457), or the lack of a response. `code` is stable; `title` and
 * `detail` are for developers.
 */
export class RmToolsError extends Error {
  override readonly name = 'RmToolsError'
  /**
   * A later version of the API may return codes that this client does not know: then use `status`.
   */
  readonly code: ProblemCode | ClientCode | (string & {})
  /** The HTTP status; 0 where no answer came. */
  readonly status: number
  readonly title: string
  readonly detail: string | undefined
  /** The fields that are wrong. */
  readonly errors: readonly FieldError[]
  /** Quote it when you ask about an answer. */
  readonly requestId: string | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(code: string, { status, title, detail, errors = [], ...told }: Told) {
    super(detail ?? title, { cause: told.cause })
    this.code = code
    this.status = status
    this.title = title
    this.detail = detail
    this.errors = errors
    this.requestId = told.requestId
    this.retryAfterSeconds = told.retryAfterSeconds
  }
}

type Body = {
  type?: unknown
  title?: string
  detail?: string
  instance?: string
  errors?: FieldError[]
}

const PREFIX = '/problems/'

/** The error that an answer carries. */
export function errorOf(status: number, headers: Headers, text: string): RmToolsError {
  const body = parsed(text)
  const isOurs = typeof body.type === 'string' && body.type.startsWith(PREFIX)
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return new RmToolsError(isOurs ? String(body.type).slice(PREFIX.length) : `http-${status}`, {
    status,
    title: body.title ?? `HTTP ${status}`,
    detail: body.detail,
    errors: body.errors,
    requestId: body.instance ?? headers.get('x-request-id') ?? undefined,
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : undefined,
  })
}

/** A body that is not JSON comes from a proxy in front of the product. */
function parsed(text: string): Body {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value ? value : {}
  } catch {
    return {}
  }
}
