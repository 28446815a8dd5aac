import { useQuery } from '@tanstack/react-query'
import { router } from 'expo-router'
import { useState } from 'react'
import { nouns } from '@rmtools/look/words'
import { useAct } from '../ui/act.ts'
import { api } from '../base/api.ts'
import { codeOf, faultOf, textOf } from '../base/problems.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { useStore } from '../base/store.ts'
import { CodeScreen } from '../sessions/CodeScreen.tsx'
import { deviceId, session, takeStep } from '../sessions/session.ts'
import { WaitingScreen } from '../sessions/WaitingScreen.tsx'
import { Button } from '../ui/Button.tsx'
import { Segments } from '../ui/Chip.tsx'
import { EntryScreen } from '../ui/EntryScreen.tsx'
import { Field, PasswordField } from '../ui/Field.tsx'
import { haptic } from '../ui/haptics'
import { Select } from '../ui/Select.tsx'
import { Banner } from '../ui/States.tsx'

type Form = {
  companyId: string
  fullName: string
  email: string
  phone: string
  licenceNumber: string
  password: string
  channel: 'sms' | 'email'
}
const empty: Form = {
  companyId: '',
  fullName: '',
  email: '',
  phone: '',
  licenceNumber: '',
  password: '',
  channel: 'sms',
}

/** An RM applies to a company; the code and the wait for approval follow on the same page. */
export function RegisterScreen() {
  const state = useStore(session)
  if (state.status !== 'signed-out') return null
  if (state.challenge) return <CodeScreen challenge={state.challenge} />
  if (state.pendingAt) return <WaitingScreen />
  return <RegisterForm />
}

function isFilled({
  companyId,
  fullName,
  email: address,
  phone: number,
  password: secret,
}: Form): boolean {
  return (
    companyId !== '' &&
    fullName.trim() !== '' &&
    /.@./.test(address) &&
    number.length >= 8 &&
    secret.length >= 12
  )
}

function useRegister(form: Form) {
  const language = useLanguage()
  return useAct(
    async () => {
      const { licenceNumber, fullName, ...rest } = form
      const licence = licenceNumber.trim()
      const input = {
        ...rest,
        fullName: fullName.trim(),
        email: form.email.trim(),
        language,
        deviceId: await deviceId(),
      }
      await takeStep(
        await api.registration.register({
          ...input,
          ...(licence ? { licenceNumber: licence } : {}),
        }),
      )
    },
    { onRefused: () => haptic('refused') },
  )
}

function CompanyChoice({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const words = useSay()
  const language = useLanguage()
  const companies = useQuery({
    queryKey: ['companies'],
    queryFn: async () => await api.registration.companies(),
  })
  return (
    <Select
      label={words(nouns.company)}
      value={value || undefined}
      options={(companies.data?.items ?? []).map(({ id, name }) => ({ value: id, text: name }))}
      onChange={onChange}
      hint={companies.isError ? textOf(companies.error, language) : undefined}
    />
  )
}

function RegisterForm() {
  const words = useSay()
  const language = useLanguage()
  const [form, setForm] = useState<Form>(empty)
  const set = (change: Partial<Form>) => setForm((now) => ({ ...now, ...change }))
  const { run, isBusy, error } = useRegister(form)
  const code = error ? codeOf(error) : ''
  const own = (...codes: string[]) => (codes.includes(code) ? textOf(error, language) : undefined)
  const isOfField = /^(user-|phone-|password-)/.test(code)
  return (
    <EntryScreen
      title={words(title)}
      text={words(text)}
      onBack={() => (router.canGoBack() ? router.back() : router.replace('/sign-in'))}
    >
      {error && !isOfField ? (
        <Banner icon="warning" tone="danger" title={textOf(error, language)} />
      ) : null}
      <CompanyChoice value={form.companyId} onChange={(companyId) => set({ companyId })} />
      <Field
        label={words(fullName)}
        value={form.fullName}
        onChange={(value) => set({ fullName: value })}
        autoComplete="name"
        autoCapitalize="words"
        error={faultOf(error, '/fullName', language)}
      />
      <Field
        label={words(email)}
        value={form.email}
        onChange={(value) => set({ email: value })}
        autoComplete="email"
        autoCapitalize="none"
        keyboardType="email-address"
        error={own('user-email-taken') ?? faultOf(error, '/email', language)}
      />
      <Field
        label={words(phone)}
        value={form.phone}
        onChange={(value) => set({ phone: value })}
        autoComplete="tel"
        keyboardType="phone-pad"
        hint={words(phoneHint)}
        error={own('user-phone-taken', 'phone-invalid') ?? faultOf(error, '/phone', language)}
      />
      <Field
        label={words(nouns.licence)}
        value={form.licenceNumber}
        onChange={(value) => set({ licenceNumber: value })}
        autoCapitalize="characters"
        autoCorrect={false}
        isOptional
        hint={words(licenceHint)}
      />
      <PasswordField
        label={words(password)}
        value={form.password}
        onChange={(value) => set({ password: value })}
        isNew
        hint={words(passwordHint)}
        error={code.startsWith('password-') ? textOf(error, language) : undefined}
      />
      <Segments
        label={words(channel)}
        value={form.channel}
        onChange={(value) => set({ channel: value })}
        options={channels.map(({ value, word }) => ({ value, text: words(word) }))}
      />
      <Button
        title={words(go)}
        onPress={() => run()}
        isBusy={isBusy}
        isDisabled={!isFilled(form)}
        isWide
      />
    </EntryScreen>
  )
}

const title = say('Daftar sebagai RM', 'Register as RM')
const text = say(
  'Perusahaan Anda memeriksa pendaftaran ini sebelum Anda dapat masuk.',
  'Your company checks this before you can sign in.',
)
const fullName = say('Nama lengkap', 'Full name')
const email = say('E-mail kerja', 'Work e-mail')
const phone = say('Nomor telepon', 'Phone number')
const phoneHint = say('Contoh: 0812 3456 7890', 'Example: 0812 3456 7890')
const licenceHint = say(
  'Nomor izin wakil agen penjual (WAPERD).',
  'Your licence as representative of a selling agent.',
)
const password = say('Kata sandi', 'Password')
const passwordHint = say(
  'Paling sedikit 12 karakter; kalimat pendek pun boleh.',
  'At least 12 characters; a short sentence will do.',
)
const channel = say('Kode dikirim lewat', 'Send the code by')
const channels = [
  { value: 'sms', word: say('Kode lewat SMS', 'Code by SMS') },
  { value: 'email', word: say('Kode lewat e-mail', 'Code by e-mail') },
] as const
const go = say('Daftar', 'Register')
