// bff, and windows that listen to its live updates.
import { randomUUID } from 'node:crypto'
import { expect, vi } from 'vitest'
import { createBffWorld } from '../testing/bff-world.ts'
import type { Person } from '../testing/people.ts'

type Event = { id: string; event: string; data: { kind?: string; id?: string; companyId?: string } }
export type Stream = {
  status: number
  headers: Headers
  events: Event[]
  lastId(): string
  isEnded(): boolean
  close(): void
}

/** The fields of an event as it arrives. */
const fieldsOf = (block: string): Partial<Record<string, string>> =>
  Object.fromEntries(
    block
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  )

/** Reads the events of a stream as they arrive. */
function reading(reply: Response) {
  const events: Event[] = []
  let [text, lastId, isEnded] = ['', '', false]
  const take = (block: string) => {
    const { id, event, data = '{}' } = fieldsOf(block)
    lastId = id ?? lastId
    if (event) events.push({ id: lastId, event, data: JSON.parse(data) as Event['data'] })
  }
  const read = async () => {
    for await (const chunk of reply.body ?? []) {
      text += Buffer.from(chunk).toString()
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) take(block)
    }
    isEnded = true
  }
  if (reply.status === 200) void read().catch(() => (isEnded = true))
  return { events, lastId: () => lastId, isEnded: () => isEnded }
}

/** Starts it; a user may have three streams. */
export async function createLiveWorld() {
  const world = await createBffWorld({ LIVE_PER_USER: '3' })
  let streams: Stream[] = []
  let phone = 0
  /** Opens a stream as a browser does: by a fetch whose body is read as it arrives. */
  const listen = async (
    person: Person,
    headers: Record<string, string> = {},
    token?: string,
  ): Promise<Stream> => {
    const abort = new AbortController()
    const reply = await fetch(`${world.url}/live`, {
      headers: { authorization: `Bearer ${token ?? (await world.tokenOf(person))}`, ...headers },
      signal: abort.signal,
    })
    const read = reading(reply)
    const stream = {
      status: reply.status,
      headers: reply.headers,
      ...read,
      close: () => abort.abort(),
    }
    streams.push(stream)
    if (reply.status === 200) await vi.waitFor(() => expect(read.lastId()).not.toBe(''), 5000)
    return stream
  }
  const leadOf = async (companyId: string, rmId: string): Promise<string> => {
    const id = randomUUID()
    const number = `+62812000${String(++phone).padStart(5, '0')}`
    await world.owner.query(
      `insert into crm_bib.lead (id, company_id, rm_id, full_name, phone) values ($1, $2, $3, 'Siti', $4)`,
      [id, companyId, rmId, number],
    )
    return id
  }
  const witness = await listen({ id: randomUUID(), role: 'auditor' })
  streams = []
  return {
    ...world,
    listen,
    /** Adds a lead to the book of an RM. */
    leadOf,
    /** Receives everything: a stream that is opened later does not get what it has already received. */
    witness,
    /** Closes the streams of a test. */
    closeAll: () => {
      for (const stream of streams) stream.close()
      streams = []
    },
  }
}
export type LiveWorld = Awaited<ReturnType<typeof createLiveWorld>>

export const idsOf = ({ events }: Stream) => events.map(({ data }) => data.id)
export const heard = async (stream: Stream, id: string) =>
  await vi.waitFor(() => expect(idsOf(stream)).toContain(id), 5000)
