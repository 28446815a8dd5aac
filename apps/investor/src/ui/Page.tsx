import { useEffect, useRef, type ReactNode } from 'react'
import { both, useSpeech } from '../base/language.tsx'
import { Network } from './Network.tsx'

const words = {
  language: both('Bahasa', 'Language'),
  step: (at: number, of: number) => both(`Langkah ${at} dari ${of}`, `Step ${at} of ${of}`),
}

type Props = {
  company: string
  title: string
  /** A short line above the title. */
  eyebrow?: string
  /** An icon above the title. */
  mark?: ReactNode
  progress?: { at: number; of: number }
  children: ReactNode
  /** The fixed foot: the one primary action, and a quiet one. */
  foot?: ReactNode
}

/**
 * One screen: company, subject, content, action. A new title takes the focus, so that screen
 * readers announce it.
 */
export function Page({ company, title, eyebrow, mark, progress, children, foot }: Props) {
  const { language, say, choose } = useSpeech()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [title])
  useEffect(
    () => void (document.title = company === '' ? title : `${title} · ${company}`),
    [title, company],
  )
  return (
    <div className="page">
      <header className="page-head">
        <p className="company">{company}</p>
        <div className="languages" role="group" aria-label={say(words.language)}>
          {(['id', 'en'] as const).map((one) => (
            <button
              key={one}
              type="button"
              lang={one}
              aria-pressed={language === one}
              onClick={() => choose(one)}
            >
              <span aria-hidden="true">{one.toUpperCase()}</span>
              <span className="visually-hidden">
                {one === 'id' ? 'Bahasa Indonesia' : 'English'}
              </span>
            </button>
          ))}
        </div>
      </header>
      <main>
        {progress && <Progress {...progress} />}
        <Network />
        <div className="stack">
          {mark}
          {eyebrow !== undefined && <p className="eyebrow">{eyebrow}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
        </div>
        {children}
      </main>
      {foot !== undefined && <footer className="foot">{foot}</footer>}
    </div>
  )
}

function Progress({ at, of }: { at: number; of: number }) {
  const { say } = useSpeech()
  return (
    <div className="progress" role="img" aria-label={say(words.step(at, of))}>
      {Array.from({ length: of }, (_, index) => (
        <span key={index} className={index < at ? 'is-done' : ''} />
      ))}
    </div>
  )
}
