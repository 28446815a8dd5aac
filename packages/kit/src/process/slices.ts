// Long work in short pieces: between two of them every other request of the process has its turn.

export type Pause = () => Promise<unknown>
const turn: Pause = async () => await new Promise((next) => setImmediate(next))

/** Counts what work costs, in whatever unit the budget is, and pauses when a piece has cost it. */
export class Slices {
  readonly #budget: number
  readonly #pause: Pause
  #spent = 0

  constructor(budget: number, pause: Pause = turn) {
    this.#budget = budget
    this.#pause = pause
  }

  /** Say what the next step costs before it is taken. */
  async spend(cost: number): Promise<void> {
    this.#spent += cost
    if (this.#spent < this.#budget) return
    await this.#pause()
    this.#spent = cost
  }
}
