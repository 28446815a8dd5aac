// What is sent in answer: text or bytes at once, or bytes in parts that are made as fast as they are read.

/** A body may come in parts, made as fast as they are read; one that ends in an error must reach nobody as if it were whole. */
export type ReplyBody = string | Uint8Array | AsyncIterable<Uint8Array> | null
/** A body as a whole. Throws where one in parts breaks off. */
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
