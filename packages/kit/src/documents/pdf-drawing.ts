// The thread that draws documents. The first document starts it, and it ends after an idle minute,
// because its fonts take tens of megabytes.
import { Worker } from 'node:worker_threads'
import type { Block, DocumentInfo } from './pdf-document.ts'

export type Asked = {
  readonly id: number
  readonly info: DocumentInfo
  readonly blocks: readonly Block[]
}
export type Drawn = {
  readonly id: number
  readonly bytes?: Uint8Array<ArrayBuffer>
  readonly error?: string
}
type Waiting = { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }

const IDLE_MS = 60_000
const MEGABYTES_AT_MOST = 256

let thread: Worker | undefined
let idle: NodeJS.Timeout | undefined
let count = 0
const waiting = new Map<number, Waiting>()

/** Draws a document on A4 pages, in the thread. */
export async function makeDocument(
  info: DocumentInfo,
  blocks: readonly Block[],
): Promise<Uint8Array> {
  const id = ++count
  const own = (thread ??= startThread())
  clearTimeout(idle)
  own.ref()
  return await new Promise((resolve, reject) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none: that is for windows
    own.postMessage({ id, info, blocks } satisfies Asked)
    waiting.set(id, { resolve, reject })
  })
}

function startThread(): Worker {
  const own = new Worker(new URL('./pdf-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES_AT_MOST },
  })
  own.on('message', ({ id, bytes, error }: Drawn) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (bytes) asked?.resolve(bytes)
    else asked?.reject(new Error(`a document could not be drawn: ${error ?? ''}`))
    if (waiting.size === 0) rest(own)
  })
  const fail = (error: Error) => {
    if (thread === own) thread = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  own.on('error', fail)
  own.on('exit', () => fail(new Error('the thread that draws documents has ended')))
  return own
}

/** Lets the process exit while the thread is idle. */
function rest(own: Worker): void {
  own.unref()
  idle = setTimeout(() => {
    thread = undefined
    void own.terminate()
  }, IDLE_MS)
  idle.unref()
}
