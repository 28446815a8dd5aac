import type { ReactNode } from 'react'
import { state, type Stories, type Words } from '@rmtools/gallery/stories'
import { Held } from '../gallery/Held.tsx'
import { DateField } from './DateField.tsx'
import { CodeField, Field, FieldMessage, PasswordField } from './Field.tsx'
import { MoneyField } from './MoneyField.tsx'
import { PhoneField } from './PhoneField.tsx'
import { SearchField } from './SearchField.tsx'
import { Select, SelectSheet, type Option } from './Select.tsx'
import { SignaturePad } from './SignaturePad.tsx'

const nothing = () => undefined

export const stories: Stories<ReactNode> = {
  Field: (say) => ({
    empty: state(
      <Held first="">
        {(value, set) => <Field label={say('Nama', 'Name')} value={value} onChange={set} />}
      </Held>,
    ),
    filled: state(<Field label={say('Nama', 'Name')} value="Siti Rahmawati" onChange={nothing} />),
    'optional, with a hint': state(
      <Field
        label={say('Nama panggilan', 'Nickname')}
        value=""
        onChange={nothing}
        placeholder="Siti"
        hint={say('Seperti yang biasa Anda ucapkan.', 'As you usually say it.')}
        isOptional
      />,
    ),
    error: state(
      <Field
        label="E-mail"
        value="siti@"
        onChange={nothing}
        error={say(
          'Tulis alamat lengkap, seperti nama@contoh.co.id.',
          'Write the whole address, such as name@example.co.id.',
        )}
      />,
    ),
    'several lines': state(
      <Field
        label={say('Catatan', 'Note')}
        multiline
        value={say(
          'Ingin membandingkan reksa dana pasar uang dengan deposito. Hubungi lagi setelah gajian.',
          'Wants to compare money market funds with a deposit. Call again after payday.',
        )}
        onChange={nothing}
      />,
    ),
    'with a unit': state(
      <Field label={say('Porsi', 'Share')} prefix="%" value="25" onChange={nothing} />,
    ),
    'long label and value': state(
      <Field
        label={say(
          'Nama lengkap sesuai kartu tanda penduduk yang masih berlaku',
          'Full name as it stands on the identity card that is still valid',
        )}
        value="Raden Ajeng Kusumawardhani Prameswari Hadiningrat Suryadiningrat"
        onChange={nothing}
      />,
    ),
  }),
  FieldMessage: (say) => ({
    hint: state(<FieldMessage error={undefined} hint={say('Enam angka.', 'Six digits.')} />),
    error: state(<FieldMessage error={say('Wajib diisi.', 'This is required.')} hint="" />),
  }),
  PasswordField: (say) => ({
    hidden: state(
      <Held first="rahasia-sekali">
        {(value, set) => (
          <PasswordField label={say('Kata sandi', 'Password')} value={value} onChange={set} />
        )}
      </Held>,
    ),
  }),
  CodeField: (say) => ({
    filled: state(
      <CodeField
        label={say('Kode dari SMS', 'Code from the SMS')}
        value="482913"
        onChange={nothing}
      />,
    ),
    error: state(
      <CodeField
        label={say('Kode dari SMS', 'Code from the SMS')}
        value="482"
        onChange={nothing}
        error={say(
          'Kode ini salah. Periksa SMS terakhir.',
          'The code is wrong. Look at the last SMS.',
        )}
      />,
    ),
  }),
  DateField: (say) => ({
    empty: state(
      <DateField label={say('Tanggal lahir', 'Date of birth')} value="" onChange={nothing} />,
    ),
    filled: state(
      <DateField
        label={say('Tanggal lahir', 'Date of birth')}
        value="1988-02-29"
        onChange={nothing}
      />,
    ),
    error: state(
      <DateField
        label={say('Tindak lanjut', 'Follow-up')}
        value="2026-01-02"
        onChange={nothing}
        error={say('Pilih hari ini atau sesudahnya.', 'Choose today or later.')}
      />,
    ),
  }),
  MoneyField: (say) => ({
    empty: state(<Money say={say} value="" />),
    filled: state(<Money say={say} value="1500000000" />),
    dollars: state(
      <MoneyField
        label={say('Jumlah', 'Amount')}
        value="1250.5"
        onChange={nothing}
        currency="USD"
      />,
    ),
    error: state(
      <MoneyField
        label={say('Jumlah', 'Amount')}
        value="50000"
        onChange={nothing}
        currency="IDR"
        error={say('Paling sedikit Rp 100.000.', 'At least Rp 100,000.')}
      />,
    ),
  }),
  PhoneField: (say) => ({
    filled: state(
      <PhoneField
        label={say('Telepon', 'Phone')}
        value="0812 3456 7890"
        onChange={nothing}
        fault={undefined}
      />,
    ),
    error: state(
      <PhoneField label={say('Telepon', 'Phone')} value="0812" onChange={nothing} fault="phone" />,
    ),
  }),
  SearchField: (say) => ({
    empty: state(
      <SearchField label={say('Cari prospek', 'Search leads')} value="" onChange={nothing} />,
    ),
    typed: state(
      <Held first="Siti">
        {(value, set) => (
          <SearchField label={say('Cari prospek', 'Search leads')} value={value} onChange={set} />
        )}
      </Held>,
    ),
  }),
  Select: (say) => ({
    empty: state(<Jobs say={say} value={undefined} />),
    chosen: state(<Jobs say={say} value="private" />),
    'long words': state(<Jobs say={say} value="other" />),
    disabled: state(
      <Select
        label={say('Pekerjaan', 'Occupation')}
        value="private"
        options={jobs(say)}
        onChange={nothing}
        isDisabled
      />,
    ),
    error: state(
      <Select
        label={say('Pekerjaan', 'Occupation')}
        value={undefined}
        options={jobs(say)}
        onChange={nothing}
        isOptional
        error={say('Pilih salah satu.', 'Choose one.')}
      />,
    ),
  }),
  SelectSheet: (say) => ({
    open: state(
      <SelectSheet
        isOpen
        title={say('Pekerjaan', 'Occupation')}
        options={jobs(say)}
        value="private"
        onChange={nothing}
        onClose={nothing}
      />,
      { height: 560 },
    ),
  }),
  SignaturePad: (say) => ({
    empty: state(<SignaturePad label={say('Tanda tangan', 'Signature')} onChange={nothing} />),
    error: state(
      <SignaturePad
        label={say('Tanda tangan', 'Signature')}
        onChange={nothing}
        error={say('Tanda tangan diperlukan.', 'The signature is required.')}
      />,
    ),
  }),
}

const jobs = (say: Words): Option[] => [
  { value: 'private', text: say('Karyawan swasta', 'Private employee') },
  {
    value: 'civil',
    text: say('Pegawai negeri', 'Civil servant'),
    detail: say('Pusat dan daerah', 'State and regions'),
  },
  { value: 'owner', text: say('Pemilik usaha', 'Business owner') },
  { value: 'home', text: say('Ibu rumah tangga', 'Homemaker') },
  { value: 'student', text: say('Pelajar atau mahasiswa', 'Pupil or student') },
  { value: 'teacher', text: say('Guru atau dosen', 'Teacher') },
  { value: 'farmer', text: say('Petani', 'Farmer') },
  { value: 'retired', text: say('Pensiunan', 'Retired') },
  {
    value: 'other',
    text: say(
      'Lainnya, termasuk pekerja lepas dan profesi yang tidak disebut di atas',
      'Other, freelancers and professions that are not listed above included',
    ),
  },
]

function Jobs({ say, value }: { say: Words; value: string | undefined }) {
  return (
    <Held first={value}>
      {(held, set) => (
        <Select
          label={say('Pekerjaan', 'Occupation')}
          value={held}
          options={jobs(say)}
          onChange={set}
        />
      )}
    </Held>
  )
}

function Money({ say, value }: { say: Words; value: string }) {
  return (
    <Held first={value}>
      {(held, set) => (
        <MoneyField label={say('Jumlah', 'Amount')} value={held} onChange={set} currency="IDR" />
      )}
    </Held>
  )
}
