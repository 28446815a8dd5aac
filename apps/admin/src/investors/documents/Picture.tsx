// A picture that can be zoomed, rotated and panned in the available space.
import { Button, Tooltip } from 'antd'
import { Maximize, RotateCw, ZoomIn, ZoomOut } from 'lucide-react'
import { useLayoutEffect, useRef, useState, type PointerEvent, type ReactNode } from 'react'
import { say as pair, type Bilingual } from '@rmtools/look/words'
import { useSay } from '../../base/language.ts'
import { useKeys } from '../../ui/keys.ts'
import styles from './documents.module.css'

type Props = {
  url: string
  label: string
  size: { width: number | null; height: number | null }
  extra: ReactNode
}

const steps = [1, 1.25, 1.5, 2, 3, 4, 6]
const MARGIN = 32
const zoomIn = pair('Perbesar', 'Zoom in')
const zoomOut = pair('Perkecil', 'Zoom out')
const turn = pair('Putar', 'Rotate')
const fit = pair('Muat di layar', 'Fit')

export function Picture({ url, label, size, extra }: Props) {
  const say = useSay()
  const stage = useRef<HTMLDivElement>(null)
  const room = useRoom(stage)
  const [zoom, setZoom] = useState(1)
  const [quarters, setQuarters] = useState(0)
  const { width, height } = { width: size.width ?? 860, height: size.height ?? 540 }
  const isOnSide = quarters % 2 === 1
  const [across, down] = isOnSide ? [height, width] : [width, height]
  const scale = Math.min((room.width - MARGIN) / across, (room.height - MARGIN) / down, 1.5) * zoom
  const step = (by: 1 | -1) =>
    setZoom((now) => steps[Math.min(steps.length - 1, Math.max(0, steps.indexOf(now) + by))] ?? 1)
  const rotate = () => setQuarters((now) => (now + 1) % 4)
  useKeys([
    { key: '+', word: zoomIn, run: () => step(1) },
    { key: '=', word: zoomIn, run: () => step(1) },
    { key: '-', word: zoomOut, run: () => step(-1) },
    { key: '0', word: fit, run: () => setZoom(1) },
    { key: 't', word: turn, run: rotate },
  ])
  return (
    <>
      <div className={styles['tools']}>
        <strong>{label}</strong>
        <span className="figures" aria-live="polite">
          {Math.round(zoom * 100)}%
        </span>
        <Tool
          word={zoomOut}
          icon={<ZoomOut size={16} aria-hidden />}
          isOff={zoom === steps[0]}
          onClick={() => step(-1)}
        />
        <Tool
          word={zoomIn}
          icon={<ZoomIn size={16} aria-hidden />}
          isOff={zoom === steps.at(-1)}
          onClick={() => step(1)}
        />
        <Tool word={fit} icon={<Maximize size={16} aria-hidden />} onClick={() => setZoom(1)} />
        <Tool word={turn} icon={<RotateCw size={16} aria-hidden />} onClick={rotate} />
        {extra}
      </div>
      <div
        className={styles['stage']}
        ref={stage}
        tabIndex={0}
        role="group"
        aria-label={label}
        onPointerDown={pan}
        data-zoomed={zoom > 1}
      >
        <div className={styles['sheet']} style={{ width: across * scale, height: down * scale }}>
          <img
            src={url}
            alt={say({ id: '{label}, gambar', en: '{label}, picture' }, { label })}
            draggable={false}
            style={{
              width: width * scale,
              height: height * scale,
              transform: `translate(-50%, -50%) rotate(${quarters * 90}deg)`,
            }}
          />
        </div>
      </div>
    </>
  )
}

type ToolProps = { word: Bilingual; icon: ReactNode; isOff?: boolean; onClick: () => void }

function Tool({ word, icon, isOff = false, onClick }: ToolProps) {
  const say = useSay()
  return (
    <Tooltip title={say(word)}>
      <Button
        type="text"
        size="small"
        aria-label={say(word)}
        icon={icon}
        disabled={isOff}
        onClick={onClick}
      />
    </Tooltip>
  )
}

/** The size of an element. */
function useRoom(box: { readonly current: HTMLElement | null }): { width: number; height: number } {
  const [room, setRoom] = useState({ width: 480, height: 480 })
  // Before the first paint: fitting later would make the picture jump.
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setRoom({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return room
}

/** Pans a picture larger than its stage with the pointer. */
function pan(event: PointerEvent<HTMLDivElement>): void {
  const stage = event.currentTarget
  let [x, y] = [event.clientX, event.clientY]
  stage.setPointerCapture(event.pointerId)
  const move = (moved: globalThis.PointerEvent) => {
    stage.scrollBy(x - moved.clientX, y - moved.clientY)
    ;[x, y] = [moved.clientX, moved.clientY]
  }
  stage.addEventListener('pointermove', move)
  stage.addEventListener('pointerup', () => stage.removeEventListener('pointermove', move), {
    once: true,
  })
}
