import { useSay } from '../base/language.ts'

/** Stands where a screen will be, for as long as it takes. */
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
