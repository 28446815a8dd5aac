// What stands where a screen cannot be shown: what happened, and what to do.
import { Link, type ErrorComponentProps } from '@tanstack/react-router'
import { problemText } from '@rmtools/look/problems'
import { useSay } from './language.ts'
import { paths } from './paths.ts'
import { asProblem } from './queries.ts'

export function NotFound() {
  const say = useSay()
  return (
    <section className="failure">
      <h1>{say({ id: 'Halaman tidak ditemukan', en: 'There is no such page' })}</h1>
      <p>{say({ id: 'Alamatnya mungkin salah ketik atau sudah dipindahkan.', en: 'The address may be mistyped, or it has moved.' })}</p>
      <Link to={paths.home()}>{say({ id: 'Ke beranda', en: 'Go home' })}</Link>
    </section>
  )
}

export function ScreenFailed({ error, reset }: ErrorComponentProps) {
  const say = useSay()
  // After an upgrade the files of the page that is open are gone.
  const isOutdated = /dynamically imported module|Failed to fetch/i.test(String(error))
  const text = isOutdated
    ? say({
        id: 'Konsol sudah diperbarui atau jaringan terputus. Muat ulang halaman.',
        en: 'The console was updated, or the network is gone. Reload the page.',
      })
    : problemText(asProblem(error).code, say.language)
  return (
    <section className="failure" role="alert">
      <h1>{say({ id: 'Layar ini tidak dapat ditampilkan', en: 'This screen cannot be shown' })}</h1>
      <p>{text}</p>
      <button className="button" type="button" onClick={() => (isOutdated ? location.reload() : reset())}>
        {isOutdated ? say({ id: 'Muat ulang', en: 'Reload' }) : say({ id: 'Coba lagi', en: 'Try again' })}
      </button>
    </section>
  )
}
