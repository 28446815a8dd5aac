import { act, fireEvent, render, screen, waitFor } from '@testing-library/react-native'
import * as Linking from 'expo-linking'
import { api, send } from '../base/api.ts'
import { appVersion, tooOld } from '../base/app-age.ts'
import { preferences } from '../base/preferences.ts'
import { gateway } from '@rmtools/contracts/bff/gateway'
import { UpdateScreen } from './UpdateScreen.tsx'

const server: { least: string | null; updateUrl: string | null; asked: Headers[] } = {
  least: '99.0.0',
  updateUrl: 'https://store.example/rmtools',
  asked: [],
}

const answer = (status: number, body: object) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
  })

beforeEach(() => {
  Object.assign(server, { least: '99.0.0', updateUrl: 'https://store.example/rmtools', asked: [] })
  tooOld.set(false)
  preferences.set({ ...preferences.get(), language: 'id' })
  globalThis.fetch = jest.fn(async (url: string, { headers }: RequestInit) => {
    server.asked.push(new Headers(headers))
    const { least, updateUrl } = server
    if (url.endsWith('/app-version')) return answer(200, { least, updateUrl })
    return answer(403, { type: '/problems/app-too-old', title: 'Too old', status: 403 })
  }) as unknown as typeof fetch
})

// The first render and the answer take longer on a busy machine.
const PATIENCE = { timeout: 30_000 }
jest.setTimeout(60_000)

/** Renders the screen and waits for the server's answer. */
async function show(seen: RegExp) {
  render(<UpdateScreen />)
  await screen.findByText(seen, {}, PATIENCE)
}

test('every request says the version of the app, and an answer that refuses it turns to the screen', async () => {
  expect(appVersion).toMatch(/^\d+\.\d+\.\d+$/)
  await send({ method: 'GET', url: '/products', headers: {} }, gateway.csrfToken)
  expect(server.asked.map((headers) => headers.get('app-version'))).toEqual([appVersion])
  expect(tooOld.get()).toBe(true)
})

test('another refusal does not', async () => {
  globalThis.fetch = jest.fn(async () =>
    answer(403, { type: '/problems/forbidden', title: 'No', status: 403 }),
  ) as unknown as typeof fetch
  await expect(api.gateway.csrfToken()).rejects.toMatchObject({ status: 403 })
  expect(tooOld.get()).toBe(false)
})

test('it says what to do, that nothing is lost, and leads to the new version', async () => {
  tooOld.set(true)
  const opened = jest.spyOn(Linking, 'openURL').mockResolvedValue(true)
  await show(/minimal 99\.0\.0/)
  expect(screen.getByText('Perlu versi baru')).toBeOnTheScreen()
  expect(screen.getByText(/belum terkirim tersimpan di perangkat/)).toBeOnTheScreen()
  expect(screen.getByText(`Versi Anda ${appVersion}, minimal 99.0.0`)).toBeOnTheScreen()
  fireEvent.press(screen.getByText('Perbarui aplikasi'))
  expect(opened).toHaveBeenCalledWith('https://store.example/rmtools')
  expect(tooOld.get()).toBe(true)
})

test('it speaks English too, and without an address says whom to ask', async () => {
  server.updateUrl = null
  preferences.set({ ...preferences.get(), language: 'en' })
  await show(/at least 99\.0\.0/)
  expect(screen.getByText('A new version is needed')).toBeOnTheScreen()
  expect(screen.getByText(/Ask your company administrator/)).toBeOnTheScreen()
  expect(screen.queryByText('Update the app')).toBeNull()
})

test('it goes once the server serves this version again', async () => {
  tooOld.set(true)
  await show(/minimal 99\.0\.0/)
  expect(tooOld.get()).toBe(true)
  server.least = null
  await act(async () => void fireEvent.press(screen.getByText('Periksa lagi')))
  await waitFor(() => expect(tooOld.get()).toBe(false), PATIENCE)
})
