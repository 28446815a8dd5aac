// In browsers: a file is downloaded, words are shared where the browser can, else copied.
import type { SharedFile } from './shared-file.ts'

/** Saves a file on the device. */
export async function shareFile({ name, mediaType, bytes }: SharedFile): Promise<void> {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has its own hold on the content by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Hands words over. Tells what became of them. */
export async function shareText(text: string): Promise<'shared' | 'copied' | 'none'> {
  if (navigator.share) {
    return await navigator.share({ text }).then(
      () => 'shared' as const,
      () => 'none' as const,
    )
  }
  return await navigator.clipboard.writeText(text).then(
    () => 'copied' as const,
    () => 'none' as const,
  )
}
