// The frame of screens without a session. No component library, so that the first screen appears at
// once.
import { useEffect, type ReactNode } from 'react'
import { useChooseLanguage } from '../ui/ChooseLanguage.tsx'
import { useSay } from '../base/language.ts'
import styles from './SignInLayout.module.css'

export function SignInLayout({ title, children }: { title: string; children: ReactNode }) {
  const say = useSay()
  const choose = useChooseLanguage()
  useEffect(() => {
    document.title = `${title} · RMTools`
  }, [title])
  return (
    <div className={styles['layout']}>
      <main className={styles['card']}>
        <p className={styles['name']}>
          <img src="/admin/icon.svg" width={24} height={24} alt="" /> RMTools
        </p>
        <h1>{title}</h1>
        {children}
      </main>
      <footer className={styles['foot']}>
        <button
          type="button"
          lang={say.language === 'id' ? 'en' : 'id'}
          onClick={() => choose(say.language === 'id' ? 'en' : 'id')}
        >
          {say.language === 'id' ? 'English' : 'Bahasa Indonesia'}
        </button>
      </footer>
    </div>
  )
}
