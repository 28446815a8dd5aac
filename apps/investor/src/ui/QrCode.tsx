import { useMemo } from 'react'
import { qrPicture } from '@rmtools/look/qr'
import { both, useSpeech } from '../base/language.tsx'
import { Button } from './Button.tsx'
import { savePicture } from './save-picture.ts'

const PIXELS_A_MODULE = 12

/** A QR code to scan or to save: on the payer's own phone nothing could scan it. */
export function QrCode({
  text,
  label,
  hint,
  fileName,
}: {
  text: string
  label: string
  hint: string
  fileName: string
}) {
  const { say } = useSpeech()
  const { size, path } = useMemo(() => qrPicture(text), [text])
  const save = async () => await savePicture(drawn(size, new Path2D(path)), fileName)
  return (
    <figure className="qr-code">
      <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`}>
        <path d={`M0 0h${size}v${size}h-${size}z`} fill="#ffffff" />
        <path d={path} fill="#000000" />
      </svg>
      <figcaption>{hint}</figcaption>
      <Button kind="secondary" isSmall onPress={() => void save()}>
        {say(words.save)}
      </Button>
    </figure>
  )
}

/** The code on a canvas, large enough for any reader. */
function drawn(size: number, dark: Path2D): HTMLCanvasElement {
  const width = size * PIXELS_A_MODULE
  const canvas = Object.assign(document.createElement('canvas'), { width, height: width })
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser offers no 2D canvas')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, width)
  context.scale(PIXELS_A_MODULE, PIXELS_A_MODULE)
  context.fillStyle = '#000000'
  context.fill(dark)
  return canvas
}

const words = { save: both('Simpan gambar', 'Save the picture') } as const
