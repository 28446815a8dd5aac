import { useEffect, useState } from 'react'
import type { DocumentType } from '@rmtools/contracts/crm/documents'
import { documentLabels } from '@rmtools/look/kyc-words'
import { useSpeech } from '../base/language.tsx'
import { Button } from '../ui/Button.tsx'
import { Camera } from '../ui/Camera.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { shrink } from '../ui/photo.ts'
import { Signature } from '../ui/Signature.tsx'
import { isDrawn, pngOf, type Strokes } from '../ui/strokes.ts'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { useSlow } from '../ui/use-slow.ts'
import { StoredDocuments } from './StoredDocuments.tsx'
import { isSmallEnough, useUpload } from './use-upload.ts'
import type { WalkProps } from './walk-props.ts'
import { documentHints, documentWords as words, words as common } from './words.ts'

/** Documents that are photographed; others are chosen as a file. */
const photographed: readonly DocumentType[] = [
  'ktp',
  'passport',
  'selfie',
  'npwp',
  'bank-book',
  'authorised-identity',
  'owner-identity',
]

/** One document: photographed, chosen or drawn, reviewed, sent. */
export function DocumentStep(props: WalkProps & { type: DocumentType }) {
  const { type, token, control, sender, go } = props
  const { say } = useSpeech()
  const [content, setContent] = useState<Blob | null>(null)
  const [strokes, setStrokes] = useState<Strokes>([])
  const [isChecked, setChecked] = useState(false)
  const upload = useUpload(token, type, control)
  const isSlow = useSlow(upload.isBusy)
  const isDrawing = type === 'signature' && control.draft.known.kind === 'individual'
  const send = async () => {
    setChecked(true)
    const drawing = isDrawing && isDrawn(strokes) ? await pngOf(strokes) : null
    const ready = isDrawing ? drawing : content
    if (ready && (await upload.send(ready))) go('documents')
  }
  const canSend = isDrawing || content !== null
  const useContent = content instanceof File ? words.useFile : words.use
  const label = isDrawing ? words.useSignature : useContent
  const foot = (
    <>
      <Button kind="quiet" onPress={() => go('documents')}>
        {say(common.back)}
      </Button>
      {canSend && (
        <Button isBusy={upload.isBusy} onPress={() => void send()}>
          {say(upload.isBusy ? words.uploading : label)}
        </Button>
      )}
    </>
  )
  const reason = control.draft.known.returnReasons.find(
    ({ pointer }) => pointer === `/documents/${type}`,
  )?.reason
  return (
    <Page company={sender.companyName} title={say(documentLabels[type])} foot={foot}>
      {upload.problem && <ProblemAlert problem={upload.problem} />}
      {reason !== undefined && <Notice tone="warning">{reason}</Notice>}
      {documentHints[type] && <p className="lead">{say(documentHints[type])}</p>}
      <StoredDocuments
        documents={control.draft.known.documents.filter((one) => one.type === type)}
        type={type}
        onRemove={(id) => void upload.remove(id)}
      />
      {isDrawing && (
        <Signature
          strokes={strokes}
          onChange={setStrokes}
          fault={isChecked && !isDrawn(strokes) ? say(words.signFirst) : undefined}
        />
      )}
      {!isDrawing && content && <Preview content={content} onAgain={() => setContent(null)} />}
      {!isDrawing && !content && <Taking type={type} onContent={setContent} />}
      <div role="status" className="live">
        {isSlow && <Notice>{say(words.still)}</Notice>}
      </div>
    </Page>
  )
}

function Taking({ type, onContent }: { type: DocumentType; onContent: (content: Blob) => void }) {
  const { say } = useSpeech()
  const [mode, setMode] = useState<'choice' | 'camera'>('choice')
  const [fault, setFault] = useState<'noCamera' | 'tooLarge' | 'unreadable' | null>(null)
  const choose = async (file: File | undefined) => {
    if (!file) return
    setFault(null)
    // Sent unchanged only if it cannot be scaled down here: many browsers cannot decode the photo
    // formats of phones.
    const ready =
      file.type === 'application/pdf'
        ? file
        : await shrink(file).catch(() => (isFromPhone(file) ? file : null))
    if (!ready) return setFault('unreadable')
    if (!isSmallEnough(ready)) return setFault('tooLarge')
    onContent(ready)
  }
  const facing = type === 'selfie' ? 'user' : 'environment'
  const hasCamera = photographed.includes(type) && fault !== 'noCamera'
  return (
    <div className="stack-wide">
      {fault && (
        <Notice tone="warning" isAlert>
          {say(words[fault])}
        </Notice>
      )}
      {mode === 'camera' && (
        <Camera
          facing={facing}
          words={{ live: say(words.live), take: say(words.take) }}
          onPhoto={onContent}
          onFail={() => {
            setMode('choice')
            setFault('noCamera')
          }}
        />
      )}
      {mode === 'choice' && hasCamera && (
        <Button onPress={() => setMode('camera')}>{say(words.camera)}</Button>
      )}
      <label className="button is-secondary file">
        {say(words.file)}
        <input
          type="file"
          className="visually-hidden"
          accept="image/*,.heic,.heif,.avif,application/pdf"
          onChange={({ target }) => void choose(target.files?.[0])}
        />
      </label>
    </div>
  )
}

/** HEIC and AVIF; some systems state no type for them. */
const isFromPhone = ({ type, name }: File) =>
  /^image\/(hei[cf]|avif)/.test(type) || /\.(hei[cf]|avif)$/i.test(name)

function Preview({ content, onAgain }: { content: Blob; onAgain: () => void }) {
  const { say } = useSpeech()
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(content)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [content])
  return (
    <div className="stack-wide">
      {content instanceof File ? (
        <p>{content.name}</p>
      ) : (
        url && <img className="photo" src={url} alt={say(words.preview)} />
      )}
      <Button kind="secondary" onPress={onAgain}>
        {say(words.again)}
      </Button>
    </div>
  )
}
