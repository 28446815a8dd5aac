import { Image } from 'expo-image'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { PanResponder, Platform, StyleSheet, View } from 'react-native'
import { space, touch } from '@rmtools/look/scale'
import { actions } from '@rmtools/look/words'
import { say, useSay } from '../base/preferences.ts'
import { Button } from './Button.tsx'
import { corners, dragged, pictureIn, wholePicture, type Corner, type Grip } from './crop-frame.ts'
import type { Box } from './frames.ts'
import type { Crop, Photo } from './photos.ts'
import { Text } from './Text.tsx'

type Props = {
  photo: Photo
  title: string
  onCancel: () => void
  onCrop: (crop: Crop) => Promise<void>
}

/** Crops a picture with a frame that is moved, or resized by its corners. */
export function Cropper({ photo, title, onCancel, onCrop }: Props) {
  const words = useSay()
  const [view, setView] = useState<Box>()
  const [frame, setFrame] = useState<Crop>(wholePicture)
  const [isBusy, setBusy] = useState(false)
  const apply = async () => {
    setBusy(true)
    await onCrop(frame)
  }
  return (
    <>
      <Text isCentred style={styles.light}>
        {words(hint)}
      </Text>
      <View style={styles.view} onLayout={({ nativeEvent }) => setView(nativeEvent.layout)}>
        <Image
          source={{ uri: photo.uri }}
          style={styles.fill}
          contentFit="contain"
          accessibilityLabel={title}
        />
        {view ? <Frame picture={pictureIn(view, photo)} frame={frame} onChange={setFrame} /> : null}
      </View>
      <View style={styles.acts}>
        <Button
          title={words(cut)}
          icon="check"
          onPress={() => void apply()}
          isBusy={isBusy}
          isWide
        />
        <Button title={words(actions.cancel)} kind="quiet" onPress={onCancel} isWide />
      </View>
    </>
  )
}

type FrameProps = { picture: Crop; frame: Crop; onChange: (frame: Crop) => void }

function Frame({ picture, frame, onChange }: FrameProps) {
  const words = useSay()
  const box = {
    left: picture.x + frame.x * picture.width,
    top: picture.y + frame.y * picture.height,
    width: frame.width * picture.width,
    height: frame.height * picture.height,
  }
  const drag = { picture, frame, onChange }
  return (
    <>
      <Draggable grip="middle" label={words(middleWord)} style={[styles.frame, box]} {...drag} />
      {corners.map((corner) => (
        <Draggable
          key={corner}
          grip={corner}
          label={words(cornerWords[corner])}
          style={[styles.grip, gripAt(box, corner)]}
          {...drag}
        >
          <View style={styles.dot} />
        </Draggable>
      ))}
    </>
  )
}

type Rectangle = { left: number; top: number; width: number; height: number }

function gripAt({ left, top, width, height }: Rectangle, corner: Corner) {
  const x = corner === 'topLeft' || corner === 'bottomLeft' ? left : left + width
  const y = corner === 'topLeft' || corner === 'topRight' ? top : top + height
  return { left: x - touch / 2, top: y - touch / 2 }
}

type DraggableProps = FrameProps & {
  grip: Grip
  label: string
  style: object
  children?: ReactNode
}

function Draggable({ grip, label, style, children, picture, frame, onChange }: DraggableProps) {
  // Keeps the frame from the start of the gesture, because drag distances are measured from there.
  const now = useRef({ picture, frame, onChange })
  useEffect(() => {
    now.current = { picture, frame, onChange }
  })
  const { panHandlers } = useMemo(() => {
    let start = wholePicture
    return PanResponder.create({
      onStartShouldSetPanResponder: () => true,
      onPanResponderGrant: () => {
        start = now.current.frame
      },
      onPanResponderMove: (_, { dx, dy }) => {
        const { picture, onChange: change } = now.current
        change(dragged(start, grip, dx / picture.width, dy / picture.height))
      },
      onPanResponderTerminationRequest: () => false,
    })
  }, [grip])
  const move = (x: number, y: number) => onChange(dragged(frame, grip, x * STEP, y * STEP))
  return (
    <View
      {...panHandlers}
      accessibilityLabel={label}
      role="slider"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(placeOf(frame, grip).x * 100)}
      aria-valuetext={textOf(placeOf(frame, grip))}
      style={style}
      {...byKeys(move)}
    >
      {children}
    </View>
  )
}

/** How far an arrow key moves a corner, as a fraction of the picture. */
const STEP = 0.02

function placeOf({ x, y, width, height }: Crop, grip: Grip): { x: number; y: number } {
  return {
    x: grip === 'topRight' || grip === 'bottomRight' ? x + width : x,
    y: grip === 'bottomLeft' || grip === 'bottomRight' ? y + height : y,
  }
}

const textOf = ({ x, y }: { x: number; y: number }) =>
  `${Math.round(x * 100)}%, ${Math.round(y * 100)}%`

const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** In browsers the keyboard can move the corners too. */
function byKeys(move: (x: number, y: number) => void): object {
  if (Platform.OS !== 'web') return {}
  return {
    tabIndex: 0,
    onKeyDown: (event: { key: string; preventDefault: () => void }) => {
      const [x, y] = arrows[event.key] ?? [0, 0]
      if (x === 0 && y === 0) return
      event.preventDefault()
      move(x, y)
    },
  }
}

const hint = say(
  'Geser sudutnya sampai dokumen saja yang terlihat.',
  'Drag the corners until only the document is seen.',
)
const cut = say('Potong', 'Crop')
const middleWord = say('Bingkai', 'Frame')
const cornerWords = {
  topLeft: say('Sudut kiri atas', 'Top left corner'),
  topRight: say('Sudut kanan atas', 'Top right corner'),
  bottomLeft: say('Sudut kiri bawah', 'Bottom left corner'),
  bottomRight: say('Sudut kanan bawah', 'Bottom right corner'),
} as const

const styles = StyleSheet.create({
  light: { color: '#FFFFFF', paddingHorizontal: space(4), zIndex: 1 },
  fill: { flex: 1 },
  view: { flex: 1, marginHorizontal: touch / 2 },
  frame: {
    position: 'absolute',
    borderWidth: 2,
    borderColor: '#FFFFFF',
    boxShadow: '0 0 0 4000px rgba(0, 0, 0, 0.5)',
  },
  grip: {
    position: 'absolute',
    width: touch,
    height: touch,
    alignItems: 'center',
    justifyContent: 'center',
  },
  dot: {
    width: 22,
    height: 22,
    borderRadius: 11,
    backgroundColor: '#FFFFFF',
    borderWidth: 1,
    borderColor: 'rgba(0, 0, 0, 0.4)',
  },
  acts: { paddingHorizontal: space(4), gap: space(3) },
})
