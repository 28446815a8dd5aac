import { fireEvent, render, screen } from '@testing-library/react-native'
import { useState } from 'react'
import { dateOf, DateField, withDashes } from './DateField.tsx'
import { Button } from './Button.tsx'
import { Field } from './Field.tsx'
import { cropOf, frameIn } from './frames.ts'
import { MoneyField } from './MoneyField.tsx'
import { Select } from './Select.tsx'
import { StateDot } from './StateDot.tsx'
import { pathOf } from './strokes.ts'

describe('Button', () => {
  test('acts once pressed, and is named', () => {
    const press = jest.fn()
    render(<Button title="Simpan" onPress={press} />)
    fireEvent.press(screen.getByRole('button', { name: 'Simpan' }))
    expect(press).toHaveBeenCalledTimes(1)
  })
  test('says why it cannot be used, and does nothing then', () => {
    const press = jest.fn()
    render(<Button title="Kirim" onPress={press} reason="Lengkapi nomor telepon" />)
    fireEvent.press(screen.getByRole('button', { name: 'Kirim' }))
    expect(press).not.toHaveBeenCalled()
    expect(screen.getByText('Lengkapi nomor telepon')).toBeOnTheScreen()
  })
})

describe('Field', () => {
  test('tells a fault to screen readers, and takes no room without one', () => {
    const { rerender } = render(<Field label="Nama" value="" onChange={() => undefined} />)
    expect(screen.queryByRole('alert')).toBeNull()
    rerender(<Field label="Nama" value="" onChange={() => undefined} error="Wajib diisi." />)
    expect(screen.getByRole('alert')).toHaveTextContent('Wajib diisi.')
  })
})

describe('money', () => {
  const change = jest.fn()
  const Amount = () => {
    const [value, setValue] = useState('')
    change.mockImplementation(setValue)
    return <MoneyField label="Jumlah" value={value} onChange={change} currency="IDR" />
  }
  const field = () => screen.getByLabelText('Jumlah')
  test('is grouped as one types', () => {
    render(<Amount />)
    fireEvent.changeText(field(), '2500000')
    expect(field()).toHaveProp('value', '2.500.000')
  })
  test.each(['Rp 1.500.000,00', '1,500,000.00', '1500000,00', '1,5 jt'])(
    'pasted as %s is what it says',
    (text) => {
      render(<Amount />)
      fireEvent.changeText(field(), text)
      expect(change).toHaveBeenLastCalledWith('1500000')
      fireEvent(field(), 'blur')
      expect(field()).toHaveProp('value', '1.500.000')
      expect(screen.queryByRole('alert')).toBeNull()
    },
  )
  test('that cannot be read surely is none, stays as it was written, and says what was understood', () => {
    render(<Amount />)
    fireEvent.changeText(field(), '1500000,55')
    expect(change).toHaveBeenLastCalledWith('')
    expect(field()).toHaveProp('value', '1500000,55')
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Terbaca 1.500.000,55: terlalu banyak angka di belakang koma.',
    )
  })
})

describe('dates', () => {
  test.each([
    ['2311', '23-11'],
    ['23112026', '23-11-2026'],
    ['23-11-2026', '23-11-2026'],
  ])('%s is shown as %s while it is typed', (typed, shown) => expect(withDashes(typed)).toBe(shown))
  test('a day that does not exist is none', () => {
    expect([dateOf('29-02-2024'), dateOf('29-02-2026'), dateOf('1-1-2026')]).toEqual([
      '2024-02-29',
      undefined,
      undefined,
    ])
  })
  test('are typed as day, month, year, and told when impossible', () => {
    const change = jest.fn()
    render(<DateField label="Tanggal lahir" value="" onChange={change} />)
    fireEvent.changeText(screen.getByLabelText('Tanggal lahir'), '31121990')
    expect(change).toHaveBeenLastCalledWith('1990-12-31')
    fireEvent.changeText(screen.getByLabelText('Tanggal lahir'), '31021990')
    expect(screen.getByRole('alert')).toHaveTextContent('Tanggal ini tidak ada.')
  })
})

test('Select offers a list and hands over what was chosen', () => {
  const change = jest.fn()
  const options = [
    { value: 'a', text: 'Pasar uang' },
    { value: 'b', text: 'Saham' },
  ]
  render(<Select label="Jenis" value={undefined} options={options} onChange={change} />)
  fireEvent.press(screen.getByRole('button', { name: 'Jenis: Pilih' }))
  fireEvent.press(screen.getByRole('radio', { name: 'Saham' }))
  expect(change).toHaveBeenCalledWith('b')
})

test('a state is a word, not only a colour', () => {
  render(
    <StateDot
      state={{ tone: 'waiting', word: { id: 'Menunggu dikirim', en: 'Waiting to be sent' } }}
    />,
  )
  expect(screen.getByText('Menunggu dikirim')).toBeOnTheScreen()
})

test('a frame keeps the shape of the card, and the crop is what was within it', () => {
  const view = { width: 400, height: 800 }
  const frame = frameIn(view, 'card')
  expect(frame.width / frame.height).toBeCloseTo(85.6 / 53.98)
  const crop = cropOf(view, { width: 1200, height: 2400 }, 'card')
  expect(crop && crop.x + crop.width / 2).toBeCloseTo(0.5)
  expect(crop && (crop.width * 1200) / (crop.height * 2400)).toBeCloseTo(1.53, 1)
  expect(cropOf(view, view, 'face')).toBeUndefined()
})

test('a signature is a path; a touch is a dot', () => {
  expect(pathOf([{ x: 1, y: 2 }])).toBe('M1 2l0.1 0.1')
  expect(
    pathOf([
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 20, y: 10 },
    ]),
  ).toBe('M0 0Q10 0 15 5L20 10')
})
