// How operations are called, and what the client knows of each.

export type CallOptions = {
  /** Ends the call; it rejects with the signal's reason. */
  signal?: AbortSignal
  /** How long the whole call may take, with its repetitions. */
  timeoutMs?: number
  /** For what you may have to repeat later, after a crash: the same key acts once. Without one each call gets its own. */
  idempotencyKey?: string
  headers?: Record<string, string>
}

/** A call with one flat argument; it may be left out where nothing in it is required. */
export type Method<Input, Reply> = object extends Input
  ? (input?: Input, options?: CallOptions) => Promise<Reply>
  : (input: Input, options?: CallOptions) => Promise<Reply>

/** A list: the call answers one page, `each` walks through all of them. */
export type ListMethod<Input, Page extends { items: unknown[] }> = Method<Input, Page> & {
  each: object extends Input
    ? (input?: Omit<Input, 'cursor'>, options?: CallOptions) => AsyncIterable<Page['items'][number]>
    : (input: Omit<Input, 'cursor'>, options?: CallOptions) => AsyncIterable<Page['items'][number]>
}

/** What is known of an operation at run time. */
export type Operation = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly query?: readonly string[]
  /** The names of the JSON body, or that bytes are sent. */
  readonly body?: readonly string[] | 'bytes'
  readonly reply?: 'json' | 'bytes'
  /** Anybody may call it; a write needs a CSRF token. */
  readonly isPublic?: true
  readonly needsKey?: true
  /** Answers with tokens. */
  readonly signsIn?: true
}

/** An operation by its noun and name, such as `leads` and `create`. */
export type Operations = Readonly<Record<string, Readonly<Record<string, Operation>>>>
