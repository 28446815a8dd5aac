import { router } from 'expo-router'
import { nouns } from '@rmtools/look/words'
import { useAct } from '../ui/act.ts'
import { paths } from '../base/paths.ts'
import { say, useSay } from '../base/preferences.ts'
import { phoneFault } from '../leads/rules.ts'
import { useDraft } from '../sync/draft.ts'
import { Button } from '../ui/Button.tsx'
import { Segments } from '../ui/Chip.tsx'
import { Field } from '../ui/Field.tsx'
import { PhoneField } from '../ui/PhoneField.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Text } from '../ui/Text.tsx'
import { beginCase } from './local.ts'

type Form = { kind: 'individual' | 'institutional'; fullName: string; phone: string; email: string }
const empty: Form = { kind: 'individual', fullName: '', phone: '', email: '' }

/** Starts a case without a lead. */
export function NewInvestorScreen() {
  const words = useSay()
  const { id, value, isReady, set, clear } = useDraft('investor/new', empty)
  const { kind, fullName, phone, email } = value
  const begin = useAct(async () => {
    const contact = {
      ...(phone.trim() ? { phone: phone.trim() } : {}),
      ...(email.trim() ? { email: email.trim() } : {}),
    }
    await beginCase({ id, kind, fullName: fullName.trim(), ...contact })
    await clear()
    router.replace(paths.investor(id))
    router.push(paths.kyc(id))
  })
  if (!isReady) return null
  const fault = phoneFault(phone)
  const isEmailSound = email.trim() === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())
  const canStart = fullName.trim() !== '' && fault === undefined && isEmailSound
  return (
    <Screen
      title={words(title)}
      backTo={paths.investors}
      footer={
        <Button
          title={words(start)}
          onPress={() => begin.run()}
          isBusy={begin.isBusy}
          isDisabled={!canStart}
          isWide
        />
      }
    >
      <Segments
        label={words(kindWord)}
        value={kind}
        onChange={(next) => set({ kind: next })}
        options={[
          { value: 'individual', text: words(nouns.individual) },
          { value: 'institutional', text: words(nouns.institutional) },
        ]}
      />
      <Field
        label={words(kind === 'individual' ? nameWord : companyWord)}
        value={fullName}
        onChange={(next) => set({ fullName: next })}
        autoFocus
        autoCapitalize="words"
        autoComplete="off"
        maxLength={150}
      />
      <PhoneField
        label={words(phoneWord)}
        value={phone}
        onChange={(next) => set({ phone: next })}
        fault={fault}
        isOptional
      />
      <Field
        label="E-mail"
        value={email}
        onChange={(next) => set({ email: next })}
        keyboardType="email-address"
        autoCapitalize="none"
        autoComplete="off"
        maxLength={254}
        isOptional
        error={isEmailSound ? undefined : words(emailWrong)}
      />
      <Text kind="caption" tone="second">
        {words(later)}
      </Text>
    </Screen>
  )
}

const title = say('Investor baru', 'New investor')
const kindWord = say('Jenis investor', 'Investor type')
const nameWord = say('Nama lengkap sesuai KTP', 'Full name as on the KTP')
const companyWord = say('Nama institusi', 'Name of the institution')
const phoneWord = say('Nomor ponsel', 'Mobile phone')
const start = say('Mulai KYC', 'Start the KYC')
const emailWrong = say('Formatnya tidak sesuai.', 'The format is not valid.')
const later = say(
  'Semua dapat diubah nanti. Tersimpan di ponsel ini juga tanpa jaringan.',
  'You can change everything later. It is saved on this phone, even offline.',
)
