import { useEffect, useId, useRef, useState, type PointerEvent } from 'react'
import { both, useSpeech } from '../base/language.tsx'
import { Button } from './Button.tsx'
import { drawStrokes, isDrawn, type Point, type Strokes } from './strokes.ts'

const words = {
  empty: both('Bidang tanda tangan, kosong', 'Signature pad, empty'),
  drawn: both('Bidang tanda tangan, terisi', 'Signature pad, filled'),
  here: both('Tanda tangan di sini', 'Sign here'),
  undo: both('Urungkan', 'Undo'),
  clear: both('Hapus', 'Clear'),
  how: both(
    'Gambar dengan jari, stylus, atau mouse. Tanda tangan tidak dapat digambar dengan papan ketik; bila Anda memerlukan cara lain, hubungi RM Anda.',
    'Draw with a finger, a stylus or the mouse. A signature cannot be drawn with a keyboard; if you need another way, call your relationship manager.',
  ),
}

type Props = { strokes: Strokes; onChange: (strokes: Strokes) => void; fault?: string | undefined }

/** A pad to sign on. */
export function Signature({ strokes, onChange, fault }: Props) {
  const { say } = useSpeech()
  const id = useId()
  const { canvas, live, begin, move, end } = usePen(strokes, onChange)
  const isEmpty = strokes.length === 0 && live.length === 0
  return (
    <div className="field">
      <div className="signature">
        {isEmpty && (
          <span className="placeholder" aria-hidden="true">
            {say(words.here)}
          </span>
        )}
        <canvas
          ref={canvas}
          role="img"
          aria-label={say(isDrawn(strokes) ? words.drawn : words.empty)}
          aria-describedby={`${id}-how`}
          onPointerDown={begin}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={end}
        />
      </div>
      {fault !== undefined && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <div className="button-row">
        <Button
          kind="secondary"
          isSmall
          isDisabled={isEmpty}
          onPress={() => onChange(strokes.slice(0, -1))}
        >
          {say(words.undo)}
        </Button>
        <Button kind="secondary" isSmall isDisabled={isEmpty} onPress={() => onChange([])}>
          {say(words.clear)}
        </Button>
      </div>
      <p id={`${id}-how`} className="hint">
        {say(words.how)}
      </p>
    </div>
  )
}

/** Follows one pointer at a time; a stroke is complete when the pointer leaves the pad. */
function usePen(strokes: Strokes, onChange: (strokes: Strokes) => void) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [live, setLive] = useState<readonly Point[]>([])
  const line = useRef<Point[]>([])
  useEffect(() => {
    const repaint = () => canvas.current && paint(canvas.current, [...strokes, live])
    repaint()
    const watch = new ResizeObserver(repaint)
    if (canvas.current) watch.observe(canvas.current)
    return () => watch.disconnect()
  }, [strokes, live])
  const pointsOf = (event: PointerEvent<HTMLCanvasElement>): Point[] => {
    const { left, top, width } = event.currentTarget.getBoundingClientRect()
    // A phone reports several positions per frame: using all of them makes the line smooth.
    const all = event.nativeEvent.getCoalescedEvents?.() ?? []
    return (all.length > 0 ? all : [event.nativeEvent]).map(({ clientX, clientY }) => ({
      x: (clientX - left) / width,
      y: (clientY - top) / width,
    }))
  }
  return {
    canvas,
    live,
    begin: (event: PointerEvent<HTMLCanvasElement>) => {
      if (!event.isPrimary || event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      line.current = pointsOf(event)
      setLive([...line.current])
    },
    move: (event: PointerEvent<HTMLCanvasElement>) => {
      if (line.current.length === 0 || !event.isPrimary) return
      line.current.push(...pointsOf(event))
      setLive([...line.current])
    },
    end: () => {
      if (line.current.length > 0) onChange([...strokes, line.current])
      line.current = []
      setLive([])
    },
  }
}

function paint(canvas: HTMLCanvasElement, strokes: Strokes): void {
  const { width, height } = canvas.getBoundingClientRect()
  const density = devicePixelRatio || 1
  canvas.width = Math.round(width * density)
  canvas.height = Math.round(height * density)
  const context = canvas.getContext('2d')
  if (!context) return
  context.setTransform(density, 0, 0, density, 0, 0)
  drawStrokes(context, strokes, { width, ink: getComputedStyle(canvas).color })
}
