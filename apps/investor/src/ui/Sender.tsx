import type { LinkSender } from '@rmtools/contracts/crm/approvals'
import { both, useSpeech } from '../base/language.tsx'
import { LinkButton } from './Button.tsx'

const words = {
  ask: both('Ada pertanyaan?', 'Questions?'),
  role: both('Relationship manager Anda', 'Your relationship manager'),
  call: both('Telepon', 'Call'),
}

/** The RM to contact, with the phone number. */
export function Sender({
  companyName,
  rmName,
  rmPhone,
}: Pick<LinkSender, 'companyName' | 'rmName' | 'rmPhone'>) {
  const { say } = useSpeech()
  return (
    <section className="stack" aria-label={say(words.ask)}>
      <h2>{say(words.ask)}</h2>
      <div className="part-head">
        <div>
          <p>{rmName ?? companyName}</p>
          {rmName !== null && (
            <p className="caption">
              {say(words.role)}, {companyName}
            </p>
          )}
        </div>
        {rmPhone !== null && (
          <LinkButton isSmall href={`tel:${rmPhone}`}>
            {say(words.call)} <span className="visually-hidden">{rmName}</span>
          </LinkButton>
        )}
      </div>
    </section>
  )
}
