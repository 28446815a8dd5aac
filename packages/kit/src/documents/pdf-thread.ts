// The thread that draws documents, one after the other.
import { parentPort } from 'node:worker_threads'
import { drawDocument } from './pdf-layout.ts'
import type { Asked, Drawn } from './pdf-drawing.ts'

let last: Promise<unknown> = Promise.resolve()

parentPort?.on('message', ({ id, info, blocks }: Asked) => {
  const answer = (drawn: Drawn) =>
    parentPort?.postMessage(drawn, drawn.bytes ? [drawn.bytes.buffer] : [])
  last = last.then(async () => {
    try {
      answer({ id, bytes: await drawDocument(info, blocks) })
    } catch (error) {
      answer({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
})
