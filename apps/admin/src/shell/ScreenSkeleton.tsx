import { useSay } from '../base/language.ts'

/** Placeholder while a screen loads. */
export function ScreenSkeleton() {
  const say = useSay()
  return (
    <div
      className="skeleton-screen"
      role="status"
      aria-label={say({ id: 'Memuat', en: 'Loading' })}
    >
      <i />
      <i />
      <i />
      <i />
    </div>
  )
}
