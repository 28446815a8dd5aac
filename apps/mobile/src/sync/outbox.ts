// The outbox of one user in one company on this device. Every change is on disk before it takes
// effect.
import { ENTRY_SCHEMA, joined, readable, type Entry, type Refusal } from './entries.ts'
import type { Vault } from '../vault/vault.ts'

export type NewEntry = Pick<Entry, 'operation' | 'record' | 'after' | 'title' | 'input'> & {
  base?: Entry['base']
  bytes?: Uint8Array
}

/** Tests pass their own ids with `newId`. */
export type OutboxOptions = {
  vault: Vault
  owner: string
  now?: () => number
  newId?: () => string
  onWrite?: () => void
}

/** `owner` is the user and the company: no one else on the device sees or sends these entries. */
export class Outbox {
  readonly #vault: Vault
  readonly #owner: string
  readonly #prefix: string
  readonly #now: () => number
  readonly #newId: () => string
  readonly #onWrite: () => void
  readonly #keys = new Map<string, string>()
  readonly #listeners = new Set<() => void>()
  /**
   * An entry must not change while it is being sent: a later change becomes an entry of its own.
   */
  readonly #underWay = new Set<string>()
  #entries: readonly Entry[] = []
  #latest = 0
  // Runs changes one at a time: each must see the result of the one before.
  #queue: Promise<unknown> = Promise.resolve()

  constructor({
    vault,
    owner,
    now = Date.now,
    newId = () => crypto.randomUUID(),
    onWrite = () => undefined,
  }: OutboxOptions) {
    this.#vault = vault
    this.#owner = owner
    this.#prefix = `outbox/${owner}/`
    this.#now = now
    this.#newId = newId
    this.#onWrite = onWrite
  }

  /** The entries in the order of creation. The array stays the same until something changes. */
  readonly entries = (): readonly Entry[] => this.#entries

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Reloads what another tab may have written. */
  async load(): Promise<void> {
    await this.#inTurn(async () => {
      const found = await this.#vault.list(this.#prefix)
      this.#keys.clear()
      const entries = found.map(({ key, value }) => {
        const entry = readable(value as Entry)
        this.#keys.set(entry.id, key)
        return entry
      })
      this.#latest = Math.max(
        this.#latest,
        Number(found.at(-1)?.key.slice(this.#prefix.length, this.#prefix.length + 15) ?? 0),
      )
      this.#show(entries)
    })
  }

  /** Adds a change. `canMerge`: it merges into an untried entry of the same record. */
  async add(entry: NewEntry, canMerge = false): Promise<Entry> {
    return await this.#inTurn(async () => {
      const last = this.#entries.findLast(({ record }) => record === entry.record)
      const isJoining =
        canMerge &&
        last?.operation === entry.operation &&
        last.attempts === 0 &&
        !this.#underWay.has(last.id)
      return isJoining ? await this.#join(last, entry) : await this.#append(entry)
    })
  }

  /** Locks an entry while it is being sent, and returns it. */
  async take(id: string): Promise<Entry | undefined> {
    return await this.#inTurn(async () => {
      const entry = this.#entries.find((one) => one.id === id)
      if (entry) this.#underWay.add(id)
      return entry
    })
  }

  /** Unlocks the entry, whatever the outcome. */
  release(id: string): void {
    this.#underWay.delete(id)
  }

  /** Records a failed attempt. */
  async delay(id: string, notBefore: number): Promise<void> {
    await this.#replace(id, (entry) => ({ ...entry, attempts: entry.attempts + 1, notBefore }))
  }

  async refuse(id: string, refusal: Refusal): Promise<void> {
    await this.#replace(id, (entry) => ({ ...entry, attempts: entry.attempts + 1, refusal }))
  }

  /**
   * Changes the content or the base version of an entry: that is another request, so it gets
   * another key.
   */
  async correct(id: string, input: Entry['input'], base?: Entry['base']): Promise<void> {
    await this.#replace(id, ({ refusal: _refusal, ...entry }) => {
      return {
        ...entry,
        key: this.#newId(),
        input,
        attempts: 0,
        notBefore: 0,
        ...(base ? { base } : {}),
      }
    })
  }

  /** Removes an entry that was carried out; later entries of the record use its version. */
  async finish(id: string, version?: number): Promise<void> {
    await this.#inTurn(async () => {
      const record = this.#entries.find((entry) => entry.id === id)?.record
      const goOn = (entry: Entry) => {
        const isLater = version !== undefined && entry.record === record && 'version' in entry.input
        return isLater ? { ...entry, input: { ...entry.input, version } } : entry
      }
      await this.#change(this.#entries.filter((entry) => entry.id !== id).map(goOn))
    })
  }

  /**
   * Discards an entry; `withLater` also discards later entries of the same record, and those that
   * wait for it.
   */
  async discard(id: string, withLater = false): Promise<void> {
    await this.#inTurn(async () => {
      const at = this.#entries.findIndex((entry) => entry.id === id)
      const record = this.#entries[at]?.record
      const goes = (entry: Entry, index: number) =>
        index === at ||
        (withLater && index > at && (entry.record === record || entry.after === record))
      await this.#change(this.#entries.filter((entry, index) => !goes(entry, index)))
    })
  }

  /** Makes all delayed entries due now. */
  async retryNow(): Promise<void> {
    await this.#inTurn(async () => {
      await this.#change(
        this.#entries.map((entry) =>
          entry.notBefore > 0 && !entry.refusal ? { ...entry, notBefore: 0 } : entry,
        ),
      )
    })
  }

  async #append({ bytes, ...entry }: NewEntry): Promise<Entry> {
    const id = this.#newId()
    // If the clock was set back, a later change must still sort after an earlier one.
    this.#latest = Math.max(this.#latest + 1, this.#now())
    this.#keys.set(id, `${this.#prefix}${String(this.#latest).padStart(15, '0')}-${id}`)
    const attachment = bytes && `attachment/${this.#owner}/${id}`
    const at = new Date(this.#now()).toISOString()
    const made: Entry = {
      ...entry,
      id,
      key: this.#newId(),
      at,
      schema: ENTRY_SCHEMA,
      attempts: 0,
      notBefore: 0,
      ...(attachment ? { attachment } : {}),
    }
    await this.#change([...this.#entries, made], attachment ? { [attachment]: bytes } : {})
    return made
  }

  async #join(last: Entry, entry: NewEntry): Promise<Entry> {
    const merged = mergedWith(last, entry)
    await this.#change(this.#entries.map((other) => (other === last ? merged : other)))
    return merged
  }

  async #replace(id: string, by: (entry: Entry) => Entry): Promise<void> {
    await this.#inTurn(
      async () =>
        await this.#change(this.#entries.map((entry) => (entry.id === id ? by(entry) : entry))),
    )
  }

  async #change(next: readonly Entry[], more: Record<string, unknown> = {}): Promise<void> {
    const gone = this.#entries.filter(({ id }) => !next.some((entry) => entry.id === id))
    const written = next.filter((entry) => !this.#entries.includes(entry))
    const keyOf = (id: string) => this.#keys.get(id) ?? ''
    await this.#vault.write({
      ...Object.fromEntries(
        gone
          .flatMap(({ id, attachment }) => [keyOf(id), ...(attachment ? [attachment] : [])])
          .map((key) => [key, null]),
      ),
      ...Object.fromEntries(written.map((entry) => [keyOf(entry.id), entry])),
      ...more,
    })
    this.#show(next)
    this.#onWrite()
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work)
    this.#queue = turn.catch(() => undefined)
    return await turn
  }

  #show(next: readonly Entry[]): void {
    this.#entries = next
    for (const listener of this.#listeners) listener()
  }
}

/**
 * Merges a later change into an untried one of the same record: the first `base` and the last value
 * of each field.
 */
function mergedWith(earlier: Entry, later: Pick<Entry, 'input' | 'base' | 'title'>): Entry {
  return {
    ...earlier,
    title: later.title,
    input: {
      ...joined(earlier.input, later.input),
      ...('version' in earlier.input ? { version: earlier.input['version'] } : {}),
    },
    ...(earlier.base || later.base ? { base: joined(later.base ?? {}, earlier.base ?? {}) } : {}),
  }
}
