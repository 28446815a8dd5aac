// Live changes: the server announces a change, and the affected screens refetch. If the stream is
// not available, screens refetch when they come to the front.
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { AppState } from 'react-native'
import { changeIn, live, staleAfter } from '@rmtools/contracts/bff/live'
import { toRequest } from '@rmtools/contracts/client'
import { credentials } from '../base/api.ts'
import { appHeaders, noteAge } from '../base/app-age.ts'
import { network } from '../base/network.ts'
import type { QueryNoun } from '../base/query-keys.ts'
import { serverUrl } from '../base/server'
import { streamingFetch } from './streaming-fetch'

/** The queries to invalidate for each kind of change. */
const stale = staleAfter<QueryNoun>()(
  {
    lead: ['leads', 'lead', 'lead-activities', 'today'],
    investor: ['investors', 'investor', 'today'],
    instruction: ['instructions', 'instruction', 'portfolio', 'today'],
    plan: ['plans', 'plan'],
    notification: ['notifications', 'membership-offers', 'today'],
    product: ['products'],
    nav: ['products', 'navs', 'portfolio'],
    // The app shows none of these.
    user: [],
    outbox: [],
  },
  {
    reports: 'seldom changes',
    banks: 'seldom changes',
    companies: 'seldom changes',
    company: 'seldom changes',
    countries: 'seldom changes',
    devices: 'seldom changes',
    holidays: 'seldom changes',
    me: 'seldom changes',
    places: 'seldom changes',
    preferences: 'seldom changes',
    'risk-questionnaire': 'seldom changes',
    sessions: 'seldom changes',
    // Read while the phone number of a new lead is typed.
    'lead-duplicates': 'seldom changes',
  },
)
const AGAIN_MS = 3000

/** Follows the stream while the app is in the foreground. */
export function useLiveNews(): void {
  const client = useQueryClient()
  useEffect(() => {
    let stop = follow(client)
    const subscription = AppState.addEventListener('change', (state) => {
      stop()
      if (state !== 'active') return
      void client.invalidateQueries()
      stop = follow(client)
    })
    return () => {
      subscription.remove()
      stop()
    }
  }, [client])
}

function follow(client: QueryClient): () => void {
  const controller = new AbortController()
  const run = async () => {
    let lastId = ''
    while (!controller.signal.aborted) {
      try {
        lastId = (await readStream(client, lastId, controller.signal)) || lastId
      } catch {
        // No network, or the stream was cut: the next attempt resumes after the last event.
      }
      await pause(AGAIN_MS, controller.signal)
    }
  }
  void run()
  return () => controller.abort()
}

async function readStream(
  client: QueryClient,
  lastId: string,
  signal: AbortSignal,
): Promise<string> {
  if (
    !network.get().isOnline ||
    (credentials.accessToken === undefined && !(await credentials.renew()))
  )
    return lastId
  const reply = await askStream(lastId, signal)
  if (reply.status === 401) await credentials.renew()
  if (!reply.ok) noteAge({ status: reply.status, body: new Uint8Array(await reply.arrayBuffer()) })
  if (!reply.ok || !reply.body) return lastId
  const reader = reply.body.getReader()
  const decoder = new TextDecoder()
  let [text, latest] = ['', lastId]
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return latest
    text += decoder.decode(value, { stream: true })
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) latest = take(client, event) ?? latest
  }
}

async function askStream(lastId: string, signal: AbortSignal) {
  const headers = {
    accept: 'text/event-stream',
    ...appHeaders(),
    authorization: `Bearer ${credentials.accessToken ?? ''}`,
    ...(lastId ? { 'last-event-id': lastId } : {}),
  }
  return await streamingFetch(serverUrl + toRequest(live.stream).url, { headers, signal })
}

/** Handles one event and returns its id. */
function take(client: QueryClient, event: string): string | undefined {
  const fields = new Map(
    event
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )
  if (fields.get('event') === 'reset') void client.invalidateQueries()
  if (fields.get('event') === 'change') {
    const kind = changeIn(fields.get('data') ?? '')
    for (const key of kind ? stale[kind] : []) void client.invalidateQueries({ queryKey: [key] })
  }
  return fields.get('id')
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((done) => {
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      done()
    })
  })
}
