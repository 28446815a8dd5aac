// The details of a pending change, sufficient to decide on it.
import { Link } from '@tanstack/react-router'
import type { PendingChange } from '@rmtools/contracts/second-person'
import { useSay } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { To } from '../base/To.tsx'
import { messageKindWords } from '@rmtools/look/client-message-words'
import { channelWords, languageWords } from '../settings/message-words.ts'
import { KeyValues } from '../ui/KeyValues.tsx'
import { bandText } from '../ui/risk.ts'
import { AdministrationDetails, settingNames } from './AdministrationDetails.tsx'
import { textOf } from './payload.ts'
import { words } from './words.ts'
import styles from './second-person.module.css'

type Props = { change: PendingChange }
const wordOf = <W,>(known: Readonly<Record<string, W>>, name: string): W | undefined => known[name]

/** The subject of the change, in one line. */
export function ChangeSubject({ change: { kind, subject, payload } }: Props) {
  const say = useSay()
  if (kind === 'risk-rise')
    return <Link to={paths.investor(subject)}>{textOf(payload['investorName'])}</Link>
  if (kind === 'risk-questionnaire')
    return say(words.questions, { count: questionsOf(payload).length })
  if (kind === 'company-settings') return settingNames(say, payload).join(', ')
  if (kind === 'role')
    return (
      <To path={paths.roles()} search={{ role: textOf(payload['code']) }}>
        {textOf(payload['name'])}
      </To>
    )
  if (kind === 'user-invitation' || kind === 'membership-offer') return textOf(payload['fullName'])
  if (kind !== 'message-template')
    return <Link to={paths.person(subject)}>{textOf(payload['fullName'])}</Link>
  const [message = '', channel = '', language = ''] = subject.split('/')
  const word = wordOf(messageKindWords, message)
  return [
    word ? say(word) : message,
    wordOf(channelWords, channel) ?? channel,
    wordOf(languageWords, language) ?? language,
  ].join(' · ')
}

/** All details of the change. */
export function ChangeDetails({ change }: Props) {
  const say = useSay()
  const { kind, payload } = change
  const band = (value: unknown) => (typeof value === 'number' ? bandText(say, value) : '–')
  if (kind === 'risk-rise')
    return (
      <KeyValues
        items={[
          [say(words.of), textOf(payload['investorName'])],
          [say(words.was), band(payload['was'])],
          [say(words.willBe), band(payload['band'])],
          [say(words.askedBy), change.askedByName],
        ]}
      />
    )
  if (kind === 'risk-questionnaire')
    return (
      <ol className={styles['questions']}>
        {questionsOf(payload).map(({ id, labelId, labelEn, options }) => (
          <li key={id}>
            {say({ id: labelId, en: labelEn })}
            <small className="faint">
              {options
                .map(
                  (option) =>
                    `${say({ id: option.labelId, en: option.labelEn })} (${option.score})`,
                )
                .join(' · ')}
            </small>
          </li>
        ))}
      </ol>
    )
  if (kind !== 'message-template') return <AdministrationDetails change={change} />
  return (
    <div className={styles['message']}>
      {textOf(payload['subject']) && <strong>{textOf(payload['subject'])}</strong>}
      <p>{textOf(payload['text'])}</p>
    </div>
  )
}

type Label = { id: string; labelId: string; labelEn: string }
type Question = Label & { options: (Label & { score: number })[] }

function questionsOf(payload: PendingChange['payload']): Question[] {
  const questions = payload['questions']
  return Array.isArray(questions) ? questions : []
}
