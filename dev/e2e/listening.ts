// A client of the live stream that reads like a browser: a fetch whose body is read as it arrives.
import type { Change } from '@rmtools/contracts/bff/live'
import { eventually, type Caller } from '../caller.ts'

export type Listener = AsyncDisposable & { readonly heard: readonly Change[] }

/** Opens the live stream of a signed-in caller; resolves when it is connected. */
export async function listen(url: string, caller: Caller): Promise<Listener> {
  const abort = new AbortController()
  const reply = await fetch(`${url}/live`, {
    headers: { authorization: `Bearer ${caller.accessToken}` },
    signal: abort.signal,
  })
  if (reply.status !== 200 || !reply.body)
    throw new Error(`the stream was refused: ${reply.status}`)
  const heard: Change[] = []
  let isOpen = false
  const read = async (body: AsyncIterable<Uint8Array>) => {
    let text = ''
    for await (const chunk of body) {
      isOpen = true
      text += Buffer.from(chunk).toString()
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks)
        if (/^event: change$/m.test(block))
          heard.push(JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '{}') as Change)
    }
  }
  const reading = read(reply.body).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error
  })
  await eventually('the stream to open', async () => isOpen)
  return {
    heard,
    async [Symbol.asyncDispose]() {
      abort.abort()
      await reading
    },
  }
}
