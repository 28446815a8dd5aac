// Runs synchronous work on untrusted input, such as parsing an uploaded file, in a thread beside
// the event loop, with limits on time and memory, behind a gate.
import { Worker } from 'node:worker_threads'
import type { Gate } from '../process/gate.ts'

export type WorkshopOptions = {
  /** Tasks wait here; each one that is admitted has a thread. */
  gate: Gate
  /** The thread's program. It answers each message with one message. */
  program: URL
  /** A thread that takes longer is terminated. */
  taskMs: number
  /**
   * Limit of the thread's own heap, in megabytes; byte arrays are not part of it and the program
   * limits them.
   */
  heapMb: number
  /** A thread that is idle for this long is terminated, which frees its memory. */
  idleMs: number
}

/** The task exceeded its time or memory, or its thread ended. */
export class WorkshopFault extends Error {
  override readonly name = 'WorkshopFault'
}

export type Workshop<Task, Result> = { run(task: Task): Promise<Result> }

/** A workshop with one thread for each concurrent task, started on demand. */
export function createWorkshop<Task, Result>(options: WorkshopOptions): Workshop<Task, Result> {
  const idle: { worker: Worker; timer: NodeJS.Timeout }[] = []

  function take(): Worker {
    const rested = idle.pop()
    if (rested) {
      clearTimeout(rested.timer)
      return rested.worker
    }
    const { program, heapMb } = options
    // The parent's flags, such as those of a test runner, may be invalid for a thread.
    const worker = new Worker(program, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    })
    worker.unref()
    // An idle thread that dies must neither end the process nor receive work.
    worker.on('error', () => undefined)
    worker.on('exit', () => forget(worker))
    return worker
  }

  function forget(worker: Worker): void {
    const place = idle.findIndex((one) => one.worker === worker)
    if (place >= 0) clearTimeout(idle.splice(place, 1)[0]?.timer)
  }

  function rest(worker: Worker): void {
    const timer = setTimeout(() => {
      forget(worker)
      void worker.terminate()
    }, options.idleMs).unref()
    idle.push({ worker, timer })
  }

  async function work(task: Task): Promise<Result> {
    const worker = take()
    try {
      const result = await answerOf<Result>(worker, task, options.taskMs)
      if (options.idleMs > 0) rest(worker)
      else await worker.terminate()
      return result
    } catch (error) {
      await worker.terminate()
      throw error
    }
  }

  return { run: async (task) => await options.gate(async () => await work(task)) }
}

async function answerOf<Result>(worker: Worker, task: unknown, taskMs: number): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>()
  const fail = (reason: string) => reject(new WorkshopFault(reason))
  const failed = (error: Error) => fail(error.message)
  const ended = (code: number) => fail(`the thread ended with ${code}`)
  const timer = setTimeout(() => fail(`no answer in ${taskMs} ms`), taskMs)
  worker.on('message', resolve).on('error', failed).on('exit', ended)
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(task)
    return await promise
  } finally {
    clearTimeout(timer)
    worker.off('message', resolve).off('error', failed).off('exit', ended)
  }
}
