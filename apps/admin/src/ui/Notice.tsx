// Refusals, emptiness, waiting: what happened and what to do.
import { Alert, Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { problemText } from '@rmtools/look/problems'
import { actions } from '@rmtools/look/words'
import { useSay } from '../app/language.ts'
import { asProblem } from '../app/queries.ts'
import styles from './Notice.module.css'

/** A refusal, where it happened; announced to screen readers. */
export function Refusal({ problem, onRetry }: { problem: unknown; onRetry?: () => void }) {
  const say = useSay()
  if (!problem) return null
  const { code, retryAfterSeconds } = asProblem(problem)
  return (
    <Alert
      role="alert"
      type={code === 'unavailable' || code === 'offline' ? 'warning' : 'error'}
      showIcon
      title={problemText(code, say.language)}
      description={
        retryAfterSeconds
          ? say({ id: 'Coba lagi dalam {s} detik.', en: 'Try again in {s} seconds.' }, { s: Math.ceil(retryAfterSeconds) })
          : undefined
      }
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {say(actions.retry)}
          </Button>
        )
      }
    />
  )
}

/** Nothing there yet: says why, and what to do. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles['empty']}>
      <strong>{title}</strong>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}

/** What one may not see: said, not hidden. */
export function Forbidden() {
  const say = useSay()
  return (
    <Empty title={say({ id: 'Anda tidak berwenang membuka layar ini', en: 'You may not open this screen' })}>
      {say({ id: 'Minta administrator perusahaan bila Anda memerlukannya.', en: 'Ask your company administrator if you need it.' })}
    </Empty>
  )
}

/** Stands in the shape of what comes. */
export function Waiting({ rows = 4 }: { rows?: number }) {
  const say = useSay()
  return (
    <div role="status" aria-label={say({ id: 'Memuat', en: 'Loading' })}>
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  )
}
