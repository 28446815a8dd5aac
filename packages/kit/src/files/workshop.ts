// Work that is synchronous and takes what it is given, such as parsing a stranger's file: in a thread beside the event loop, with a bound
// on time and memory, behind a gate.
import { Worker } from 'node:worker_threads'
import type { Gate } from '../process/gate.ts'

export type WorkshopOptions = {
  /** Tasks wait here; each that is let through has a thread. */
  gate: Gate
  /** The thread's program. It answers each message with one message. */
  program: URL
  /** A thread that takes longer is ended. */
  taskMs: number
  /** What the thread's own heap may take; byte arrays are not part of it and are bounded by the program. */
  heapMb: number
  /** A thread without work is ended after so long, which gives its memory back. */
  idleMs: number
}

/** The task took more time or memory than it may, or ended its thread. */
export class WorkshopFault extends Error {
  override readonly name = 'WorkshopFault'
}

export type Workshop<Task, Result> = { run(task: Task): Promise<Result> }

/** A workshop with one thread for each task that runs at once, started when it is needed. */
export function createWorkshop<Task, Result>(options: WorkshopOptions): Workshop<Task, Result> {
  const idle: { worker: Worker; timer: NodeJS.Timeout }[] = []

  function take(): Worker {
    const rested = idle.pop()
    if (rested) {
      clearTimeout(rested.timer)
      return rested.worker
    }
    const { program, heapMb } = options
    // The parent's flags may hold what a thread does not take, such as those of a test runner.
    const worker = new Worker(program, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    })
    worker.unref()
    // A thread that dies without work must neither end the process nor be given work.
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
