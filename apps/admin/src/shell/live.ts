// Live updates: a stream over fetch, because EventSource cannot carry the access token. An update
// says what changed; affected queries are refetched.
import { changeIn, staleAfter } from '@rmtools/contracts/bff/live'
import { accessToken, onSession, renewSession, sessionState } from '../base/session.ts'
import type { Noun } from '../base/api.ts'
import { queryClient, refresh } from '../base/queries.ts'

const touched = staleAfter<Noun>()(
  {
    lead: ['leads', 'leadActivities', 'dashboard'],
    investor: [
      'investors',
      'documents',
      'bankAccounts',
      'clientLinks',
      'consents',
      'riskProfiles',
      'dashboard',
    ],
    instruction: ['instructions', 'evidence', 'dashboard', 'portfolios', 'plans', 'clientLinks'],
    plan: ['plans', 'clientLinks'],
    // Offers, access of the platform, and changes that wait for a second person are notified.
    notification: [
      'notifications',
      'membershipOffers',
      'platformAccess',
      'pendingChanges',
      'pendingAdministration',
    ],
    product: ['products'],
    nav: ['products', 'portfolios'],
    user: ['users'],
    outbox: ['outbox'],
  },
  {
    audit: 'read at intervals',
    reconciliations: 'read at intervals',
    account: 'seldom changes',
    clientPage: 'seldom changes',
    clientMessages: 'seldom changes',
    codeListEntries: 'seldom changes',
    companies: 'seldom changes',
    devices: 'seldom changes',
    figures: 'seldom changes',
    messageTemplates: 'seldom changes',
    preferences: 'seldom changes',
    reference: 'seldom changes',
    reports: 'seldom changes',
    roles: 'seldom changes',
    sessions: 'seldom changes',
    userAccess: 'seldom changes',
    agenda: 'not read',
    approvals: 'not read',
    bibEvents: 'not read',
    whatsappReports: 'not read',
    changes: 'not read',
    codes: 'not read',
    disclosures: 'not read',
    gateway: 'not read',
    handovers: 'not read',
    internal: 'not read',
    leadImports: 'not read',
    live: 'not read',
    passwords: 'not read',
    payments: 'not read',
    planMandates: 'not read',
    projection: 'not read',
    registration: 'not read',
    remoteRegistration: 'not read',
    today: 'not read',
  },
)

const PAUSE_MS = 2000
// Combines many changes into one refresh.
const GATHER_MS = 250
const waiting = new Set<Noun>()

/** Follows the live updates while a user is signed in. */
export function startLive(): void {
  let stop: AbortController | undefined
  const follow = () => {
    stop?.abort()
    if (sessionState() !== 'signed-in') return
    stop = new AbortController()
    void listen(stop.signal)
  }
  onSession(follow)
  follow()
}

async function listen(signal: AbortSignal): Promise<void> {
  let lastEventId = ''
  while (!signal.aborted) {
    try {
      const reply = await ask(lastEventId, signal)
      if (reply.status === 401 && !(await renewSession())) return
      for await (const event of eventsIn(reply)) lastEventId = take(event, lastEventId)
    } catch {
      // The network or the server went away: retry after a pause, from the last event.
    }
    if (!signal.aborted) await new Promise((next) => setTimeout(next, PAUSE_MS))
  }
}

/** Opens the stream after the last event received; an empty id starts from now. */
async function ask(lastEventId: string, signal: AbortSignal): Promise<Response> {
  const headers = new Headers({ authorization: `Bearer ${accessToken() ?? ''}` })
  if (lastEventId !== '') headers.set('last-event-id', lastEventId)
  return await fetch('/live', { headers, signal })
}

type LiveEvent = Readonly<Record<string, string>>

function take({ id, event, data = '' }: LiveEvent, lastEventId: string): string {
  if (event === 'reset') void queryClient.invalidateQueries()
  if (event === 'change') {
    const kind = changeIn(data)
    if (kind) for (const noun of touched[kind]) gather(noun)
  }
  return id ?? lastEventId
}

function gather(noun: Noun): void {
  if (waiting.size === 0)
    setTimeout(() => {
      void refresh(...waiting)
      waiting.clear()
    }, GATHER_MS)
  waiting.add(noun)
}

/** The server-sent events (WHATWG HTML, 9.2) of a reply; a refusal has none. */
async function* eventsIn({ ok, body }: Response): AsyncGenerator<LiveEvent> {
  if (!ok || !body) return
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks)
      yield Object.fromEntries(
        [...block.matchAll(/^(\w+): ?(.*)$/gm)].map(([, field = '', value = '']) => [field, value]),
      )
  }
}
