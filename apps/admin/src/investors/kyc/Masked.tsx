// A masked value. Users with the permission can reveal it, which is recorded in the audit trail. It
// is masked again after a while.
import { Button, Tooltip } from 'antd'
import { Eye, EyeOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { investors } from '@rmtools/contracts/crm/investors'
import { isMasked } from '@rmtools/contracts/crm/kyc'
import { problemText } from '@rmtools/look/problems'
import { call } from '../../base/api.ts'
import { useSay } from '../../base/language.ts'
import { useMay } from '../../base/me.ts'
import { asProblem } from '../../base/queries.ts'
import { Code } from '../../ui/values.tsx'
import { useShownCase } from './shown-case.ts'
import styles from './kyc.module.css'

const OPEN_MS = 30_000

type Props = { value: string; pointer: string; label: string }

export function Masked({ value, pointer, label }: Props) {
  const say = useSay()
  const { id, isPast = false } = useShownCase()
  const may = useMay(investors.reveal)
  const [open, setOpen] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  useEffect(() => {
    if (open === null) return
    const timer = setTimeout(() => setOpen(null), OPEN_MS)
    return () => clearTimeout(timer)
  }, [open])
  const reveal = async () => {
    setAsking(true)
    setRefusal(null)
    await call(['investors', 'reveal'], { id, pointer }).then(
      ({ value: found }) => setOpen(found ?? ''),
      (error: unknown) => setRefusal(problemText(asProblem(error).code, say.language)),
    )
    setAsking(false)
  }
  const show = say({ id: 'Tampilkan {label}', en: 'Show {label}' }, { label })
  const hide = say({ id: 'Sembunyikan {label}', en: 'Hide {label}' }, { label })
  return (
    <span className={styles['masked']}>
      <span aria-live="polite">
        <Code>{open ?? value}</Code>
      </span>
      {isMasked(value) && may && !isPast && (
        <Tooltip
          title={
            open === null
              ? say({
                  id: 'Tampilkan (tercatat di jejak audit)',
                  en: 'Show (recorded in the audit trail)',
                })
              : hide
          }
        >
          <Button
            type="text"
            size="small"
            loading={isAsking}
            aria-label={open === null ? show : hide}
            icon={open === null ? <Eye size={14} aria-hidden /> : <EyeOff size={14} aria-hidden />}
            onClick={(event) => {
              event.stopPropagation()
              if (open === null) void reveal()
              else setOpen(null)
            }}
          />
        </Tooltip>
      )}
      {refusal && <span role="alert">{refusal}</span>}
    </span>
  )
}
