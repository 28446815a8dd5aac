import { both, useSpeech } from '../base/language.tsx'

const words = { profile: both('profil Anda', 'your profile') }

/** Five steps of risk: filled up to that of the product, underlined where the reader's profile is. The words stand beside it. */
export function RiskScale({ level, band }: { level: number; band: number | null }) {
  const { say } = useSpeech()
  const isAbove = band !== null && level > band
  return (
    <div aria-hidden="true" className={isAbove ? 'tone-warning' : 'tone-good'}>
      <div className="scale">
        {[1, 2, 3, 4, 5].map((step) => (
          <span key={step} className={step <= level ? 'is-filled' : ''} />
        ))}
        {band !== null && <i style={{ gridColumn: band }} />}
      </div>
      {band !== null && (
        <div className="scale">
          <p className="caption scale-name" style={{ gridColumn: band }}>
            {say(words.profile)}
          </p>
        </div>
      )}
    </div>
  )
}
