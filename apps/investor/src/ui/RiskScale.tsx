import { both, useSpeech } from '../base/language.tsx'

const words = { profile: both('profil Anda', 'your profile') }

/**
 * Five risk levels: filled up to the product's, underlined at the investor's profile. The text
 * beside it says the same.
 */
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
