// In browsers: shares files and texts where the browser can; otherwise saves files and copies
// texts.
import type { SharedFile } from './shared-file.ts'

/** Shares a file on phones; elsewhere, or if sharing is refused, downloads it. */
export async function shareFile({ name, mediaType, bytes }: SharedFile): Promise<void> {
  const file = new File([new Uint8Array(bytes)], name, { type: mediaType })
  const isPhone = matchMedia('(pointer: coarse)').matches
  if (isPhone && navigator.canShare?.({ files: [file] })) {
    const outcome = await navigator.share({ files: [file] }).then(
      () => 'done',
      (error: unknown) =>
        error instanceof DOMException && error.name === 'AbortError' ? 'done' : 'refused',
    )
    if (outcome === 'done') return
  }
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // By then the download holds its own reference to the content.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Shares or copies a text. Returns which of the two succeeded. */
export async function shareText(text: string): Promise<'shared' | 'copied' | 'none'> {
  if (navigator.share) {
    return await navigator.share({ text }).then(
      () => 'shared' as const,
      () => 'none' as const,
    )
  }
  return (await copyText(text)) ? 'copied' : 'none'
}

/** Copies a text. Returns whether it succeeded. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
