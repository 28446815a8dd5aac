// Pictures and files as they are uploaded: small enough for a mobile network, upright, without
// location and camera data.
import { getDocumentAsync } from 'expo-document-picker'
import { ImageManipulator, SaveFormat } from 'expo-image-manipulator'
import {
  launchImageLibraryAsync,
  UIImagePickerPreferredAssetRepresentationMode,
} from 'expo-image-picker'
import { readBytes } from './read-bytes'

export type Photo = { uri: string; width: number; height: number }
/** A part of a picture, in fractions of its width and height. */
export type Crop = { x: number; y: number; width: number; height: number }

const LONGEST = 1800
const QUALITY = 0.82

/** The picture as JPEG, cropped to a part and no larger than needed to read it. */
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

/** The picture rotated by 90 degrees to the right. */
export async function turned(photo: Photo): Promise<Photo> {
  const image = await ImageManipulator.manipulate(photo.uri).rotate(90).renderAsync()
  return await image.saveAsync({ compress: QUALITY, format: SaveFormat.JPEG })
}

/** A picture from the phone's photos; undefined if none was chosen. */
export async function pickPhoto(): Promise<Photo | undefined> {
  const { assets } = await launchImageLibraryAsync({
    mediaTypes: ['images'],
    quality: 1,
    exif: false,
    // iOS converts HEIC to JPEG, so that it can be shown and cropped before it is sent.
    preferredAssetRepresentationMode: UIImagePickerPreferredAssetRepresentationMode.Compatible,
  })
  return assets?.[0]
}

/** The bytes of a PDF or picture from the phone's files; undefined if none was chosen. */
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
