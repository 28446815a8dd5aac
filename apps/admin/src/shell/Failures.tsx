// Shown in place of a screen that failed: what happened, and what to do.
import { Link, type ErrorComponentProps } from '@tanstack/react-router'
import { useEffect } from 'react'
import { offline } from '@rmtools/contracts/fetch'
import { problemText, requestText } from '@rmtools/look/problems'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { asProblem } from '../base/queries.ts'

export function NotFound() {
  const say = useSay()
  return (
    <section className="failure">
      <h1>{say({ id: 'Halaman tidak ditemukan', en: 'Page not found' })}</h1>
      <p>
        {say({
          id: 'Alamatnya mungkin salah ketik atau sudah dipindahkan.',
          en: 'The address may be mistyped, or the page has moved.',
        })}
      </p>
      <Link to={paths.home()}>{say({ id: 'Ke beranda', en: 'Go home' })}</Link>
    </section>
  )
}

/** Shown when a screen's files could not be loaded, or when it crashed. */
export function ScreenFailed({ error, reset }: ErrorComponentProps) {
  const say = useSay()
  // After an upgrade the files of an open page no longer exist.
  const isOutdated = /dynamically imported module|Failed to fetch|Unable to preload/i.test(
    String(error),
  )
  const problem = isOutdated ? undefined : asProblem(error)
  const isOffline = problem?.code === offline.code
  useEffect(() => {
    if (!isOffline) return
    const reload = () => location.reload()
    addEventListener('online', reload)
    return () => removeEventListener('online', reload)
  }, [isOffline])
  if (isOffline)
    return (
      <section className="failure" role="alert">
        <h1>{say({ id: 'Layar ini belum dimuat', en: 'This screen is not loaded yet' })}</h1>
        <p>
          {say({
            id: 'Tidak ada jaringan. Layar ini terbuka sendiri begitu jaringan kembali; yang sudah pernah dibuka tetap dapat dilihat.',
            en: 'You are offline. This screen opens when the connection is back; screens you opened before can still be viewed.',
          })}
        </p>
      </section>
    )
  return (
    <section className="failure" role="alert">
      <h1>{say({ id: 'Layar ini tidak dapat ditampilkan', en: 'This screen cannot be shown' })}</h1>
      <p>{problem ? problemText(problem.code, say.language) : say(outdated)}</p>
      {problem && <p className="faint">{requestText(problem, say.language)}</p>}
      <button
        className="button"
        type="button"
        onClick={() => (isOutdated ? location.reload() : reset())}
      >
        {isOutdated ? say({ id: 'Muat ulang', en: 'Reload' }) : say(actions.retry)}
      </button>
    </section>
  )
}

const outdated = {
  id: 'Konsol sudah diperbarui atau jaringan terputus. Muat ulang halaman.',
  en: 'The console was updated, or you are offline. Reload the page.',
}
