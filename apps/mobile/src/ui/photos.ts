// Pictures and files as they go to the server: small enough for a mobile network, upright, without place and camera data.
import { getDocumentAsync } from 'expo-document-picker'
import { ImageManipulator, SaveFormat } from 'expo-image-manipulator'
import {
  launchImageLibraryAsync,
  UIImagePickerPreferredAssetRepresentationMode,
} from 'expo-image-picker'
import { readBytes } from './read-bytes'

export type Photo = { uri: string; width: number; height: number }
/** A part of a picture, in shares of its width and height. */
export type Crop = { x: number; y: number; width: number; height: number }

const LONGEST = 1800
const QUALITY = 0.82

/** The picture cut to a part, no longer than needed to read it, as JPEG. */
export async function prepared(photo: Photo, crop?: Crop): Promise<Photo> {
  const context = ImageManipulator.manipulate(photo.uri)
  const cut = crop
    ? {
        originX: crop.x * photo.width,
        originY: crop.y * photo.height,
        width: crop.width * photo.width,
        height: crop.height * photo.height,
      }
    : { originX: 0, originY: 0, width: photo.width, height: photo.height }
  if (crop) context.crop(cut)
  const scale = LONGEST / Math.max(cut.width, cut.height)
  if (scale < 1) context.resize({ width: Math.round(cut.width * scale) })
  const image = await context.renderAsync()
  return await image.saveAsync({ compress: QUALITY, format: SaveFormat.JPEG })
}

/** The picture turned by a quarter to the right. */
export async function turned(photo: Photo): Promise<Photo> {
  const image = await ImageManipulator.manipulate(photo.uri).rotate(90).renderAsync()
  return await image.saveAsync({ compress: QUALITY, format: SaveFormat.JPEG })
}

/** A picture from the photos of the phone; undefined when none was chosen. */
export async function pickPhoto(): Promise<Photo | undefined> {
  const { assets } = await launchImageLibraryAsync({
    mediaTypes: ['images'],
    quality: 1,
    exif: false,
    // iOS hands HEIC over as JPEG: it is shown and cut before it is sent.
    preferredAssetRepresentationMode: UIImagePickerPreferredAssetRepresentationMode.Compatible,
  })
  return assets?.[0]
}

/** A PDF or a picture from the files of the phone, as bytes; undefined when none was chosen. */
export async function pickDocument(): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const { assets } = await getDocumentAsync({
    type: [
      'application/pdf',
      'image/jpeg',
      'image/png',
      'image/webp',
      'image/heic',
      'image/heif',
      'image/avif',
    ],
    copyToCacheDirectory: true,
  })
  const [asset] = assets ?? []
  return asset && { name: asset.name, bytes: await readBytes(asset.uri) }
}

/** The bytes of a picture. */
export const bytesOf = async ({ uri }: Photo): Promise<Uint8Array> => await readBytes(uri)
