import { expect, test } from 'vitest'
import { createGate } from './gate.ts'

const held = () => Promise.withResolvers<void>()

test('admits so many at once, lets so many wait, and refuses the rest with a time to retry', async () => {
  const gate = createGate({ atOnce: 1, waiting: 1 })
  const first = held()
  const order: string[] = []
  const one = gate(async () => {
    await first.promise
    order.push('one')
  })
  const two = gate(async () => void order.push('two'))
  await expect(gate(async () => void order.push('three'))).rejects.toMatchObject({
    status: 503,
    retryAfterSeconds: 2,
  })
  first.resolve()
  await Promise.all([one, two])
  expect(order).toEqual(['one', 'two'])
})

test('a caller who waits too long is refused, and the next one gets the place', async () => {
  const gate = createGate({ atOnce: 1, waiting: 5, waitMs: 20 })
  const first = held()
  const one = gate(async () => await first.promise)
  await expect(gate(async () => 'late')).rejects.toMatchObject({ status: 503 })
  first.resolve()
  await one
  expect(await gate(async () => 'in time')).toBe('in time')
})

test('work that fails gives its place back', async () => {
  const gate = createGate({ atOnce: 1, waiting: 5 })
  await expect(gate(async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await gate(async () => 'next')).toBe('next')
})
