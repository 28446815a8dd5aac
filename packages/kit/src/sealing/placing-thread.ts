// The thread that makes place for seals: one PDF in, one out. It reads the whole PDF, and its library
// takes tens of megabytes.
import { parentPort } from 'node:worker_threads'
import { withGap, type Placing } from './placing.ts'

parentPort?.on('message', (placing: Placing) => {
  void withGap(placing).then((placed) => parentPort?.postMessage(placed, [placed.bytes.buffer]))
})
