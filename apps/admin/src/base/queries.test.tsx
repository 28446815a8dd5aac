// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SignIn } from '@rmtools/contracts/auth/sessions'
import { queryClient, useAct } from './queries.ts'
import { enter } from './session.ts'

type Asked = { body: string; key: string | null }
let asked: Asked[]
let answers: (() => Promise<Response>)[]
const stored = async () =>
  new Response(JSON.stringify({ code: 'teller', name: 'Teller' }), { status: 201 })
const lost = async () => await Promise.reject(new TypeError('failed to fetch'))

beforeEach(() => {
  enter({ accessToken: 'a token' } as SignIn)
  asked = []
  answers = []
  vi.stubGlobal(
    'fetch',
    async (_: string, { body = '', headers = {} }: { body?: string; headers?: HeadersInit }) => {
      asked.push({ body, key: new Headers(headers).get('idempotency-key') })
      return await (answers.shift() ?? stored)()
    },
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function Form() {
  const { run, problem } = useAct('roles', 'create')
  return (
    <>
      <button
        type="button"
        onClick={() => void run({ code: 'teller', name: 'Teller', permissions: [] })}
      >
        Simpan
      </button>
      {problem ? <p role="alert">{problem.code}</p> : null}
    </>
  )
}

function open() {
  render(
    <QueryClientProvider client={queryClient}>
      <Form />
    </QueryClientProvider>,
  )
  return screen.getByRole('button', { name: 'Simpan' })
}

describe('a write of the console', () => {
  test.each([0, 60, 400])('acts once for two clicks %d ms apart', async (pause) => {
    answers = [async () => await new Promise((answer) => setTimeout(() => answer(stored()), 30))]
    const button = open()
    button.click()
    if (pause > 0) await new Promise((next) => setTimeout(next, pause))
    button.click()
    await waitFor(() => expect(asked).not.toHaveLength(0))
    await new Promise((next) => setTimeout(next, 50))
    expect(asked).toHaveLength(1)
  })

  test('that lost its answer is sent again under the same key', async () => {
    answers = [lost]
    const button = open()
    fireEvent.click(button)
    await screen.findByRole('alert')
    fireEvent.click(button)
    await waitFor(() => expect(asked).toHaveLength(2))
    expect(asked[1]).toEqual(asked[0])
    expect(asked[0]?.key).toMatch(/^[\w-]{36}$/)
  })
})
