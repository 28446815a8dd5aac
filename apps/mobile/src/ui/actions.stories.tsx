import type { ReactNode } from 'react'
import { state, type Stories } from '@rmtools/gallery/stories'
import { Held } from '../gallery/Held.tsx'
import { Button } from './Button.tsx'
import { Checkbox } from './Checkbox.tsx'
import { Chip, ChipGroup, Chips, Segments } from './Chip.tsx'
import { Choice } from './Choice.tsx'
import { Tap } from './Tap.tsx'
import { Text } from './Text.tsx'
import { Toggle } from './Toggle.tsx'

const nothing = () => undefined

export const stories: Stories<ReactNode> = {
  Button: (say) => ({
    primary: state(<Button title={say('Simpan', 'Save')} onPress={nothing} />),
    quiet: state(
      <Button title={say('Bagikan', 'Share')} icon="share" kind="quiet" onPress={nothing} />,
    ),
    plain: state(<Button title={say('Ulangi', 'Start over')} kind="plain" onPress={nothing} />),
    danger: state(
      <Button
        title={say('Hapus prospek', 'Delete the lead')}
        icon="trash"
        kind="danger"
        onPress={nothing}
      />,
    ),
    busy: state(<Button title={say('Menyimpan', 'Saving')} isBusy onPress={nothing} />),
    disabled: state(<Button title={say('Kirim', 'Send')} isDisabled onPress={nothing} />),
    'disabled with its reason': state(
      <Button
        title={say('Kirim', 'Send')}
        reason={say('Lengkapi nomor telepon investor.', "Complete the investor's phone number.")}
        onPress={nothing}
      />,
    ),
    small: state(
      <Button
        title={say('Saring', 'Filter')}
        icon="filter"
        kind="quiet"
        isSmall
        onPress={nothing}
      />,
    ),
    'long words, with an icon': state(
      <Button
        title={say('Perbarui profil risiko dan tujuan investasi', 'Renew the risk profile')}
        icon="refresh"
        kind="quiet"
        onPress={nothing}
      />,
    ),
    'disabled, long words': state(
      <Button
        title={say('Pertanggungjawabkan ketidaksesuaian', 'Account for the unsuitability')}
        reason={say(
          'Profil risiko investor sudah kedaluwarsa; perbarui dahulu bersama investor.',
          "The investor's risk profile has expired; renew it with the investor first.",
        )}
        onPress={nothing}
      />,
    ),
    'wide, long words': state(
      <Button
        title={say(
          'Kirim ulang tautan persetujuan kepada investor',
          'Send the link for approval to the investor again',
        )}
        isWide
        onPress={nothing}
      />,
    ),
  }),
  Checkbox: (say) => ({
    off: state(
      <Held first={false}>
        {(isOn, set) => (
          <Checkbox isOn={isOn} onChange={set} text={say('Saya setuju', 'I agree')} />
        )}
      </Held>,
    ),
    'on, long words': state(
      <Checkbox
        isOn
        onChange={nothing}
        text={say(
          'Investor telah membaca prospektus dan memahami risikonya',
          'The investor has read the prospectus and understands its risks',
        )}
        detail={say('Versi 3 Maret 2026', 'Version of 3 March 2026')}
      />,
    ),
    error: state(
      <Checkbox
        isOn={false}
        onChange={nothing}
        text={say('Saya setuju', 'I agree')}
        error={say('Persetujuan ini diperlukan.', 'This consent is required.')}
      />,
    ),
  }),
  Chip: (say) => ({
    off: state(<Chip text={say('Baru', 'New')} isOn={false} onPress={nothing} />),
    on: state(<Chip text={say('Baru', 'New')} isOn onPress={nothing} />),
    'with a count': state(
      <Chip text={say('Menunggu', 'Waiting')} isOn={false} count={128} onPress={nothing} />,
    ),
    'on, with a count': state(
      <Chip text={say('Menunggu', 'Waiting')} isOn count={3} onPress={nothing} />,
    ),
  }),
  Chips: (say) => ({
    'more than there is room for': state(<Chips>{someChips(say)}</Chips>),
  }),
  ChipGroup: (say) => ({
    wrapped: state(<ChipGroup>{someChips(say)}</ChipGroup>),
  }),
  Segments: (say) => ({
    'long words': state(
      <Segments
        label={say('Jenis', 'Kind')}
        value="redemption"
        onChange={nothing}
        options={[
          { value: 'subscription', text: say('Pembelian', 'Subscription') },
          { value: 'redemption', text: say('Penjualan kembali', 'Redemption') },
          { value: 'switching', text: say('Pengalihan', 'Switching') },
        ]}
      />,
    ),
    chosen: state(
      <Held first="list">
        {(value, set) => (
          <Segments
            label={say('Tampilan', 'View')}
            value={value}
            onChange={set}
            options={[
              { value: 'list', text: say('Daftar', 'List') },
              { value: 'board', text: say('Papan', 'Board') },
              { value: 'figures', text: say('Angka', 'Figures') },
            ]}
          />
        )}
      </Held>,
    ),
  }),
  Choice: (say) => ({
    'long words': state(
      <Choice
        label={say('Tujuan investasi', 'Objective')}
        value="needs"
        options={[
          {
            value: 'needs',
            text: say(
              'Dana pensiun, pendidikan anak, dan kebutuhan jangka panjang lain',
              "Retirement, children's education and other needs of the distant future",
            ),
          },
          { value: 'growth', text: say('Pertumbuhan', 'Growth') },
        ]}
        onChange={nothing}
      />,
    ),
    'nothing chosen': state(<Sexes say={say} value={undefined} />),
    chosen: state(<Sexes say={say} value="female" />),
    'optional, with a hint': state(
      <Choice
        label={say('Pendidikan', 'Education')}
        value={undefined}
        options={[
          { value: 'a', text: say('Sekolah menengah', 'Secondary school') },
          { value: 'b', text: say('Perguruan tinggi', 'University') },
        ]}
        onChange={nothing}
        hint={say('Jenjang terakhir yang selesai.', 'The last that was finished.')}
        isOptional
      />,
    ),
    error: state(
      <Choice
        label={say('Jenis kelamin', 'Sex')}
        value={undefined}
        options={[
          { value: 'female', text: say('Perempuan', 'Female') },
          { value: 'male', text: say('Laki-laki', 'Male') },
        ]}
        onChange={nothing}
        error={say('Pilih salah satu.', 'Choose one.')}
      />,
    ),
  }),
  Tap: (say) => ({
    button: state(
      <Tap onPress={nothing} label={say('Buka', 'Open')}>
        <Text>{say('Buka', 'Open')}</Text>
      </Tap>,
    ),
    disabled: state(
      <Tap onPress={nothing} label={say('Buka', 'Open')} isDisabled>
        <Text tone="faint">{say('Buka', 'Open')}</Text>
      </Tap>,
    ),
  }),
  Toggle: (say) => ({
    on: state(
      <Held first={true}>
        {(isOn, set) => (
          <Toggle
            title={say('Kunci dengan sidik jari', 'Lock with a fingerprint')}
            icon="fingerprint"
            isOn={isOn}
            onChange={set}
          />
        )}
      </Held>,
    ),
    'off, with details': state(
      <Toggle
        title={say('Pemberitahuan', 'Notifications')}
        detail={say(
          'Instruksi yang menunggu, tinjauan KYC, dan tindak lanjut hari ini',
          "Instructions that wait, KYC reviews and today's follow-ups",
        )}
        isOn={false}
        onChange={nothing}
      />,
    ),
    disabled: state(
      <Toggle title={say('Face ID', 'Face ID')} isOn={false} isDisabled onChange={nothing} />,
    ),
  }),
}

type Say = (id: string, en: string) => string

const someChips = (say: Say): ReactNode =>
  [
    say('Semua', 'All'),
    say('Baru', 'New'),
    say('Dihubungi', 'Contacted'),
    say('Memenuhi syarat', 'Qualified'),
    say('Penawaran', 'Proposal'),
    say('Tidak berlanjut', 'Lost'),
  ].map((text, index) => <Chip key={text} text={text} isOn={index === 1} onPress={nothing} />)

function Sexes({ say, value }: { say: Say; value: string | undefined }) {
  return (
    <Held first={value}>
      {(held, set) => (
        <Choice
          label={say('Jenis kelamin', 'Sex')}
          value={held}
          options={[
            { value: 'female', text: say('Perempuan', 'Female') },
            { value: 'male', text: say('Laki-laki', 'Male') },
          ]}
          onChange={set}
        />
      )}
    </Held>
  )
}
