/** An icon for the outcome; the text beside it says the same. */
export function Mark({ isGood }: { isGood: boolean }) {
  return (
    <svg
      className={`mark ${isGood ? 'tone-good' : 'tone-quiet'}`}
      viewBox="0 0 40 40"
      aria-hidden="true"
    >
      <circle cx="20" cy="20" r="18.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path
        d={isGood ? 'M12 20.5l5.5 5.5L28.5 15' : 'M13 20h14'}
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </svg>
  )
}
