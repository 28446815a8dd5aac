// Files that the server makes: fetched in the name of the session, with progress, then saved or shown. A plain link could not carry the
// access token, and would lead to a page of JSON where the server refuses.
import { authContracts } from '@rmtools/contracts/auth'
import { bffContracts } from '@rmtools/contracts/bff'
import { fromReply, toRequest } from '@rmtools/contracts/client'
import { crmContracts } from '@rmtools/contracts/crm'
import type { EndpointSpec, Input } from '@rmtools/contracts/endpoint'
import { brokenOff, isStepUpAsked, offline } from '@rmtools/contracts/fetch'
import { Problem } from '@rmtools/contracts/problem'
import { accessToken, renewSession } from './session.ts'
import { stepUp } from './step-up.ts'

const contracts = { ...authContracts, ...crmContracts, ...bffContracts }
type Contracts = typeof contracts

/** Nouns and their operations that answer with a file. */
export type FileNoun = {
  [N in keyof Contracts]: FileOperation<N> extends never ? never : N
}[keyof Contracts]
export type FileOperation<N extends keyof Contracts> = {
  [O in keyof Contracts[N]]: Contracts[N][O] extends { readonly produces: string } ? O : never
}[keyof Contracts[N]] &
  string
export type FileInput<N extends keyof Contracts, O extends keyof Contracts[N]> = Input<
  Contracts[N][O]
>

/** A file that can be asked for: which operation, with what. */
export type FileRequest = { readonly spec: EndpointSpec; readonly input: Record<string, unknown> }

/** Names a file of the contracts. */
export function fileOf<N extends FileNoun, O extends FileOperation<N>>(
  noun: N,
  operation: O,
  input: FileInput<N, O>,
): FileRequest {
  return {
    spec: contracts[noun][operation] as EndpointSpec,
    input: input as Record<string, unknown>,
  }
}

export type FetchedFile = { readonly blob: Blob; readonly name: string }
/** How many bytes have come, of how many; the server does not always know the latter. */
export type Progress = { readonly bytes: number; readonly total: number | null }
type Options = { signal?: AbortSignal; onProgress?: (progress: Progress) => void }

/** Fetches a file. Throws the Problem with which the server refuses, `offline`, or `broken-off` where it began and did not end. */
export async function fetchFile(
  { spec, input }: FileRequest,
  { signal, onProgress }: Options = {},
): Promise<FetchedFile> {
  const { url, headers } = toRequest(spec, input)
  const once = async () =>
    await fetch(url, {
      headers: { ...headers, authorization: `Bearer ${accessToken() ?? ''}` },
      ...(signal ? { signal } : {}),
    })
  let reply: Response | undefined
  try {
    reply = await once()
    if (reply.status === 401 && (await renewSession())) reply = await once()
    if (reply.status === 403 && (await asksStepUp(reply)) && (await stepUp())) reply = await once()
    const body = await bytesOf(reply, reply.ok ? onProgress : undefined)
    const type = reply.headers.get('content-type') ?? spec.produces ?? ''
    fromReply(spec, { status: reply.status, headers: Object.fromEntries(reply.headers), body })
    return {
      blob: new Blob([body], { type }),
      name: nameIn(reply.headers.get('content-disposition')) ?? nameFor(spec),
    }
  } catch (error) {
    if (error instanceof Problem || signal?.aborted) throw error
    const problem = new Problem(reply ? brokenOff : offline)
    problem.cause = error
    throw problem
  }
}

async function asksStepUp(reply: Response): Promise<boolean> {
  return isStepUpAsked({
    status: reply.status,
    body: new Uint8Array(await reply.clone().arrayBuffer()),
  })
}

async function bytesOf(
  reply: Response,
  onProgress: Options['onProgress'],
): Promise<Uint8Array<ArrayBuffer>> {
  if (!onProgress || !reply.body) return new Uint8Array(await reply.arrayBuffer())
  // The Content-Length of a compressed reply is that of the transfer, not of the content.
  const length = reply.headers.has('content-encoding')
    ? Number.NaN
    : Number(reply.headers.get('content-length') ?? Number.NaN)
  const parts: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  const reader = reply.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer())
    parts.push(value)
    bytes += value.byteLength
    onProgress({ bytes, total: Number.isFinite(length) && length > 0 ? length : null })
  }
}

/** The name in a Content-Disposition, without any folder in it. */
export function nameIn(disposition: string | null): string | undefined {
  const [, name] = /filename="?([^";]+)"?/.exec(disposition ?? '') ?? []
  return name?.split(/[/\\]/).at(-1)
}

const nameFor = ({ path }: EndpointSpec) => path.split('/').at(-1) ?? 'file'

/** Hands a file to the browser to be saved. */
export function saveFile({ blob, name }: FetchedFile): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_MS)
}

// Long enough for a slow disk, or a viewer that reads as one pages.
const RELEASE_MS = 60_000

/** Shows a file in a window of its own, opened before it was fetched: later the browser would take it for a pop-up. */
export function showFile({ blob }: FetchedFile, view: Window | null): void {
  const url = URL.createObjectURL(blob)
  if (view && !view.closed) view.location.replace(url)
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_MS)
}
