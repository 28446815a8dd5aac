import { act as settle, fireEvent, render, screen } from '@testing-library/react-native'
import { Problem } from '@rmtools/contracts/problem'
import { Button } from './Button.tsx'
import { Text } from './Text.tsx'
import { shownOnScreen, useAct, type Attempt } from './act.ts'

type Asked = { isSent: boolean; key: string }
let asked: Asked[]
let answer: () => Promise<void>
const wait = async (ms: number) =>
  await settle(async () => await new Promise((next) => setTimeout(next, ms)))

beforeEach(() => {
  asked = []
  answer = async () => undefined
})

function Form() {
  const order = useAct(
    async (isSent: boolean, { idempotencyKey: key }: Attempt) => {
      asked.push({ isSent, key })
      await answer()
    },
    { onRefused: shownOnScreen },
  )
  return (
    <>
      <Button title="Kirim" onPress={() => order.run(true)} isBusy={order.isBusy} />
      <Button title="Simpan" onPress={() => order.run(false)} isDisabled={order.isBusy} />
      {order.error ? <Text role="alert">tidak terkirim</Text> : null}
    </>
  )
}

const button = (name: string) => screen.getByRole('button', { name })

describe('an act', () => {
  test.each([0, 60, 400])(
    'happens once for two presses %d ms apart, when it is quick',
    async (pause) => {
      render(<Form />)
      fireEvent.press(button('Kirim'))
      if (pause > 0) await wait(pause)
      fireEvent.press(button('Kirim'))
      await wait(20)
      expect(asked).toHaveLength(1)
    },
  )

  test('happens once however long it takes, and no other act of the form beside it', async () => {
    let arrive = () => undefined as void
    answer = async () => await new Promise((done) => (arrive = done))
    render(<Form />)
    // Two presses in one frame, without a render between them.
    settle(() => {
      button('Kirim').props['onClick']({ stopPropagation: () => undefined })
      button('Kirim').props['onClick']({ stopPropagation: () => undefined })
    })
    await wait(60)
    fireEvent.press(button('Kirim'))
    fireEvent.press(button('Simpan'))
    await wait(400)
    fireEvent.press(button('Kirim'))
    expect(asked).toEqual([{ isSent: true, key: expect.any(String) }])
    expect(button('Kirim')).toBeBusy()
    expect(button('Simpan')).toBeDisabled()
    arrive()
    await wait(10)
    expect(button('Kirim')).not.toBeBusy()
  })

  test('that failed says so, and may be tried again at once under the same key', async () => {
    answer = async () =>
      await Promise.reject(new Problem({ code: 'offline', status: 0, title: 'No connection' }))
    render(<Form />)
    fireEvent.press(button('Kirim'))
    expect(await screen.findByRole('alert')).toHaveTextContent('tidak terkirim')
    answer = async () => undefined
    fireEvent.press(button('Kirim'))
    await wait(10)
    expect(screen.queryByRole('alert')).toBeNull()
    expect(asked).toHaveLength(2)
    expect(asked[1]).toEqual(asked[0])
  })
})
