import type { Document, DocumentType } from '@rmtools/contracts/crm/documents'
import { formatInstant } from '@rmtools/look/format'
import { documentLabels } from '@rmtools/look/kyc-words'
import { useSpeech } from '../base/language.tsx'
import { Button } from '../ui/Button.tsx'
import { documentWords as words } from './words.ts'

type Props = { documents: readonly Document[]; type: DocumentType; onRemove: (id: string) => void }

/** The documents of a type that were already sent. */
export function StoredDocuments({ documents, type, onRemove }: Props) {
  const { language, say } = useSpeech()
  const stored = documents.filter(({ status }) => status === 'stored')
  if (stored.length === 0) return null
  return (
    <ul className="list">
      {stored.map(({ id, storedAt }) => (
        <li key={id} className="part-head">
          <span className="state tone-good">
            {say(words.stored)}, {formatInstant(storedAt, language)}
          </span>
          <Button kind="quiet" isSmall onPress={() => onRemove(id)}>
            {say(words.remove)} <span className="visually-hidden">{say(documentLabels[type])}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}
