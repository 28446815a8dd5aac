// In browsers: files and words are shared where the browser can, else saved and copied.
import type { SharedFile } from './shared-file.ts'

/** Hands a file to another app on phones; elsewhere, or where that is refused, it is saved on the device. */
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

/** Every browser can copy. */
export const canCopy: boolean = true

/** Copies a text. Returns whether it succeeded. */
export async function copyText(text: string): Promise<boolean> {
  return await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
}
