// Pictures are scaled down on the phone: a photo of 12 megapixels is no more legible and takes
// minutes on a slow network.

const MAX_SIDE = 2000
const QUALITY = 0.86

/**
 * The picture as an upright JPEG of at most 2000 pixels a side. Throws if the browser cannot decode
 * it.
 */
export async function shrink(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    return await jpegOf(picture, picture)
  } finally {
    picture.close()
  }
}

/** The current frame of a camera. */
export async function frameOf(video: HTMLVideoElement): Promise<Blob> {
  return await jpegOf(video, { width: video.videoWidth, height: video.videoHeight })
}

/** Width and height scaled to fit the largest side. */
export function fitted({ width, height }: { width: number; height: number }): {
  width: number
  height: number
} {
  const scale = Math.min(1, MAX_SIDE / Math.max(width, height, 1))
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}

async function jpegOf(
  source: CanvasImageSource,
  size: { width: number; height: number },
): Promise<Blob> {
  const { width, height } = fitted(size)
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser offers no 2D canvas')
  context.drawImage(source, 0, 0, width, height)
  return await new Promise((done, failed) =>
    canvas.toBlob(
      (blob) => (blob ? done(blob) : failed(new Error('the canvas gave no image'))),
      'image/jpeg',
      QUALITY,
    ),
  )
}
