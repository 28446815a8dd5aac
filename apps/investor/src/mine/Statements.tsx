import { useId } from 'react'
import { fileNameOf } from '@rmtools/look/file-names'
import { formatInstant, formatMonth } from '@rmtools/look/format'
import { useSpeech } from '../base/language.tsx'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { Shortened } from '../ui/Shortened.tsx'
import { api, type Statement } from './api.ts'
import { Saveable } from './Saveable.tsx'
import { useSave } from './use-save.ts'
import { words } from './words.ts'

type Props = {
  visit: string
  statements: readonly Statement[]
  investorName: string
  lapse: () => void
}

/** The client's monthly statements, newest first, in the language of the page. */
export function Statements({ visit, statements, investorName, lapse }: Props) {
  const { language, say } = useSpeech()
  const id = useId()
  const { problem, save, isSaving } = useSave(lapse)
  const nameOf = ({ month }: Statement) => formatMonth(month.slice(0, 7), language)
  const saveStatement = (statement: Statement) =>
    void save({
      id: statement.id,
      name: fileNameOf([investorName, say(words.statement), nameOf(statement)], 'pdf'),
      read: async () => await api.statement({ visit, statementId: statement.id, language }),
    })
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{say(words.statements)}</h2>
      {problem && <ProblemAlert problem={problem} />}
      {statements.length === 0 && <p className="lead">{say(words.noStatements)}</p>}
      <Shortened
        items={statements}
        draw={(statement) => (
          <Saveable
            key={statement.id}
            name={nameOf(statement)}
            {...(statement.state === 'made'
              ? {
                  about: say(words.asOf(formatInstant(statement.asOf, language))),
                  isSaving: isSaving(statement.id),
                  onSave: () => saveStatement(statement),
                }
              : { about: say(words.statementWaits), isSaving: false })}
          />
        )}
      />
    </section>
  )
}
