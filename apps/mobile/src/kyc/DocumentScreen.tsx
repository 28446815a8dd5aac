import { useLocalSearchParams, router } from 'expo-router'
import { useState } from 'react'
import {
  documentTypes,
  MAX_DOCUMENT_BYTES,
  type DocumentType,
} from '@rmtools/contracts/crm/documents'
import { isEditable } from '@rmtools/contracts/crm/investor-statuses'
import { documentLabels } from '@rmtools/look/kyc-words'
import { useAct, type Act } from '../ui/act.ts'
import { paths } from '../base/paths.ts'
import { say, useSay } from '../base/preferences.ts'
import { addDocument, removeDocument } from '../investors/local.ts'
import type { SeenCase } from '../investors/rules.ts'
import { useCase } from '../investors/use-investors.ts'
import { Button } from '../ui/Button.tsx'
import { Camera } from '../ui/Camera.tsx'
import type { FrameKind } from '../ui/frames.ts'
import { pickDocument } from '../ui/photos.ts'
import { SignaturePad } from '../ui/SignaturePad.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Banner } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import { toast } from '../ui/Toast.tsx'
import { photographed } from './DocumentsPart.tsx'
import { StoredDocuments } from './StoredDocuments.tsx'

/**
 * Captures one document of a case: a photo, a signature or a file, kept on the phone until it can
 * be sent.
 */
export function DocumentScreen() {
  const { id, type: wanted } = useLocalSearchParams<{ id: string; type: string }>()
  const { seen } = useCase(id)
  const type = documentTypes.find((one) => one === wanted)
  if (!seen || !type) return null
  return <DocumentView key={type} seen={seen} type={type} />
}

function DocumentView({ seen, type }: { seen: SeenCase; type: DocumentType }) {
  const words = useSay()
  const isDrawn = type === 'signature' && seen.kind === 'individual'
  const stored = seen.documents.filter((document) => document.type === type)
  const isOpen = isEditable(seen.status)
  const [isTaking, setTaking] = useState(stored.length === 0 && isOpen)
  const reason = seen.returnReasons.find(({ pointer }) => pointer === `/documents/${type}`)?.reason
  const [documentId] = useState<string>(() => crypto.randomUUID())
  const keep = useAct(async (bytes: Uint8Array) => {
    await addDocument(seen, { documentId, type, bytes })
    toast(words(saved))
    if (router.canGoBack()) router.back()
    else router.replace(paths.kyc(seen.id, 'documents'))
  })
  const remove = useAct(async (id: string) => await removeDocument(seen, id))
  const props = { type, title: words(documentLabels[type]), keep }
  const taking = isDrawn ? <Signing {...props} /> : <Taking {...props} />
  return (
    <Screen
      title={words(documentLabels[type])}
      subtitle={seen.displayName}
      backTo={`/investors/${seen.id}/kyc/documents`}
    >
      {reason ? <Banner icon="returned" tone="warning" title={reason} /> : null}
      {isTaking ? (
        taking
      ) : (
        <StoredDocuments
          seen={seen}
          documents={stored}
          onRemove={isOpen ? remove.run : undefined}
          onAgain={isOpen ? () => setTaking(true) : undefined}
        />
      )}
    </Screen>
  )
}

type TakingProps = { type: DocumentType; title: string; keep: Act<Uint8Array, void> }

function Signing({ title, keep }: TakingProps) {
  const words = useSay()
  const [png, setPng] = useState<Uint8Array>()
  return (
    <>
      <Text tone="second">{words(signHint)}</Text>
      <SignaturePad label={title} onChange={setPng} />
      <Button
        title={words(saveSignature)}
        icon="check"
        onPress={() => png && keep.run(png)}
        isBusy={keep.isBusy}
        isDisabled={png === undefined}
        isWide
      />
    </>
  )
}

/** Takes a photo, or chooses one from the photos and files. */
function Taking({ type, title, keep }: TakingProps) {
  const words = useSay()
  const [isCamera, setCamera] = useState(photographed.has(type))
  const [fault, setFault] = useState<keyof typeof faults>()
  const choose = useAct(async () => {
    const chosen = await pickDocument().catch(() => 'unreadable' as const)
    if (chosen === 'unreadable') return setFault(chosen)
    if (!chosen) return
    if (chosen.bytes.length > MAX_DOCUMENT_BYTES) return setFault('tooLarge')
    keep.run(chosen.bytes)
  })
  return (
    <>
      {fault ? <Banner icon="warning" tone="warning" title={words(faults[fault])} /> : null}
      <Text tone="second">{words(hintOf(type))}</Text>
      <Button title={words(openCamera)} icon="camera" onPress={() => setCamera(true)} isWide />
      <Button
        title={words(fromFile)}
        kind="quiet"
        icon="document"
        onPress={() => choose.run()}
        isBusy={choose.isBusy || keep.isBusy}
        isWide
      />
      {isCamera ? (
        <Camera
          kind={framingOf(type)}
          title={title}
          hint={words(hintOf(type))}
          onClose={() => setCamera(false)}
          onTaken={keep.run}
        />
      ) : null}
    </>
  )
}

const cards = new Set<DocumentType>(['ktp', 'npwp', 'authorised-identity', 'owner-identity'])

function framingOf(type: DocumentType): FrameKind {
  if (type === 'selfie') return 'face'
  return cards.has(type) ? 'card' : 'page'
}

function hintOf(type: DocumentType) {
  if (type === 'selfie') return selfieHint
  return framingOf(type) === 'card' ? cardHint : pageHint
}

const saved = say(
  'Tersimpan di ponsel, dikirim bila ada jaringan',
  'Saved on the phone, sent when you are online',
)
const saveSignature = say('Simpan tanda tangan', 'Save the signature')
const signHint = say(
  'Investor menandatangani seperti pada KTP.',
  'The investor signs as on the KTP.',
)
const openCamera = say('Buka kamera', 'Open the camera')
const fromFile = say('Pilih berkas (foto atau PDF)', 'Choose a file (picture or PDF)')
const cardHint = say(
  'Letakkan kartu di dalam bingkai, di tempat terang tanpa pantulan.',
  'Put the card inside the frame, in good light without glare.',
)
const pageHint = say(
  'Seluruh halaman di dalam bingkai, di tempat terang.',
  'The whole page inside the frame, in good light.',
)
const selfieHint = say(
  'Wajah di dalam lingkaran; KTP di bawah dagu tanpa menutupinya.',
  'The face in the oval; the KTP below the chin without covering it.',
)
const faults = {
  tooLarge: say(
    'Berkas lebih besar dari 10 MB. Pilih yang lebih kecil.',
    'The file is larger than 10 MB. Choose a smaller one.',
  ),
  unreadable: say(
    'Berkas ini tidak dapat dibaca. Pilih JPEG, PNG, atau PDF.',
    'This file cannot be read. Choose JPEG, PNG or PDF.',
  ),
} as const
