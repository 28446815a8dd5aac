// A part of a case that a reviewer can read and mark: its value, the findings of the checks,
// earlier reasons and the current one.
import { Button, Input } from 'antd'
import { CircleHelp, Flag } from 'lucide-react'
import { useId, type MouseEvent, type ReactNode } from 'react'
import { faultText } from '@rmtools/look/faults'
import { actions, type Bilingual } from '@rmtools/look/words'
import { useSay } from '../../base/language.ts'
import { useMarking } from './marking.ts'
import { Returned } from './Returned.tsx'
import { useShownCase } from './shown-case.ts'
import { words } from './words.ts'
import styles from './kyc.module.css'

type Props = {
  pointer: string
  label: string
  children: ReactNode
  presets?: readonly Bilingual[]
  /** The label is shown elsewhere, as for sections and documents. */
  isBare?: boolean
}

export function KycField({
  pointer,
  label,
  children,
  presets = words.fieldReasons,
  isBare = false,
}: Props) {
  const marking = useMarking()
  const isMarked = marking?.marks[pointer] !== undefined
  const mark = (event: MouseEvent) => {
    // A click on the field marks it; a click on its controls, or a text selection, does not.
    const isOnControl =
      event.target instanceof Element && event.target.closest('button,a,input,textarea') !== null
    if (marking && !isMarked && !isOnControl && getSelection()?.isCollapsed !== false)
      marking.write(pointer, '')
  }
  return (
    // For keyboard users the button inside does the same.
    <div
      className={styles['field']}
      data-bare={isBare}
      data-marked={isMarked}
      data-markable={marking !== null}
      data-pointer={pointer}
      onClick={mark}
    >
      {!isBare && <dt>{label}</dt>}
      <dd>
        <div className={styles['value']}>
          <div>{children}</div>
          {marking && <MarkButton pointer={pointer} label={label} />}
        </div>
        <Questions pointer={pointer} />
        {marking && isMarked && <Reason pointer={pointer} label={label} presets={presets} />}
      </dd>
    </div>
  )
}

/** Marks a part, or removes the mark. */
export function MarkButton({ pointer, label }: { pointer: string; label: string }) {
  const say = useSay()
  const marking = useMarking()
  if (!marking) return null
  const isMarked = marking.marks[pointer] !== undefined
  return (
    <Button
      className={styles['mark'] ?? ''}
      type="text"
      size="small"
      aria-pressed={isMarked}
      aria-label={say({ id: 'Tandai {label}', en: 'Mark {label}' }, { label })}
      title={say({ id: 'Tandai untuk dikembalikan', en: 'Mark to be returned' })}
      icon={<Flag size={14} aria-hidden fill={isMarked ? 'currentColor' : 'none'} />}
      onClick={() => (isMarked ? marking.drop(pointer) : marking.write(pointer, ''))}
    />
  )
}

/** The findings of the checks for a part of the case, and a reviewer's earlier reasons. */
export function Questions({ pointer }: { pointer: string }) {
  const say = useSay()
  const { warnings } = useShownCase()
  return (
    <>
      {warnings
        .filter((warning) => warning.pointer === pointer)
        .map(({ code }) => (
          <p key={code} className={styles['question']}>
            <CircleHelp size={14} aria-hidden />
            {faultText(code, say.language)}
          </p>
        ))}
      <Returned pointer={pointer} />
    </>
  )
}

/** The reason of a mark: a preset, or the reviewer's own words. */
export function Reason({
  pointer,
  label,
  presets,
}: {
  pointer: string
  label: string
  presets: readonly Bilingual[]
}) {
  const say = useSay()
  const id = useId()
  const marking = useMarking()
  const reason = marking?.marks[pointer]
  if (!marking || reason === undefined) return null
  const isMissing = marking.isTried && reason.trim() === ''
  return (
    <div className={styles['reason']}>
      <Input
        id={id}
        autoFocus
        aria-label={say({ id: 'Alasan untuk {label}', en: 'Reason for {label}' }, { label })}
        aria-invalid={isMissing}
        {...(isMissing ? { status: 'error' as const } : {})}
        placeholder={say(words.reasonHint)}
        maxLength={500}
        value={reason}
        onChange={(event) => marking.write(pointer, event.target.value)}
      />
      <div className={styles['presets']}>
        {presets.map((preset) => (
          <Button key={preset.en} size="small" onClick={() => marking.write(pointer, say(preset))}>
            {say(preset)}
          </Button>
        ))}
        <Button size="small" type="text" onClick={() => marking.drop(pointer)}>
          {say(actions.cancel)}
        </Button>
      </div>
      {isMissing && <span role="alert">{say(words.reasonMissing)}</span>}
    </div>
  )
}
