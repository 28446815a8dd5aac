import { CameraView, useCameraPermissions } from 'expo-camera'
import { useRef, useState } from 'react'
import { Modal, StyleSheet, View } from 'react-native'
import { useSafeAreaInsets } from 'react-native-safe-area-context'
import { space } from '@rmtools/look/scale'
import { actions } from '@rmtools/look/words'
import { say, useSay } from '../base/preferences.ts'
import { Button } from './Button.tsx'
import { cropOf, frameIn, type Box, type FrameKind } from './frames.ts'
import { haptic } from './haptics'
import { askForFullSize } from './camera-size'
import { Icon } from './Icon.tsx'
import { bytesOf, pickPhoto, prepared, turned, type Photo } from './photos.ts'
import { EmptyState } from './States.tsx'
import { Tap } from './Tap.tsx'
import { Text } from './Text.tsx'
import { toast } from './Toast.tsx'
import { useColours } from './theme.ts'
import { PhotoReview } from './PhotoReview.tsx'

type Props = {
  kind: FrameKind
  title: string
  hint: string
  onClose: () => void
  /** The JPEG that the user accepted. */
  onTaken: (bytes: Uint8Array) => void
}

/**
 * Takes a picture of a card, a face or a page: frame, review, retake, rotate, or choose from the
 * photos.
 */
export function Camera({ kind, title, hint, onClose, onTaken }: Props) {
  const [photo, setPhoto] = useState<Photo>()
  const use = async (chosen: Photo) => {
    onTaken(await bytesOf(chosen))
    haptic('done')
    onClose()
  }
  return (
    <Modal
      visible
      animationType="slide"
      onRequestClose={onClose}
      statusBarTranslucent
      aria-label={title}
    >
      {photo ? (
        <PhotoReview
          photo={photo}
          title={title}
          onAgain={() => setPhoto(undefined)}
          onTurn={async () => setPhoto(await turned(photo))}
          onCrop={async (crop) => setPhoto(await prepared(photo, crop))}
          onUse={() => void use(photo)}
        />
      ) : (
        <Finder kind={kind} title={title} hint={hint} onClose={onClose} onPhoto={setPhoto} />
      )}
    </Modal>
  )
}

type FinderProps = Omit<Props, 'onTaken'> & { onPhoto: (photo: Photo) => void }

function Finder({ kind, title, hint, onClose, onPhoto }: FinderProps) {
  const words = useSay()
  const insets = useSafeAreaInsets()
  const camera = useRef<CameraView>(null)
  const [permission, ask] = useCameraPermissions()
  const [view, setView] = useState<Box>()
  const [state, setState] = useState<'waiting' | 'ready' | 'taking' | 'failed'>('waiting')
  const take = async () => {
    if (!camera.current || !view) return
    setState('taking')
    try {
      onPhoto(await shot(camera.current, view, kind))
    } catch {
      setState('ready')
      toast(words(notTaken))
    }
  }
  const pick = async () => {
    const chosen = await pickPhoto()
    if (chosen) onPhoto(await prepared(chosen))
  }
  const isAllowed = permission?.granted === true
  const isShowing = isAllowed && state !== 'failed'
  return (
    <View
      style={[styles.dark, { paddingTop: insets.top, paddingBottom: insets.bottom + space(4) }]}
    >
      <View style={styles.head}>
        <Tap onPress={onClose} label={words(actions.close)} style={styles.round}>
          <Icon name="close" colour="#FFFFFF" />
        </Tap>
        <Text kind="section" style={styles.light}>
          {title}
        </Text>
      </View>
      <View style={styles.view} onLayout={({ nativeEvent }) => setView(nativeEvent.layout)}>
        {isShowing ? (
          <CameraView
            ref={camera}
            style={styles.fill}
            facing={kind === 'face' ? 'front' : 'back'}
            autofocus="on"
            onCameraReady={() => void askForFullSize().then(() => setState('ready'))}
            onMountError={() => setState('failed')}
          />
        ) : null}
        {permission && !isShowing ? (
          <NoCamera isAllowed={isAllowed} onAllow={() => void ask()} />
        ) : null}
        {isShowing && view ? <Frame view={view} kind={kind} /> : null}
      </View>
      <Text isCentred style={[styles.light, styles.hint]}>
        {hint}
      </Text>
      <View style={styles.controls}>
        <Tap onPress={() => void pick()} label={words(fromPhotos)} style={styles.round}>
          <Icon name="image" colour="#FFFFFF" />
        </Tap>
        <Tap
          onPress={() => void take()}
          label={words(takeWord)}
          isDisabled={state !== 'ready'}
          isFelt
          style={styles.shutter}
        >
          <View style={[styles.shutterInside, state === 'ready' ? undefined : styles.off]} />
        </Tap>
        <View style={styles.round} />
      </View>
    </View>
  )
}

// The camera reports that it is ready shortly before it can take a picture, so early shots may
// fail.
const SHOTS = 4

const NEXT_SHOT_MS = 300

/** A picture cropped to the frame. Throws if several shots failed. */
async function shot(camera: CameraView, view: Box, kind: FrameKind): Promise<Photo> {
  for (let count = 1; ; count++) {
    try {
      const taken = await camera.takePictureAsync({
        quality: 0.95,
        exif: false,
        shutterSound: false,
      })
      return await prepared(taken, cropOf(view, taken, kind))
    } catch (error) {
      if (count === SHOTS) throw error
      await new Promise((resolve) => setTimeout(resolve, NEXT_SHOT_MS))
    }
  }
}

function NoCamera({ isAllowed, onAllow }: { isAllowed: boolean; onAllow: () => void }) {
  const words = useSay()
  const { background } = useColours()
  return (
    <View style={[styles.sheet, { backgroundColor: background }]}>
      <EmptyState
        icon="camera"
        title={words(isAllowed ? noCamera : notAllowed)}
        text={words(isAllowed ? noCameraText : notAllowedText)}
      >
        {isAllowed ? null : <Button title={words(allow)} onPress={onAllow} />}
      </EmptyState>
    </View>
  )
}

/** Dims the view around the frame with wide borders. */
function Frame({ view, kind }: { view: Box; kind: FrameKind }) {
  const { x, y, width, height } = frameIn(view, kind)
  const dim = {
    borderColor: 'rgba(0, 0, 0, 0.5)',
    borderTopWidth: y,
    borderBottomWidth: y,
    borderLeftWidth: x,
    borderRightWidth: x,
  }
  return (
    <View style={styles.through} aria-hidden>
      <View style={[styles.cover, dim]} />
      <View
        style={[
          styles.frame,
          { left: x, top: y, width, height, borderRadius: kind === 'face' ? width / 2 : 14 },
        ]}
      />
    </View>
  )
}

const takeWord = say('Ambil foto', 'Take the picture')

const fromPhotos = say('Pilih dari galeri', 'Choose from the photos')

const notAllowed = say('Izinkan kamera', 'Allow the camera')

const notAllowedText = say(
  'Kamera dipakai untuk memotret dokumen investor. Anda juga dapat memilih foto dari galeri.',
  "It takes pictures of the investor's documents. You can also choose one of your photos.",
)

const allow = say('Izinkan', 'Allow')

const notTaken = say(
  'Foto tidak jadi. Coba sekali lagi.',
  'The picture was not taken. Try once more.',
)

const noCamera = say('Kamera tidak tersedia', 'No camera')

const noCameraText = say('Pilih foto dari galeri.', 'Choose one of your photos.')

const styles = StyleSheet.create({
  dark: { flex: 1, backgroundColor: '#0B0C0B', gap: space(3) },
  fill: { flex: 1 },
  head: { flexDirection: 'row', alignItems: 'center', gap: space(2), paddingHorizontal: space(2) },
  light: { color: '#FFFFFF' },
  view: { flex: 1, overflow: 'hidden' },
  sheet: { flex: 1, justifyContent: 'center' },
  through: { position: 'absolute', top: 0, right: 0, bottom: 0, left: 0, pointerEvents: 'none' },
  cover: { flex: 1 },
  frame: { position: 'absolute', borderWidth: 2, borderColor: '#FFFFFF' },
  hint: { paddingHorizontal: space(6) },
  controls: {
    flexDirection: 'row',
    alignItems: 'center',
    justifyContent: 'space-around',
    paddingHorizontal: space(6),
  },
  round: { width: 56, height: 56, alignItems: 'center' },
  shutter: {
    width: 76,
    height: 76,
    borderRadius: 38,
    borderWidth: 4,
    borderColor: '#FFFFFF',
    alignItems: 'center',
  },
  shutterInside: { width: 60, height: 60, borderRadius: 30, backgroundColor: '#FFFFFF' },
  off: { opacity: 0.35 },
})
