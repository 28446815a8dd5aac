/** The number of equal tokens in a row that counts as a repetition. */
const ROW = 50

/** The share of all tokens, in per cent, in sequences of fifty that also occur elsewhere. */
export function repeatedPercent(files: readonly (readonly string[])[]): number {
  const first = new Map<string, [file: number, at: number]>()
  const repeated = files.map((tokens) => new Uint8Array(tokens.length))
  files.forEach((tokens, file) => {
    for (let at = 0; at + ROW <= tokens.length; at++) {
      const row = tokens.slice(at, at + ROW).join(' ')
      const before = first.get(row)
      if (!before) first.set(row, [file, at])
      else {
        repeated[file]?.fill(1, at, at + ROW)
        repeated[before[0]]?.fill(1, before[1], before[1] + ROW)
      }
    }
  })
  const marked = repeated.reduce((sum, marks) => sum + marks.reduce((so, mark) => so + mark, 0), 0)
  const all = files.reduce((sum, tokens) => sum + tokens.length, 0)
  return (100 * marked) / all
}

/** The number of import cycles: groups of files that reach each other. */
export function cyclesOf(arrows: ReadonlyMap<string, readonly string[]>): number {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  let cycles = 0
  const visit = (file: string): number => {
    order.set(file, order.size)
    let lowest = order.get(file) ?? 0
    open.push(file)
    for (const target of arrows.get(file) ?? []) {
      if (!order.has(target)) lowest = Math.min(lowest, visit(target))
      else if (open.includes(target))
        lowest = Math.min(lowest, low.get(target) ?? order.get(target) ?? 0)
    }
    low.set(file, lowest)
    if (lowest === order.get(file) && open.splice(open.indexOf(file)).length > 1) cycles += 1
    return lowest
  }
  for (const file of arrows.keys()) if (!order.has(file)) visit(file)
  return cycles
}
