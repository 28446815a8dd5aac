// Runs the product in its own process, so that its processor time and memory can be measured
// separately.
import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

export type Server = {
  url: string
  ownerUrl: string
  signingKeys: string
  startMs: number
  pids: Record<string, number>
}
export type Bench = AsyncDisposable & Server

/** Starts the product in a data folder. */
export async function startBench(directory: string, arrangement: 'one' | 'split'): Promise<Bench> {
  const program = join(import.meta.dirname, 'server.ts')
  const child: ChildProcess = fork(program, [join(directory, arrangement), arrangement], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const server = await new Promise<Server>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Server))
    child.once('exit', () => reject(new Error('the product did not start; see above')))
  })
  return {
    ...server,
    async [Symbol.asyncDispose]() {
      const gone = new Promise((done) => child.once('exit', done))
      child.send('stop')
      await gone
    },
  }
}

const VERDICTS = ['FALLS SHORT', 'holds']

/** One line of the result: name, value, limit, and whether it holds (null: no limit). */
export type Line = { what: string; value: string; bar: string; holds: boolean | null }

/** The lines as a table. */
export function tableOf(lines: readonly Line[]): string {
  const cells = [
    ['', 'measured', 'bar', ''],
    ...lines.map(({ what, value, bar, holds }) => [
      what,
      value,
      bar,
      holds === null ? '' : (VERDICTS[Number(holds)] ?? ''),
    ]),
  ]
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  )
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
