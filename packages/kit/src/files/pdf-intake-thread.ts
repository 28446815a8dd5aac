// The thread that judges PDFs: one message in, one verdict out.
import { parentPort } from 'node:worker_threads'
import { judgePdf } from './pdf-judge.ts'

parentPort?.on('message', (bytes: Uint8Array) => {
  void judgePdf(bytes).then((verdict) =>
    parentPort?.postMessage(verdict, 'bytes' in verdict ? [verdict.bytes.buffer] : []),
  )
})
