import { useEffect, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { frameOf } from './photo.ts'

type Props = {
  /** The back camera for documents, the front one for faces. */
  facing: 'environment' | 'user'
  words: { live: string; take: string }
  onPhoto: (photo: Blob) => void
  /** There is no camera, or its use was denied. */
  onFail: () => void
}

/** The camera with a frame for its subject. It is switched off when the component unmounts. */
export function Camera({ facing, words, onPhoto, onFail }: Props) {
  const video = useRef<HTMLVideoElement>(null)
  const fail = useRef(onFail)
  fail.current = onFail
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    let stream: MediaStream | undefined
    let isGone = false
    const start = async () => {
      const wanted = {
        video: { facingMode: facing, width: { ideal: 1920 }, height: { ideal: 1440 } },
        audio: false,
      }
      stream = await navigator.mediaDevices.getUserMedia(wanted)
      if (isGone || !video.current) return stop()
      video.current.srcObject = stream
      await video.current.play()
      setReady(true)
    }
    const stop = () => stream?.getTracks().forEach((track) => track.stop())
    start().catch(() => !isGone && fail.current())
    return () => {
      isGone = true
      stop()
    }
  }, [facing])
  const take = async () => {
    if (video.current) onPhoto(await frameOf(video.current))
  }
  return (
    <>
      <div className="camera">
        <video ref={video} muted playsInline aria-label={words.live} />
        <div className={`guide ${facing === 'user' ? 'is-face' : 'is-card'}`} aria-hidden="true" />
      </div>
      <Button isBusy={!isReady} onPress={() => void take()}>
        {words.take}
      </Button>
    </>
  )
}
