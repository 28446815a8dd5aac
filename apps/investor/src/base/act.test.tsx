// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { useAct } from './act.ts'

const pause = async (ms: number) =>
  await act(async () => await new Promise((next) => setTimeout(next, ms)))

describe('an act of the investor', () => {
  test.each([0, 60, 400])(
    'happens once for two presses %d ms apart, quick or slow',
    async (gap) => {
      for (const takes of [5, 600]) {
        const { result, unmount } = renderHook(() => useAct())
        const work = vi.fn(
          async () => await new Promise<boolean>((done) => setTimeout(() => done(true), takes)),
        )
        act(() => void result.current.run(work))
        if (gap > 0) await pause(gap)
        // The handler of the first render: nothing renders between two presses in one frame.
        act(() => void result.current.run(work))
        await pause(takes + 20)
        expect(work).toHaveBeenCalledTimes(1)
        expect(result.current.isBusy).toBe(false)
        unmount()
      }
    },
  )

  test('that did not succeed may be tried again at once', async () => {
    const { result } = renderHook(() => useAct())
    const work = vi.fn(async () => false)
    await act(async () => void (await result.current.run(work)))
    await act(async () => void (await result.current.run(work)))
    expect(work).toHaveBeenCalledTimes(2)
  })
})
