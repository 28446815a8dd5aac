// Refusals, empty states and loading states: what happened and what to do.
import { Alert, Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { notFound } from '@rmtools/contracts/problem'
import { problemText, requestText } from '@rmtools/look/problems'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { asProblem } from '../base/queries.ts'
import { Page } from './Page.tsx'
import styles from './Notice.module.css'

/** A refusal, shown where it happened and announced to screen readers. */
export function Refusal({ problem, onRetry }: { problem: unknown; onRetry?: () => void }) {
  const say = useSay()
  if (!problem) return null
  const told = asProblem(problem)
  const { retryAfterSeconds } = told
  // For a mistyped id in the address there is no field to correct.
  const code = told.errors?.some(({ pointer }) => pointer === '/id') ? notFound.code : told.code
  // A retry would not change these.
  const isFinal = code === 'forbidden' || code === 'not-found'
  return (
    <Alert
      role="alert"
      type={isFinal || code === 'unavailable' || code === 'offline' ? 'warning' : 'error'}
      showIcon
      title={problemText(code, say.language)}
      description={
        retryAfterSeconds
          ? say(
              { id: 'Coba lagi dalam {s} detik.', en: 'Try again in {s} seconds.' },
              { s: Math.ceil(retryAfterSeconds) },
            )
          : requestText(told, say.language)
      }
      action={
        onRetry &&
        !isFinal && (
          <Button size="small" onClick={onRetry}>
            {say(actions.retry)}
          </Button>
        )
      }
    />
  )
}

/** An empty state: says why, and what to do. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className={styles['empty']}>
      <strong>{title}</strong>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}

/** A whole screen without access. */
export function ForbiddenScreen() {
  const say = useSay()
  return (
    <Page title={say(mayNotOpen)}>
      <p className="faint">{say(askAdministrator)}</p>
    </Page>
  )
}

const mayNotOpen = {
  id: 'Anda tidak berwenang membuka layar ini',
  en: 'You do not have access to this screen',
}
const askAdministrator = {
  id: 'Minta administrator perusahaan bila Anda memerlukannya.',
  en: 'Ask your company administrator for access if you need it.',
}

/** A section without access: stated, not hidden. */
export function Forbidden() {
  const say = useSay()
  return <Empty title={say(mayNotOpen)}>{say(askAdministrator)}</Empty>
}

/** A skeleton in the shape of the content; with `isFramed` as its own card. */
export function Waiting({ rows = 4, isFramed = false }: { rows?: number; isFramed?: boolean }) {
  const say = useSay()
  return (
    <div
      role="status"
      className={isFramed ? styles['framed'] : undefined}
      aria-label={say({ id: 'Memuat', en: 'Loading' })}
    >
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  )
}
