import { both, useSpeech } from '../base/language.tsx'
import { useSlow } from './use-slow.ts'

const words = {
  loading: both('Memuat …', 'Loading …'),
  slow: both('Jaringan lambat. Kami masih mencoba.', 'The network is slow. We are still trying.'),
}

/**
 * The skeleton of a page while it loads, in grey, because the company's colours are not known yet.
 */
export function Waiting() {
  const { say } = useSpeech()
  const isSlow = useSlow(true)
  return (
    <div className="page">
      <div className="page-head" />
      <main aria-busy="true">
        <p role="status" className={isSlow ? 'lead' : 'visually-hidden'}>
          {say(isSlow ? words.slow : words.loading)}
        </p>
        {['60%', '85%', '40%'].map((width) => (
          <div key={width} className="bone" style={{ width, height: 28 }} />
        ))}
        <div className="bone" style={{ height: 220 }} />
      </main>
    </div>
  )
}
