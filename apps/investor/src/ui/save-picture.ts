/**
 * Saves a drawing as PNG: on phones by the share sheet, which offers the gallery and banking apps;
 * elsewhere, or if sharing is refused, as a download.
 */
export async function savePicture(canvas: HTMLCanvasElement, name: string): Promise<void> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('the drawing is too large to save')
  const file = new File([blob], name, { type: 'image/png' })
  if (matchMedia('(pointer: coarse)').matches && navigator.canShare?.({ files: [file] })) {
    const outcome = await navigator.share({ files: [file] }).then(
      () => 'done',
      (error: unknown) =>
        error instanceof DOMException && error.name === 'AbortError' ? 'done' : 'refused',
    )
    if (outcome === 'done') return
  }
  const address = URL.createObjectURL(file)
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  // By then the download holds its own reference to the content.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
