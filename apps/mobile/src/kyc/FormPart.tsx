import { useState } from 'react'
import { applies, requiredNames } from '@rmtools/contracts/crm/kyc-form'
import { questionsOf } from '@rmtools/contracts/crm/kyc-prefill'
import { faultText } from '@rmtools/look/faults'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Banner } from '../ui/States.tsx'
import { faultsOfField } from './answers.ts'
import { FieldOf } from './FieldOf.tsx'
import type { PartProps } from './part-props.ts'
import { useAnswers } from './use-answers.ts'
import { useNikArea } from './use-nik-area.ts'
import { fieldLabel } from './words.ts'

/**
 * A part of the form; it saves while the RM types. Leaving it incomplete shows a warning once, and
 * is then allowed.
 */
export function FormPart({ seen, context, part, frame }: PartProps) {
  const words = useSay()
  const language = useLanguage()
  const { form, faults, isReady, type, flush } = useAnswers(seen, context)
  const [isChecked, setChecked] = useState(seen.openFields !== null)
  const [isWarned, setWarned] = useState(false)
  useNikArea(seen, form, type)
  if (!isReady) return frame(<Skeleton width="60%" />)
  const { kind, openFields, returnReasons } = seen
  const fields = (part.fields ?? []).filter(
    (name) => openFields !== null || applies(kind, name, form),
  )
  const needed = requiredNames(kind, form, context)
  const questions = questionsOf(kind, form, context)
  const all = fields.map((name) => ({ name, faults: faultsOfField(seen, name, faults.get(name)) }))
  const faulty = all.filter((one) => one.faults.length > 0)
  const beforeNext = async () => {
    await flush()
    setChecked(true)
    if (faulty.length === 0 || isWarned) return true
    setWarned(true)
    return false
  }
  return frame(
    <>
      {isWarned && faulty.length > 0 ? (
        <Banner
          icon="warning"
          tone="warning"
          title={words(toCheck, { count: faulty.length })}
          text={`${faulty.map(({ name }) => words(fieldLabel(`/${kind}/${name}`))).join(', ')}. ${words(orLater)}`}
        />
      ) : null}
      {all.map(({ name, faults: found }) => (
        <FieldOf
          key={name}
          kind={kind}
          name={name}
          value={form[name]}
          onChange={(value) => type(name, value)}
          onLeave={() => void flush()}
          faults={isChecked || found.some(({ code }) => code !== 'required') ? found : []}
          question={questionText(questions.get(name), language)}
          reason={returnReasons.find(({ pointer }) => pointer === `/${kind}/${name}`)?.reason}
          isRequired={needed.has(name)}
          newItem={newItemOf(name, form)}
        />
      ))}
    </>,
    beforeNext,
  )
}

const questionText = (code: string | undefined, language: 'id' | 'en') =>
  code === undefined ? undefined : faultText(code, language)

/** Common values of new entries of a list. */
function newItemOf(
  name: string,
  form: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (name === 'beneficialOwners') return { nationality: 'ID' }
  if (name !== 'taxResidences') return {}
  const number = form['npwp'] ?? form['identityNumber']
  return {
    country: 'ID',
    ...(typeof number === 'string' && /^[0-9]{16}$/.test(number) ? { tin: number } : {}),
  }
}

const toCheck = say('{count} isian perlu dilengkapi', '{count} fields to complete')
const orLater = say(
  'Tekan Lanjut sekali lagi untuk melengkapinya nanti.',
  'Press Next again to complete them later.',
)
