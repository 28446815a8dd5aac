import type { ReactNode } from 'react'

type Kind = 'primary' | 'secondary' | 'danger' | 'quiet'
type Look = { kind?: Kind; isSmall?: boolean; children: ReactNode }

const classOf = (kind: Kind, isSmall: boolean) => `button is-${kind}${isSmall ? ' is-small' : ''}`

type Pressed = Look & {
  onPress: () => void
  isBusy?: boolean
  isDisabled?: boolean
  submits?: boolean
  describedBy?: string
}

/** A button. While it is busy or disabled, it keeps its place and its focus. */
export function Button({
  kind = 'primary',
  isSmall = false,
  isBusy = false,
  isDisabled = false,
  submits = false,
  ...rest
}: Pressed) {
  const isOff = isBusy || isDisabled
  return (
    <button
      type={submits ? 'submit' : 'button'}
      className={classOf(kind, isSmall)}
      aria-disabled={isOff}
      aria-busy={isBusy}
      aria-describedby={rest.describedBy}
      onClick={(event) => {
        if (submits && !isOff) return
        event.preventDefault()
        if (!isOff) rest.onPress()
      }}
    >
      {rest.children}
    </button>
  )
}

type Linked = Look & { href: string; download?: string; isNewTab?: boolean }

/** A link that looks like a button. */
export function LinkButton({
  kind = 'secondary',
  isSmall = false,
  href,
  download,
  isNewTab = false,
  children,
}: Linked) {
  return (
    <a
      className={classOf(kind, isSmall)}
      href={href}
      {...(download ? { download } : {})}
      {...(isNewTab ? { target: '_blank', rel: 'noreferrer' } : {})}
    >
      {children}
    </a>
  )
}
