// On phones: a file goes to the share sheet.
import { File, Paths } from 'expo-file-system'
import { shareAsync } from 'expo-sharing'
import { Share } from 'react-native'
import type { SharedFile } from './shared-file.ts'

/** Hands a file over to whatever the person chooses. */
export async function shareFile({ name, mediaType, bytes }: SharedFile): Promise<void> {
  const file = new File(Paths.cache, name)
  if (file.exists) file.delete()
  file.create()
  file.write(bytes)
  await shareAsync(file.uri, { mimeType: mediaType, dialogTitle: name })
}

/** Hands words over. Tells whether they went anywhere. */
export async function shareText(text: string): Promise<'shared' | 'copied' | 'none'> {
  const { action } = await Share.share({ message: text })
  return action === Share.sharedAction ? 'shared' : 'none'
}

/** Phones have no copying of their own here: the share sheet offers it, and numbers can be selected. */
export const canCopy: boolean = false

/** Copies words; whether that was done. */
export async function copyText(text: string): Promise<boolean> {
  return (await shareText(text)) === 'shared'
}
