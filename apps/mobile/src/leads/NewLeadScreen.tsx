import { router } from 'expo-router'
import { useMemo, useRef } from 'react'
import type { TextInput } from 'react-native'
import { askedOf, limitsOf } from '@rmtools/contracts/crm/lead-fields'
import { useAct } from '../ui/act.ts'
import { paths } from '../base/paths.ts'
import { say, useSay } from '../base/preferences.ts'
import { useDraft } from '../sync/draft.ts'
import { Button } from '../ui/Button.tsx'
import { Chip, ChipGroup } from '../ui/Chip.tsx'
import { Field } from '../ui/Field.tsx'
import { PhoneField } from '../ui/PhoneField.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Banner } from '../ui/States.tsx'
import { toast } from '../ui/Toast.tsx'
import { FollowUpChoice } from './FollowUpChoice.tsx'
import { addLead } from './local.ts'
import { internationalPhone, phoneFault, type SeenLead } from './rules.ts'
import { useLeads } from './use-leads.ts'

const empty = { fullName: '', phone: '', interest: '', nextFollowUpAt: '' }

/**
 * Adds a lead in ten seconds: name, phone, interest. The draft is kept on the device, so an
 * incoming call loses nothing.
 */
export function NewLeadScreen() {
  const words = useSay()
  const { id, value, isReady, set, clear } = useDraft('lead/new', empty)
  const { leads } = useLeads()
  const phoneInput = useRef<TextInput>(null)
  const interestInput = useRef<TextInput>(null)
  const known = useMemo(() => {
    const phone = internationalPhone(value.phone)
    return phone.length < 10 ? undefined : leads.find((lead) => lead.phone === phone)
  }, [leads, value.phone])
  const fault = phoneFault(value.phone, 'phone-with-extension')
  const isFilled =
    fault === undefined &&
    value.fullName.trim() !== '' &&
    value.phone.replace(/\D/g, '').length >= 8
  const canSave = isFilled && known === undefined
  const save = useAct(async () => {
    const { fullName, phone, interest, nextFollowUpAt } = value
    await addLead({
      id,
      fullName: fullName.trim(),
      phone: phone.trim(),
      ...(interest.trim() ? { interest: interest.trim() } : {}),
      ...(nextFollowUpAt ? { nextFollowUpAt } : {}),
    })
    await clear()
    toast(words(added))
    router.replace(paths.lead(id))
  })
  if (!isReady) return null
  return (
    <Screen
      title={words(title)}
      backTo={paths.leads}
      footer={
        <Button
          title={words(saveWord)}
          onPress={() => save.run()}
          isBusy={save.isBusy}
          isDisabled={!canSave}
          isWide
        />
      }
    >
      {known ? <Known lead={known} /> : null}
      <Field
        label={words(askedOf('fullName'))}
        value={value.fullName}
        onChange={(fullName) => set({ fullName })}
        autoFocus
        autoCapitalize="words"
        autoComplete="off"
        maxLength={limitsOf('fullName').characters}
        returnKeyType="next"
        onSubmitEditing={() => phoneInput.current?.focus()}
      />
      <PhoneField
        label={words(askedOf('phone'))}
        value={value.phone}
        onChange={(text) => set({ phone: text })}
        fault={fault}
        inputRef={phoneInput}
        returnKeyType="next"
        onSubmitEditing={() => interestInput.current?.focus()}
      />
      <Field
        label={words(askedOf('interest'))}
        value={value.interest}
        onChange={(text) => set({ interest: text })}
        inputRef={interestInput}
        isOptional
        maxLength={limitsOf('interest').characters}
        returnKeyType="done"
        onSubmitEditing={() => canSave && save.run()}
      />
      <Interests value={value.interest} onChange={(text) => set({ interest: text })} />
      <FollowUpChoice
        value={value.nextFollowUpAt || null}
        onChange={(at) => set({ nextFollowUpAt: at ?? '' })}
      />
    </Screen>
  )
}

function Interests({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const words = useSay()
  return (
    <ChipGroup>
      {interests.map((text) => (
        <Chip
          key={text.id}
          text={words(text)}
          isOn={value === words(text)}
          onPress={() => onChange(words(text))}
        />
      ))}
    </ChipGroup>
  )
}

function Known({ lead }: { lead: SeenLead }) {
  const words = useSay()
  return (
    <Banner
      icon="warning"
      tone="warning"
      title={words(taken)}
      text={words(takenText, { name: lead.fullName })}
    >
      <Button
        title={words(openIt)}
        kind="plain"
        isSmall
        onPress={() => router.replace(paths.lead(lead.id))}
      />
    </Banner>
  )
}

const title = say('Prospek baru', 'New lead')
const saveWord = say('Simpan prospek', 'Save the lead')
const added = say('Prospek tersimpan', 'The lead is saved')
const taken = say('Nomor ini sudah ada di buku Anda', 'This number is in your book already')
const takenText = say('{name} memakai nomor yang sama.', '{name} has the same number.')
const openIt = say('Buka prospek itu', 'Open that lead')
const interests = [
  say('Dana pendidikan', 'Education fund'),
  say('Dana pensiun', 'Retirement'),
  say('Reksa dana pasar uang', 'Money market fund'),
  say('Obligasi negara', 'Government bonds'),
]
