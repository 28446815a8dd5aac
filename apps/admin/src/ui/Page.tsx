import { useEffect, type ReactNode } from 'react'
import styles from './Page.module.css'

type Props = {
  title: string
  /** Beside the title: a state, a count. */
  aside?: ReactNode
  /** The acts of the page; at most one is primary. */
  actions?: ReactNode
  /** Above the title: the way back. */
  back?: ReactNode
  children: ReactNode
}

/** The frame of a screen: its title is the window's title too. */
export function Page({ title, aside, actions, back, children }: Props) {
  useEffect(() => {
    document.title = `${title} · RMTools`
  }, [title])
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        {back && <div className={styles['back']}>{back}</div>}
        <div className={styles['title']}>
          <h1>{title}</h1>
          {aside}
        </div>
        {actions && <div className={styles['actions']}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}

/** A titled part of a screen. */
export function Section({
  title,
  actions,
  children,
}: {
  title: string
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section className={styles['section']}>
      <header>
        <h2>{title}</h2>
        {actions}
      </header>
      {children}
    </section>
  )
}
