/** A browser gives 640 x 480 unless it is asked for more: of a card within the frame too little would be left to read. */
export async function askForFullSize(): Promise<void> {
  const stream = document.querySelector('video')?.srcObject
  const [track] = stream instanceof MediaStream ? stream.getVideoTracks() : []
  // A camera that cannot do better goes on as it is.
  await track
    ?.applyConstraints({ width: { ideal: 1920 }, height: { ideal: 1080 } })
    .catch(() => undefined)
}
