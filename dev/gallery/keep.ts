// `npm run gallery -- --keep`: stores the current pictures.
import { galleryApps } from './apps.ts'
import { openGalleries } from './drawn.ts'
import { keepPictures } from './pictures.ts'

/** Renews the stored pictures of all apps. */
export async function keepAll(): Promise<void> {
  await using galleries = await openGalleries()
  for (const { name } of galleryApps) await keepPictures(galleries, name, console.log)
}
