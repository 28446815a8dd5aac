import type { ReactNode } from 'react'
import { state, type Stories, type Words } from '@rmtools/gallery/stories'
import { Held } from '../gallery/Held.tsx'
import { CheckField, Radios, Select } from './Choice.tsx'

const nothing = () => undefined

export const stories: Stories<ReactNode> = {
  Radios: (say) => ({
    'nothing chosen': state(<Sexes say={say} value={null} />),
    chosen: state(<Sexes say={say} value="female" />),
    error: state(
      <Radios
        label={say('Tujuan investasi', 'Objective')}
        options={objectives(say)}
        value={null}
        onChange={nothing}
        fault={say('Pilih salah satu.', 'Choose one.')}
        isOptional
      />,
    ),
  }),
  Select: (say) => ({
    empty: state(
      <Select
        label={say('Tujuan investasi', 'Objective')}
        options={objectives(say)}
        value={null}
        onChange={nothing}
      />,
    ),
    chosen: state(
      <Held<string | null> first="growth">
        {(value, set) => (
          <Select
            label={say('Tujuan investasi', 'Objective')}
            options={objectives(say)}
            value={value}
            onChange={set}
          />
        )}
      </Held>,
    ),
    'long words': state(
      <Select
        label={say(
          'Tujuan investasi sebagaimana disampaikan kepada relationship manager Anda',
          'Objective as you told it to your relationship manager',
        )}
        options={objectives(say)}
        value="retirement"
        onChange={nothing}
      />,
    ),
    error: state(
      <Select
        label={say('Tujuan investasi', 'Objective')}
        options={objectives(say)}
        value={null}
        onChange={nothing}
        fault={say('Pilih salah satu.', 'Choose one.')}
      />,
    ),
  }),
  CheckField: (say) => ({
    off: state(
      <Held first={false}>
        {(isChecked, set) => (
          <CheckField isChecked={isChecked} onChange={set}>
            {say('Saya setuju', 'I agree')}
          </CheckField>
        )}
      </Held>,
    ),
    'on, long words': state(
      <CheckField isChecked onChange={nothing}>
        {say(
          'Saya telah membaca prospektus dan memahami bahwa kinerja masa lalu bukan jaminan kinerja mendatang.',
          'I have read the prospectus and understand that past performance does not promise the future.',
        )}
      </CheckField>,
    ),
    error: state(
      <CheckField
        isChecked={false}
        onChange={nothing}
        fault={say('Persetujuan ini diperlukan.', 'This consent is required.')}
      >
        {say('Saya setuju', 'I agree')}
      </CheckField>,
    ),
  }),
}
const objectives = (say: Words) => [
  { value: 'income', label: say('Penghasilan', 'Income') },
  { value: 'growth', label: say('Pertumbuhan', 'Growth') },
  {
    value: 'retirement',
    label: say(
      'Dana pensiun, pendidikan anak, dan kebutuhan jangka panjang lain',
      "Retirement, children's education and other needs of the distant future",
    ),
  },
]

function Sexes({ say, value }: { say: Words; value: string | null }) {
  const options = [
    { value: 'female', label: say('Perempuan', 'Female') },
    { value: 'male', label: say('Laki-laki', 'Male') },
  ]
  return (
    <Held first={value}>
      {(held, set) => (
        <Radios label={say('Jenis kelamin', 'Sex')} options={options} value={held} onChange={set} />
      )}
    </Held>
  )
}
