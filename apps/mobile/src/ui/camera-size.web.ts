/**
 * A browser delivers 640 x 480 unless asked for more: too little of a card within the frame would
 * be legible.
 */
export async function askForFullSize(): Promise<void> {
  const stream = document.querySelector('video')?.srcObject
  const [track] = stream instanceof MediaStream ? stream.getVideoTracks() : []
  // A camera that cannot do better continues as it is.
  await track
    ?.applyConstraints({ width: { ideal: 1920 }, height: { ideal: 1080 } })
    .catch(() => undefined)
}
