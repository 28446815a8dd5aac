import { useId } from 'react'
import { fileNameOf } from '@rmtools/look/file-names'
import { formatDate } from '@rmtools/look/format'
import { nouns } from '@rmtools/look/words'
import { useSpeech } from '../base/language.tsx'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { Shortened } from '../ui/Shortened.tsx'
import { api, type Order } from './api.ts'
import { Saveable } from './Saveable.tsx'
import { useSave } from './use-save.ts'
import { words } from './words.ts'

type Props = {
  visit: string
  orders: readonly Order[]
  investorName: string
  lapse: () => void
}

/** The documents that the client signed. */
export function Documents({ visit, orders, investorName, lapse }: Props) {
  const { language, say } = useSpeech()
  const id = useId()
  const { problem, save, isSaving } = useSave(lapse)
  const signed = orders.filter(({ isSigned }) => isSigned)
  const nameOf = ({ type, navDate }: Order) =>
    `${say(nouns[type])} ${formatDate(navDate, language)}`
  const saveOrder = (order: Order) =>
    void save({
      id: order.id,
      name: fileNameOf([investorName, nameOf(order)], 'pdf'),
      read: async () => await api.document({ visit, documentId: order.id }),
    })
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{say(words.documents)}</h2>
      {problem && <ProblemAlert problem={problem} />}
      {signed.length === 0 && <p className="lead">{say(words.noDocuments)}</p>}
      <Shortened
        items={signed}
        draw={(order) => (
          <Saveable
            key={order.id}
            name={nameOf(order)}
            about={order.productName}
            isSaving={isSaving(order.id)}
            onSave={() => saveOrder(order)}
          />
        )}
      />
    </section>
  )
}
