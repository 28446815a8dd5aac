// An investor's documents: the list, and one of them large enough to compare with the form beside
// it.
import { useQuery } from '@tanstack/react-query'
import { FileText } from 'lucide-react'
import { useState } from 'react'
import { documentLabels } from '@rmtools/look/kyc-words'
import { nouns, say as pair } from '@rmtools/look/words'
import { useSay } from '../../base/language.ts'
import { ask } from '../../base/queries.ts'
import { useKeys } from '../../ui/keys.ts'
import { Empty, Refusal, Waiting } from '../../ui/Notice.tsx'
import { MarkButton, Questions, Reason } from '../kyc/KycField.tsx'
import { useMarking } from '../kyc/marking.ts'
import { words as kycWords } from '../kyc/words.ts'
import { words } from '../words.ts'
import { contentOf, type ShownDocument } from './content.ts'
import { Picture } from './Picture.tsx'
import { useBlobUrl } from './use-blob-url.ts'
import styles from './documents.module.css'

// Shorter than the lifetime of their addresses.
const RENEW_MS = 4 * 60_000
const nextWord = pair('Dokumen berikutnya', 'Next document')

/** The query for an investor's documents. */
export const documentsOf = (id: string) => ({
  ...ask('documents', 'list', { id }),
  staleTime: RENEW_MS,
})

export function DocumentViewer({ id }: { id: string }) {
  const say = useSay()
  const { data, error, refetch } = useQuery({ ...documentsOf(id), refetchInterval: RENEW_MS })
  const [chosen, choose] = useState<string | null>(null)
  const items = (data?.items ?? []).filter(({ status }) => status === 'stored')
  const at = Math.max(
    0,
    items.findIndex((item) => item.id === chosen),
  )
  useKeys([
    { key: 'd', word: nextWord, run: () => choose(items[(at + 1) % items.length]?.id ?? null) },
  ])
  if (error && !data) return <Refusal problem={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting rows={10} />
  const shown = items[at]
  if (!shown) return <Empty title={say(words.noDocument)} />
  return (
    <section className={styles['viewer']} aria-label={say(nouns.documents)}>
      <div
        className={styles['strip']}
        role="group"
        aria-label={say({ id: 'Pilih dokumen', en: 'Choose a document' })}
      >
        {items.map((item) => (
          <Choice
            key={item.id}
            item={item}
            isChosen={item === shown}
            onChoose={() => choose(item.id)}
          />
        ))}
      </div>
      <Shown key={shown.id} shown={shown} />
    </section>
  )
}

function Choice({
  item,
  isChosen,
  onChoose,
}: {
  item: ShownDocument
  isChosen: boolean
  onChoose: () => void
}) {
  const say = useSay()
  const marking = useMarking()
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      data-marked={marking?.marks[`/documents/${item.type}`] !== undefined}
      onClick={onChoose}
    >
      {item.thumbnailPath ? (
        <img src={item.thumbnailPath} alt="" loading="lazy" />
      ) : (
        <FileText size={18} aria-hidden />
      )}
      <span>{say(documentLabels[item.type])}</span>
    </button>
  )
}

function Shown({ shown }: { shown: ShownDocument }) {
  const say = useSay()
  const { data, error, refetch } = useQuery(contentOf(shown))
  const url = useBlobUrl(data)
  const label = say(documentLabels[shown.type])
  const pointer = `/documents/${shown.type}`
  const isPicture = shown.mediaType?.startsWith('image/') ?? false
  return (
    <>
      <div className={styles['notes']}>
        <Questions pointer={pointer} />
        <Reason pointer={pointer} label={label} presets={kycWords.documentReasons} />
      </div>
      {error && <Refusal problem={error} onRetry={() => void refetch()} />}
      {!url && !error && <Waiting rows={10} />}
      {url && isPicture && (
        <Picture
          url={url}
          label={label}
          size={shown}
          extra={<MarkButton pointer={pointer} label={label} />}
        />
      )}
      {url && !isPicture && (
        <>
          <div className={styles['tools']}>
            <strong>{label}</strong>
            <a href={url} target="_blank" rel="noreferrer">
              {say({ id: 'Buka di jendela baru', en: 'Open in a new window' })}
            </a>
            <MarkButton pointer={pointer} label={label} />
          </div>
          {/* The type is the one that the server detected; a sandbox would prevent browsers from showing a PDF at all. */}
          <iframe className={styles['frame']} src={`${url}#navpanes=0&view=FitH`} title={label} />
        </>
      )}
    </>
  )
}
