import { Fragment, useState, type ReactNode } from 'react'
import {
  askedOf,
  leadField,
  limitsOf,
  type LeadControl,
  type LeadField,
} from '@rmtools/contracts/crm/lead-fields'
import { actions } from '@rmtools/look/words'
import { useAct } from '../ui/act.ts'
import { say, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { commonInputs, type DescribedInput } from '../ui/described-inputs.tsx'
import { Field } from '../ui/Field.tsx'
import { PhoneField } from '../ui/PhoneField.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { toast } from '../ui/Toast.tsx'
import { changesOf, edited, typedOf } from './editing.ts'
import { changeLead } from './local.ts'
import { phoneFault, type SeenLead } from './rules.ts'

/** Edits a lead. Only changed fields are sent. */
export function EditSheet({ lead, onClose }: { lead: SeenLead; onClose: () => void }) {
  const words = useSay()
  const [form, setForm] = useState(() => typedOf(lead))
  const changes = changesOf(lead, form)
  const save = useAct(async () => {
    await changeLead(lead, changes)
    toast(words(saved))
    onClose()
  })
  const isMissing = (name: LeadField) =>
    leadField(name).isNeeded && (form[name] ?? '').trim() === ''
  const isValid =
    typedPhoneFault(form.phone) === undefined &&
    !edited.some(isMissing) &&
    (form.phone ?? '').replace(/\D/g, '').length >= 8
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words(title)}
      footer={
        <Button
          title={words(actions.save)}
          onPress={() => save.run()}
          isBusy={save.isBusy}
          isDisabled={!isValid || Object.keys(changes).length === 0}
          isWide
        />
      }
    >
      {edited.map((name) => {
        const { control, isNeeded } = leadField(name)
        const input = inputs[control]?.({
          label: words(askedOf(name)),
          value: form[name] ?? '',
          onChange: (value) => setForm((now) => ({ ...now, [name]: value })),
          isOptional: !isNeeded,
          maxLength: limitsOf(name).characters,
        })
        return <Fragment key={name}>{input}</Fragment>
      })}
    </Sheet>
  )
}

/** The input for each field; null for those that the lead's own screen edits. */
const inputs: Readonly<Record<LeadControl, ((props: DescribedInput) => ReactNode) | null>> = {
  ...commonInputs,
  phone: (props) => <PhoneField {...props} fault={typedPhoneFault(props.value)} />,
  tags: (props) => <TagsField {...props} />,
  'follow-up': null,
}

function TagsField(props: DescribedInput) {
  const words = useSay()
  return <Field {...props} maxLength={undefined} hint={words(tagsHint)} autoCapitalize="none" />
}

const typedPhoneFault = (typed = '') => phoneFault(typed, 'phone-with-extension')

const title = say('Ubah prospek', 'Edit the lead')
const tagsHint = say('Pisahkan dengan koma.', 'Separate them by commas.')
const saved = say('Perubahan tersimpan', 'The change is saved')
