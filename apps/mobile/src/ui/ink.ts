import type Svg from 'react-native-svg'
import type { Ink } from './strokes.ts'

/** On phones the view of the drawing is captured as a PNG. */
export async function inkToPng(
  drawing: Svg | null,
  { width, height }: Ink,
): Promise<Uint8Array | undefined> {
  if (!drawing) return undefined
  const base64 = await new Promise<string>((done) =>
    drawing.toDataURL(done, { width: width * 2, height: height * 2 }),
  )
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}
