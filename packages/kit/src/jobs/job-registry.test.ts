import Type from 'typebox'
import { expect, test } from 'vitest'
import {
  bindJobs,
  isGivenUp,
  job,
  Payload,
  scheduleOf,
  storedPayload,
  together,
  UnfitJob,
} from './job-registry.ts'
import { createLog } from '../process/log.ts'

const context = { attempt: 1, maxAttempts: 25, jobId: '1', log: createLog('test', 'silent') }

/** The payload of a note: one line of text in version 1, a list of lines since version 2. */
const version1 = Payload({ line: Type.String() })
const note = job({
  name: 'note',
  version: 2,
  payload: Payload({ lines: Type.Array(Type.String()) }),
  before: { payload: version1, convert: ({ line }) => ({ lines: [line] }) },
  queue: ({ lines }) => lines[0] ?? '',
})
const jobs = {
  note,
  tidyUp: job({ name: 'tidy-up', payload: Payload({}), schedule: '0 19 * * * ?fill=6h' }),
}

const bound = () => {
  const done: string[][] = []
  const handlers = bindJobs(jobs, {
    note: async ({ lines }) => void done.push(lines),
    tidyUp: async () => undefined,
  })
  return { done, run: async (stored: object) => await handlers['note']?.(stored as never, context) }
}

test('a payload of the version before is converted, and one without a version is of version 1', async () => {
  const { done, run } = bound()
  await run({ line: 'a' })
  await run(storedPayload(note, { lines: ['b', 'c'] }))
  expect(done).toEqual([['a'], ['b', 'c']])
  expect(storedPayload(note, { lines: [] })).toEqual({ lines: [], jobVersion: 2 })
  expect(storedPayload(jobs.tidyUp, {})).toEqual({})
})

test('an invalid payload is given up at once with a reason that contains no value', async () => {
  const { done, run } = bound()
  for (const [stored, reason] of [
    [{ jobVersion: 2, lines: 'secret' }, 'the payload does not fit: /lines must be array'],
    [
      { jobVersion: 2, line: 'of before' },
      "the payload does not fit: must have required property 'lines'",
    ],
    [{}, "the payload does not fit: must have required property 'line'"],
    [{ jobVersion: 'x' }, 'the payload does not fit: /jobVersion must be integer'],
    [{ jobVersion: 0, line: 'x' }, 'the payload is of version 0, which is no longer read'],
  ] as const) {
    const error: unknown = await run(stored).catch((fault: unknown) => fault)
    expect(error).toEqual(new UnfitJob(reason))
    expect(isGivenUp(error, context)).toBe(true)
  }
  expect(done).toEqual([])
})

test('a payload of a newer program is left for that program', async () => {
  const error: unknown = await bound()
    .run({ jobVersion: 3, pages: [] })
    .catch((fault: unknown) => fault)
  expect(error).toEqual(new Error('the payload is of version 3, this program reads 2'))
  expect(isGivenUp(error, context)).toBe(false)
  expect(isGivenUp(error, { ...context, attempt: 25 })).toBe(true)
})

test('each job needs exactly one handler', () => {
  const handler = async () => undefined
  // @ts-expect-error A job without a handler does not compile.
  expect(() => bindJobs(jobs, { note: handler })).toThrow('no handler for the jobs tidyUp')
  // @ts-expect-error Nor does a handler without a job.
  expect(() => bindJobs(jobs, { note: handler, tidyUp: handler, tidyup: handler })).toThrow(
    'no job for the handlers tidyup',
  )
  expect(() => together({ note: handler }, { note: handler })).toThrow(
    'two handlers for the job note',
  )
  expect(() => bindJobs({ note, again: note }, { note: handler, again: handler })).toThrow(
    'two jobs are named note',
  )
})

test('the schedule names its jobs', () => {
  expect(scheduleOf(jobs)).toBe('0 19 * * * tidy-up ?fill=6h')
})
