// Decodes HEIC in a thread (libheif, compiled to WebAssembly): sharp's own decoder lacks HEVC. One
// message in, one out.
import { parentPort } from 'node:worker_threads'
import libheif from 'libheif-js/wasm-bundle.js'

export type HeicTask = { bytes: Uint8Array; maxPixels: number; maxSide: number }
export type HeicResult =
  | { pixels: Uint8Array<ArrayBuffer>; width: number; height: number }
  | { refused: 'damaged' | 'too-many-pixels'; what: string }

async function decode({ bytes, maxPixels, maxSide }: HeicTask): Promise<HeicResult> {
  const context = libheif.heif_context_alloc()
  const read = libheif.heif_context_read_from_memory(context, bytes)
  if (read.code !== libheif.heif_error_code.heif_error_Ok)
    return { refused: 'damaged', what: read.message ?? 'not read' }
  const image = libheif.heif_js_context_get_primary_image_handle(context)
  if ('code' in image) return { refused: 'damaged', what: image.message ?? 'no picture' }
  const pixels =
    libheif.heif_image_handle_get_width(image) * libheif.heif_image_handle_get_height(image)
  if (pixels > maxPixels) return { refused: 'too-many-pixels', what: `${pixels} pixels` }
  const { heif_colorspace_RGB } = libheif.heif_colorspace
  const drawn = await libheif.heif_js_decode_image2(
    image,
    heif_colorspace_RGB,
    libheif.heif_chroma.heif_chroma_interleaved_RGB,
  )
  if ('code' in drawn) return { refused: 'damaged', what: drawn.message ?? 'not decoded' }
  const plane = drawn.channels.find(
    ({ id }) => id === libheif.heif_channel.heif_channel_interleaved,
  )
  return plane ? shrunk(plane, maxSide) : { refused: 'damaged', what: 'no plane' }
}

type Plane = { width: number; height: number; stride: number; data: Uint8Array }

/**
 * Scales a plane down by a whole factor, to no less than the requested size: fewer bytes leave the
 * thread.
 */
function shrunk({ width, height, stride, data }: Plane, maxSide: number): HeicResult {
  const step = Math.max(1, Math.floor(Math.max(width, height) / maxSide))
  const [across, down] = [Math.floor(width / step), Math.floor(height / step)]
  const pixels = new Uint8Array(across * down * 3)
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across * 3; x++) pixels[y * across * 3 + x] = average(x, y)
  return { pixels, width: across, height: down }

  function average(x: number, y: number): number {
    const first = y * step * stride + Math.floor(x / 3) * step * 3 + (x % 3)
    let sum = 0
    for (let row = 0; row < step; row++)
      for (let column = 0; column < step; column++)
        sum += data[first + row * stride + column * 3] ?? 0
    return Math.round(sum / (step * step))
  }
}

parentPort?.on('message', (task: HeicTask) => {
  const failed = (error: unknown): HeicResult => ({
    refused: 'damaged',
    what: error instanceof Error ? error.message : String(error),
  })
  void decode(task)
    .catch(failed)
    .then((result) =>
      parentPort?.postMessage(result, 'pixels' in result ? [result.pixels.buffer] : []),
    )
})
