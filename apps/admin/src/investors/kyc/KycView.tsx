// The whole form of an individual or an institution, grouped as in the entry form.
import type { InvestorDetail } from '@rmtools/contracts/crm/investor-cases'
import { applies, sectionsOf } from '@rmtools/contracts/crm/kyc-form'
import { isBlank } from '@rmtools/contracts/crm/kyc-values'
import { kycParts } from '@rmtools/look/kyc-words'
import type { Bilingual } from '@rmtools/look/words'
import { useSay } from '../../base/language.ts'
import { pointerLabel } from './labels.ts'
import { KycValue } from './KycValue.tsx'
import { KycField } from './KycField.tsx'
import { useMarking } from './marking.ts'
import { useShownCase } from './shown-case.ts'
import styles from './kyc.module.css'

const parts: Readonly<Record<string, Bilingual>> = kycParts

type Props = {
  investor: Pick<InvestorDetail, 'kind' | 'individual' | 'institutional'>
  hidesEmpty?: boolean
}

export function KycView({ investor, hidesEmpty = false }: Props) {
  const say = useSay()
  const marking = useMarking()
  const { warnings, returned } = useShownCase()
  const { kind } = investor
  const form: Readonly<Record<string, unknown>> = { ...investor[kind] }
  const isTalkedOf = (pointer: string) =>
    marking?.marks[pointer] !== undefined ||
    [...warnings, ...returned].some((one) => one.pointer === pointer)
  return sectionsOf[kind].map(({ id, fields }) => {
    const title = parts[id] ?? { id, en: id }
    const shown = fields
      .map((name) => ({ name, pointer: `/${kind}/${name}`, value: form[name] }))
      .filter(
        ({ name, value, pointer }) =>
          isTalkedOf(pointer) || (hidesEmpty ? !isBlank(value) : applies(kind, name, form)),
      )
    if (shown.length === 0) return null
    return (
      <section key={id} className={styles['group']} aria-label={say(title)}>
        <h3>{say(title)}</h3>
        <dl>
          {shown.map(({ name, pointer, value }) => {
            const label = say(pointerLabel(pointer))
            return (
              <KycField key={name} pointer={pointer} label={label}>
                <KycValue name={name} value={value} pointer={pointer} label={label} />
              </KycField>
            )
          })}
        </dl>
      </section>
    )
  })
}
