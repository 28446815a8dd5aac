import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import {
  clientMessages as messages,
  clientPreference as preference,
} from '@rmtools/gallery/client-messages'
import { state, type Stories } from '@rmtools/gallery/stories'
import { MessagesPart } from './MessagesPart.tsx'
import { PreferenceSheet } from './PreferenceSheet.tsx'

const nothing = () => undefined

/** A cache with answers that stay fresh: no server is asked. */
function Answered({ children }: { children: ReactNode }) {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } })
  for (const [id, items] of [
    ['some', messages],
    ['none', []],
  ] as const)
    client.setQueryData(['investor', id, 'message-log'], {
      pages: [{ items, nextCursor: items.length > 0 ? 'older' : null }],
      pageParams: [''],
    })
  client.setQueryData(['investor', 'some', 'message-preference'], preference)
  client.setQueryData(['investor', 'none', 'message-preference'], {
    ...preference,
    hasWhatsapp: true,
  })
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

export const stories: Stories<ReactNode> = {
  MessagesPart: () => ({
    'one in each state': state(
      <Answered>
        <MessagesPart id="some" />
      </Answered>,
    ),
    none: state(
      <Answered>
        <MessagesPart id="none" />
      </Answered>,
    ),
  }),
  PreferenceSheet: () => ({
    'without WhatsApp': state(
      <Answered>
        <PreferenceSheet id="some" onClose={nothing} />
      </Answered>,
      { height: 720 },
    ),
    'with WhatsApp': state(
      <Answered>
        <PreferenceSheet id="none" onClose={nothing} />
      </Answered>,
      { height: 720 },
    ),
  }),
}
