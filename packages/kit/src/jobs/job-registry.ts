// The jobs of a service. Each is declared once, with its name, payload, queue and key. Code that
// adds or handles a job refers to the declaration, so that a misspelt name or an incomplete payload
// does not compile.
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import Type, { type Static, type TObject, type TProperties } from 'typebox'
import type { Logger } from '../process/log.ts'

export type JobContext = {
  readonly attempt: number
  readonly maxAttempts: number
  readonly jobId: string
  readonly log: Logger
}
export type JobHandler = (payload: never, context: JobContext) => Promise<void>
export type JobHandlers = { readonly [task: string]: JobHandler }

/**
 * A declared job. Its functions are declared as methods, so that a registry can hold jobs of
 * different payloads.
 */
export type Job<Name extends string = string, Payload extends object = object> = {
  readonly name: Name
  readonly version: number
  /** A second job with the same key replaces the first while that waits. */
  key?(payload: Payload): string | undefined
  /** Jobs of one queue run one after the other, in order. */
  queue?(payload: Payload): string
  readonly maxAttempts?: number
  /** The schedule of a periodic job: `minute hour day month weekday`, UTC. */
  readonly schedule?: string
  /** Reads a stored payload. Throws `UnfitJob`. */
  read(stored: unknown): Payload
}
export type JobRegistry = { readonly [key: string]: Job }
export type PayloadOf<J extends Job> = J extends Job<string, infer Payload> ? Payload : never

/** One handler for each job of a registry. */
export type Handlers<R extends JobRegistry> = {
  readonly [K in keyof R]: (payload: PayloadOf<R[K]>, context: JobContext) => Promise<void>
}

/** A job that can never succeed, however often it is retried. It is given up at once. */
export class UnfitJob extends Error {
  override readonly name = 'UnfitJob'
}

/** Whether a job that failed with this error is not retried. */
export function isGivenUp(
  error: unknown,
  { attempt, maxAttempts }: Pick<JobContext, 'attempt' | 'maxAttempts'>,
): boolean {
  return error instanceof UnfitJob || attempt >= maxAttempts
}

/** The schema of a payload. It allows further fields: a newer program may have written them. */
export const Payload = <P extends TProperties>(properties: P) => Type.Object(properties)
export const { Optional } = Type

type Declared<Name extends string, Now extends TObject, Before extends TObject> = {
  name: Name
  payload: Now
  /**
   * Raised when stored payloads of the previous version can no longer be read as this one. Defaults
   * to 1.
   */
  version?: number
  /** The previous version, of which jobs may still be waiting after an upgrade. */
  before?: { payload: Before; convert(payload: Static<Before>): Static<Now> }
  /** Further faults of a payload, for rules that span several fields. */
  faults?(payload: Static<Now>): readonly string[]
  key?(payload: Static<Now>): string | undefined
  queue?(payload: Static<Now>): string
  maxAttempts?: number
  schedule?: string
}

const ajv = new Ajv({ allErrors: true, strict: false })
formats.default(ajv)
// Values were decoded when the request was received.
ajv.addKeyword('x-reads')

/** Declares a job. */
export function job<const Name extends string, Now extends TObject, Before extends TObject = Now>(
  declared: Declared<Name, Now, Before>,
): Job<Name, Static<Now>> {
  const { payload, before, version = 1, faults = () => [], ...rest } = declared
  const check = ajv.compile<Static<Now>>(payload)
  const checkBefore = before && ajv.compile<Static<Before>>(before.payload)
  return {
    ...rest,
    version,
    read(stored) {
      const written = versionOf(stored)
      // A program that is being replaced leaves the job to its successor.
      if (written > version)
        throw new Error(`the payload is of version ${written}, this program reads ${version}`)
      if (written === version) return without(faults, fitting(check, stored))
      if (written === version - 1 && before && checkBefore)
        return without(faults, before.convert(fitting(checkBefore, stored)))
      throw new UnfitJob(`the payload is of version ${written}, which is no longer read`)
    },
  }
}

/** The stored form of a payload. Version 1 is not written: SQL statements add jobs too. */
export function storedPayload({ version }: Job, payload: object): object {
  return version === 1 ? payload : { ...payload, jobVersion: version }
}

function versionOf(stored: unknown): number {
  if (typeof stored !== 'object' || stored === null || !('jobVersion' in stored)) return 1
  if (!Number.isInteger(stored.jobVersion))
    throw new UnfitJob('the payload does not fit: /jobVersion must be integer')
  return Number(stored.jobVersion)
}

function without<T>(faults: (payload: T) => readonly string[], payload: T): T {
  const found = faults(payload)
  if (found.length > 0) throw new UnfitJob(`the payload does not fit: ${found.join(', ')}`)
  return payload
}

function fitting<T>(check: ValidateFunction<T>, stored: unknown): T {
  if (check(stored)) return stored
  const faults = (check.errors ?? []).map(({ instancePath, message }) =>
    `${instancePath} ${message}`.trim(),
  )
  throw new UnfitJob(`the payload does not fit: ${faults.join(', ')}`)
}

/**
 * The handlers by job name, each given a validated payload. Throws unless each job has one handler
 * and each handler a job.
 */
export function bindJobs<R extends JobRegistry>(jobs: R, handlers: Handlers<R>): JobHandlers {
  const missing = Object.keys(jobs).filter((key) => !(key in handlers))
  const unknown = Object.keys(handlers).filter((key) => !(key in jobs))
  if (missing.length > 0) throw new Error(`no handler for the jobs ${missing.join(', ')}`)
  if (unknown.length > 0) throw new Error(`no job for the handlers ${unknown.join(', ')}`)
  const bound = new Map<string, JobHandlers[string]>()
  for (const [key, declared] of Object.entries(jobs)) {
    if (bound.has(declared.name)) throw new Error(`two jobs are named ${declared.name}`)
    const handler = handlers[key] as (payload: object, context: JobContext) => Promise<void>
    bound.set(
      declared.name,
      async (stored, context) => await handler(declared.read(stored), context),
    )
  }
  return Object.fromEntries(bound)
}

type Together<Part> = (Part extends unknown ? (part: Part) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never

/** Merges the handlers of several features. Throws if two of them handle the same job. */
export function together<const Parts extends readonly object[]>(
  ...parts: Parts
): Together<Parts[number]> {
  const keys = parts.flatMap((part) => Object.keys(part))
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twice !== undefined) throw new Error(`two handlers for the job ${twice}`)
  return Object.assign({}, ...parts) as Together<Parts[number]>
}

/** The schedule in the queue's format. */
export function scheduleOf(jobs: JobRegistry): string {
  return Object.values(jobs)
    .flatMap(({ name, schedule }) => (schedule === undefined ? [] : [lineOf(name, schedule)]))
    .join('\n')
}

// Whatever follows the five fields are options of the queue, which go after the name.
function lineOf(name: string, schedule: string): string {
  const fields = schedule.split(' ')
  return [...fields.slice(0, 5), name, ...fields.slice(5)].join(' ')
}
