// On phones: files and texts go to the share sheet.
import { setStringAsync } from 'expo-clipboard'
import { File, Paths } from 'expo-file-system'
import { shareAsync } from 'expo-sharing'
import { Share } from 'react-native'
import type { SharedFile } from './shared-file.ts'

/** Opens the share sheet for a file. */
export async function shareFile({ name, mediaType, bytes }: SharedFile): Promise<void> {
  const file = new File(Paths.cache, name)
  if (file.exists) file.delete()
  file.create()
  file.write(bytes)
  await shareAsync(file.uri, { mimeType: mediaType, dialogTitle: name })
}

/** Opens the share sheet for a text. Returns whether it was shared. */
export async function shareText(text: string): Promise<'shared' | 'copied' | 'none'> {
  const { action } = await Share.share({ message: text })
  return action === Share.sharedAction ? 'shared' : 'none'
}

/** Copies a text. Returns whether it succeeded. */
export async function copyText(text: string): Promise<boolean> {
  return await setStringAsync(text)
}
