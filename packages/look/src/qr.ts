// QR codes as a path that SVG and canvas both draw. Always dark on white with a quiet zone, in
// either colour scheme: readers need both.
import { encode } from 'uqr'

const QUIET = 4

/** `size`: the width and height, in modules; `path` covers the dark ones. */
export type QrPicture = { readonly size: number; readonly path: string }

/** The QR code of a text, with error correction for a scratched or small screen. */
export function qrPicture(text: string): QrPicture {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET })
  return { size, path: data.map(rowPath).join('') }
}

/** One rectangle for each run of dark modules. */
function rowPath(row: readonly boolean[], y: number): string {
  const modules = row.map((isDark) => (isDark ? '1' : '0')).join('')
  return [...modules.matchAll(/1+/g)]
    .map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
    .join('')
}
