// What WhatsApp reports about messages
// (https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status).
// It may come out of order, twice, in batches and for messages that are not ours.

export type Report = {
  /** Our id of the message. */
  id: string
  /** WhatsApp's id of it. */
  providerId: string
  status: 'sent' | 'delivered' | 'read' | 'failed'
  /** The number that sent it. */
  sender: string
  at: string
  code: string | null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const MOST = 1000

/** The reports in a body, by message id so that two batches lock rows in the same order. */
export function reportsIn(body: object, now: Date): Report[] {
  const changes = listIn(body, 'entry').flatMap((entry) => listIn(entry, 'changes'))
  const reports = changes.flatMap((change) => {
    const value = partOf(change, 'value')
    const sender = textOf(partOf(value, 'metadata'), 'phone_number_id')
    return listIn(value, 'statuses').flatMap((status) => reportOf(status, sender, now) ?? [])
  })
  return reports.slice(0, MOST).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function reportOf(one: unknown, sender: string | undefined, now: Date): Report | undefined {
  const id = textOf(one, 'biz_opaque_callback_data')
  const providerId = textOf(one, 'id')
  const status = textOf(one, 'status')
  if (id === undefined || !UUID.test(id) || sender === undefined || !isStatus(status))
    return undefined
  const [error] = listIn(one, 'errors')
  const code = partOf(error, 'code')
  return {
    id,
    providerId: (providerId ?? '').slice(0, 200),
    status,
    sender,
    at: instantOf(textOf(one, 'timestamp'), now),
    code: typeof code === 'number' ? String(code) : null,
  }
}

const statuses = ['sent', 'delivered', 'read', 'failed'] as const
const isStatus = (text: string | undefined): text is Report['status'] =>
  statuses.some((status) => status === text)

/** Seconds since 1970 as an instant, never later than now. */
function instantOf(seconds: string | undefined, now: Date): string {
  const ms = Number(seconds) * 1000
  return new Date(ms > 0 && ms < now.getTime() ? ms : now.getTime()).toISOString()
}

function partOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function textOf(value: unknown, name: string): string | undefined {
  const part = partOf(value, name)
  return typeof part === 'string' ? part : undefined
}

function listIn(value: unknown, name: string): unknown[] {
  const part = partOf(value, name)
  return Array.isArray(part) ? part : []
}
