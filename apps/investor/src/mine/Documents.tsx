import { useId, useState } from 'react'
import { visitEnded } from '@rmtools/contracts/crm/client-page'
import type { Problem } from '@rmtools/contracts/problem'
import { fileNameOf } from '@rmtools/look/file-names'
import { formatDate } from '@rmtools/look/format'
import { nouns } from '@rmtools/look/words'
import { useAct } from '../base/act.ts'
import { useSpeech } from '../base/language.tsx'
import { problemOf } from '../base/problems.ts'
import { Button } from '../ui/Button.tsx'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { api, type Order } from './api.ts'
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
  const [problem, setProblem] = useState<Problem | null>(null)
  const [saved, setSaved] = useState<string>()
  const { isBusy, run } = useAct()
  const signed = orders.filter(({ isSigned }) => isSigned)
  const nameOf = ({ type, navDate }: Order) =>
    `${say(nouns[type])} ${formatDate(navDate, language)}`
  const save = async (order: Order) =>
    await run(async () => {
      setProblem(null)
      setSaved(order.id)
      try {
        const bytes = await api.document({ visit, documentId: order.id })
        saveAs(bytes, fileNameOf([investorName, nameOf(order)], 'pdf'))
        return true
      } catch (error) {
        const refusal = problemOf(error)
        if (refusal.code === visitEnded.code) lapse()
        else setProblem(refusal)
        return false
      }
    })
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{say(words.documents)}</h2>
      {problem && <ProblemAlert problem={problem} />}
      {signed.length === 0 && <p className="lead">{say(words.noDocuments)}</p>}
      {signed.map((order) => (
        <div key={order.id} className="part-head">
          <div>
            <p>{nameOf(order)}</p>
            <p className="caption">{order.productName}</p>
          </div>
          <Button
            kind="secondary"
            isSmall
            isBusy={isBusy && saved === order.id}
            onPress={() => void save(order)}
          >
            {say(isBusy && saved === order.id ? words.saving : words.save)}{' '}
            <span className="visually-hidden">{nameOf(order)}</span>
          </Button>
        </div>
      ))}
    </section>
  )
}

/** Saves a file under a name; the address of the visit never stands in the browser's history. */
function saveAs(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
