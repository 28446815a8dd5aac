// An authority of time stamps for tests: a program of its own that speaks RFC 3161 over HTTP, with
// a key of its own. The path of a request says which fault to show.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A path of the authority that shows a fault; `stamps` shows none. */
export type AuthorityPath =
  | 'stamps'
  | 'closes'
  | 'hangs'
  | 'drips'
  | 'fails'
  | 'garbage'
  | 'endless'
  | 'rejects'
  | 'other-hash'
  | 'other-nonce'
  | 'wrong-key'
  | 'wrong-purpose'

export type TestAuthority = AsyncDisposable & {
  urlOf(path: AuthorityPath): string
  /** The certificate of its stamps, in PEM. */
  certificate(): Promise<string>
  /** How many requests have come to a path. */
  requests(path: AuthorityPath): Promise<number>
}

/** Starts the program on a free port. Its certificates are valid around `at`, its time. */
export async function startTimeStampAuthority(at: Date): Promise<TestAuthority> {
  const program = fileURLToPath(new URL('./time-stamp-program.ts', import.meta.url))
  const child = spawn(process.execPath, [program, at.toISOString()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  const url = `http://127.0.0.1:${Number(port.toString())}`
  return {
    urlOf: (path) => `${url}/${path}`,
    certificate: async () => await (await fetch(`${url}/certificate`)).text(),
    requests: async (path) => Number(await (await fetch(`${url}/requests/${path}`)).text()),
    async [Symbol.asyncDispose]() {
      child.kill()
      await once(child, 'exit')
    },
  }
}
