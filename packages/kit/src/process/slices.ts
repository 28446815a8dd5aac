// Splits long work into short slices, between which the process serves other requests.

export type Pause = () => Promise<unknown>
const turn: Pause = async () => await new Promise((next) => setImmediate(next))

/**
 * Adds up the cost of work, in the unit of the budget, and pauses when a slice has used its budget.
 */
export class Slices {
  readonly #budget: number
  readonly #pause: Pause
  #spent = 0

  constructor(budget: number, pause: Pause = turn) {
    this.#budget = budget
    this.#pause = pause
  }

  /** Call it with the cost of the next step before taking it. */
  async spend(cost: number): Promise<void> {
    this.#spent += cost
    if (this.#spent < this.#budget) return
    await this.#pause()
    this.#spent = cost
  }
}
