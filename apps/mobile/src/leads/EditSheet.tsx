import { useState } from 'react'
import { actions } from '@rmtools/look/words'
import { useAct } from '../app/act.ts'
import { say, useSay } from '../app/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { PhoneField } from '../ui/PhoneField.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { toast } from '../ui/Toast.tsx'
import { changeLead, type LeadChanges } from './local.ts'
import { internationalPhone, phoneFault, type SeenLead } from './rules.ts'

/** The lead's details. Only what was changed is sent. */
export function EditSheet({ lead, onClose }: { lead: SeenLead; onClose: () => void }) {
  const words = useSay()
  const [form, setForm] = useState({
    fullName: lead.fullName,
    phone: lead.phone,
    email: lead.email ?? '',
    interest: lead.interest ?? '',
    source: lead.source ?? '',
    tags: lead.tags.join(', '),
  })
  const set = (change: Partial<typeof form>) => setForm((now) => ({ ...now, ...change }))
  const changes = changesOf(lead, form)
  const save = useAct(async () => {
    await changeLead(lead, changes)
    toast(words(saved))
    onClose()
  })
  const fault = phoneFault(form.phone, 'phone-with-extension')
  const isValid = fault === undefined && form.fullName.trim() !== '' && form.phone.replace(/\D/g, '').length >= 8
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
      <Field label={words(name)} value={form.fullName} onChange={(fullName) => set({ fullName })} autoCapitalize="words" maxLength={150} />
      <PhoneField label={words(phone)} value={form.phone} onChange={(value) => set({ phone: value })} fault={fault} />
      <Field
        label="E-mail"
        value={form.email}
        onChange={(email) => set({ email })}
        keyboardType="email-address"
        autoCapitalize="none"
        isOptional
        maxLength={254}
      />
      <Field label={words(interest)} value={form.interest} onChange={(value) => set({ interest: value })} isOptional maxLength={500} />
      <Field label={words(source)} value={form.source} onChange={(value) => set({ source: value })} isOptional maxLength={100} />
      <Field
        label={words(tags)}
        value={form.tags}
        onChange={(value) => set({ tags: value })}
        hint={words(tagsHint)}
        isOptional
        autoCapitalize="none"
      />
    </Sheet>
  )
}

type Form = Record<'fullName' | 'phone' | 'email' | 'interest' | 'source' | 'tags', string>

/** The fields that differ from the lead; an emptied one is cleared. */
export function changesOf(lead: SeenLead, form: Form): LeadChanges {
  const orNull = (text: string) => text.trim() || null
  const tags = [
    ...new Set(
      form.tags
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ].slice(0, 20)
  const next = {
    fullName: form.fullName.trim(),
    phone: internationalPhone(form.phone),
    email: orNull(form.email),
    interest: orNull(form.interest),
    source: orNull(form.source),
    tags,
  }
  return Object.fromEntries(
    Object.entries(next).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(lead[field as keyof typeof next])),
  )
}

const title = say('Ubah prospek', 'Edit the lead')
const name = say('Nama lengkap', 'Full name')
const phone = say('Nomor telepon', 'Phone number')
const interest = say('Minat', 'Interest')
const source = say('Sumber', 'Source')
const tags = say('Label', 'Tags')
const tagsHint = say('Pisahkan dengan koma.', 'Separate them by commas.')
const saved = say('Perubahan tersimpan', 'The change is saved')
