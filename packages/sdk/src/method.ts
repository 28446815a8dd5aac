// How operations are called, and the client's description of each.

export type CallOptions = {
  /** Aborts the call, which rejects with the signal's reason. */
  signal?: AbortSignal
  /** Timeout of the whole call, including its retries. */
  timeoutMs?: number
  /**
   * For calls that you may have to repeat later, after a crash: the same key acts once. By default
   * each call gets a new key.
   */
  idempotencyKey?: string
  headers?: Record<string, string>
}

/** A call with one flat argument, which may be omitted if nothing in it is required. */
export type Method<Input, Reply> = object extends Input
  ? (input?: Input, options?: CallOptions) => Promise<Reply>
  : (input: Input, options?: CallOptions) => Promise<Reply>

/** A list: the call returns one page, `each` iterates over all items. */
export type ListMethod<Input, Page extends { items: unknown[] }> = Method<Input, Page> & {
  each: object extends Input
    ? (input?: Omit<Input, 'cursor'>, options?: CallOptions) => AsyncIterable<Page['items'][number]>
    : (input: Omit<Input, 'cursor'>, options?: CallOptions) => AsyncIterable<Page['items'][number]>
}

/** An operation's description at run time. */
export type Operation = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly query?: readonly string[]
  /** The names of the JSON body's fields, or `bytes` for a raw body. */
  readonly body?: readonly string[] | 'bytes'
  readonly reply?: 'json' | 'bytes'
  /** Needs no session; a write needs a CSRF token. */
  readonly isPublic?: true
  readonly needsKey?: true
  /** Returns tokens. */
  readonly signsIn?: true
}

/** Operations by noun and name, such as `leads` and `create`. */
export type Operations = Readonly<Record<string, Readonly<Record<string, Operation>>>>
