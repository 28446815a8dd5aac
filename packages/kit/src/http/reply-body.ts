// A response body: whole text or bytes, or parts that are produced as they are read.

/**
 * Parts are produced as they are read; a body that breaks off must never reach a client as if it
 * were whole.
 */
export type ReplyBody = string | Uint8Array | AsyncIterable<Uint8Array> | null
/** Reads a whole body. Throws if one in parts breaks off. */
export async function wholeBody(body: ReplyBody): Promise<Buffer> {
  if (!isInParts(body)) return Buffer.from(body ?? '')
  const parts: Uint8Array[] = []
  for await (const part of body) parts.push(part)
  return Buffer.concat(parts)
}

/** Whether a body comes in parts. */
export function isInParts(body: ReplyBody): body is AsyncIterable<Uint8Array> {
  return body !== null && typeof body === 'object' && Symbol.asyncIterator in body
}

/** Passes the parts on; `hear` receives the error if they break off. */
export async function* reportingBreaks(
  parts: AsyncIterable<Uint8Array>,
  hear: (error: unknown) => void,
): AsyncGenerator<Uint8Array, void, void> {
  try {
    yield* parts
  } catch (error) {
    hear(error)
    throw error
  }
}
