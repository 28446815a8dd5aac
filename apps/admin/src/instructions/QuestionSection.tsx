// The questions to the RM when the order was created, for the back office.
import { Link } from '@tanstack/react-router'
import type { Instruction } from '@rmtools/contracts/crm/instructions'
import { amountQuestionWords } from '@rmtools/look/instruction-events'
import { useSay } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { KeyValues, type KeyValue } from '../ui/KeyValues.tsx'
import { Section } from '../ui/Page.tsx'
import { words } from './words.ts'

/**
 * Why the amount was questioned, the answer, and whether the order repeats another. Empty if
 * nothing was asked.
 */
export function QuestionSection({
  instruction: { amountQuestions, amountReason, duplicateOf },
}: {
  instruction: Instruction
}) {
  const say = useSay()
  if (amountQuestions.length === 0 && duplicateOf === null) return null
  const asked = amountQuestions.map((code) => {
    const word = amountQuestionWords[code]
    return word ? say(word) : code
  })
  const items: KeyValue[] = [
    ...(asked.length > 0
      ? ([
          [say(words.unusual), <span style={{ color: 'var(--warning)' }}>{asked.join(' ')}</span>],
          [say(words.answer), amountReason],
        ] satisfies KeyValue[])
      : []),
    ...(duplicateOf
      ? ([
          [
            say(words.meantTwice),
            <Link to={paths.instruction(duplicateOf)}>{say(words.theOther)}</Link>,
          ],
        ] satisfies KeyValue[])
      : []),
  ]
  return (
    <Section title={say(words.questions)}>
      <KeyValues items={items} />
    </Section>
  )
}
