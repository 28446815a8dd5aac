import { useEffect, type ReactNode } from 'react'
import styles from './Page.module.css'

type Props = {
  title: string
  /** Beside the title: a state, a count. */
  aside?: ReactNode
  /** The page's actions; at most one is primary. */
  actions?: ReactNode
  /** A link back, above the title. */
  back?: ReactNode
  children: ReactNode
}

/** The frame of a screen: its title is also the window's. */
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
