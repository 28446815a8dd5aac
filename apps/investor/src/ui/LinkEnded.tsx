// A link that no longer works, or never did: what that means, and what to do next.
import type { LinkSender } from '@rmtools/contracts/crm/approvals'
import { formatInstant } from '@rmtools/look/format'
import type { Bilingual } from '@rmtools/look/words'
import { LinkButton } from './Button.tsx'
import { Page } from './Page.tsx'
import { Sender } from './Sender.tsx'
import { endings } from '../base/endings.ts'
import { both, useSpeech } from '../base/language.tsx'
import { useLinkLook } from '../base/link-look.ts'
import type { EndedLink } from '../base/problems.ts'

const copyWord = both('Buka salinan dokumen (PDF)', 'Open a copy of the document (PDF)')
const atWord = both('Dijawab', 'Answered')

type Props = {
  ending: EndedLink
  page: 'approve' | 'register' | 'plan' | null
  /** With the answer to the link's own mandate, if it is about a plan. */
  sender: (LinkSender & { status: string; answer?: 'signed' | 'declined' | null }) | null
  /** The address of the signed document. */
  copy?: string
  children?: React.ReactNode
}

/** The page of a link that has ended. */
export function LinkEnded({ ending, page, sender, copy, children }: Props) {
  const { language, say } = useSpeech()
  useLinkLook(sender)
  const { title, text } = endings(ending, page, sender?.status, sender?.answer)
  const isDeclined = (sender?.answer ?? sender?.status) === 'declined'
  const spoken = (words: Bilingual) =>
    say(words).replace('{rm}', sender?.rmName ?? say(both('RM Anda', 'your relationship manager')))
  return (
    <Page company={sender?.companyName ?? 'RMTools'} title={say(title)}>
      <p className="lead">{spoken(text)}</p>
      {sender?.answeredAt && ending === 'link-used' && (
        <p className="caption">
          {say(atWord)} {formatInstant(sender.answeredAt, language)}
        </p>
      )}
      {children}
      {copy !== undefined && ending === 'link-used' && !isDeclined && (
        <LinkButton href={copy} isNewTab>
          {say(copyWord)}
        </LinkButton>
      )}
      {sender && <Sender {...sender} />}
    </Page>
  )
}
