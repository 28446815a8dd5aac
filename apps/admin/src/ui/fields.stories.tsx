import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import type { CommonControl, FieldToEnter } from '@rmtools/contracts/described'
import { invalidInput, Problem } from '@rmtools/contracts/problem'
import { state, type Stories, type Words } from '@rmtools/gallery/stories'
import { Held } from '../gallery/Held.tsx'
import { DescribedFields, type FieldValue } from './DescribedFields.tsx'
import { Field, RefusedContext } from './Field.tsx'
import { CountInput, FigureInput } from './FigureInput.tsx'
import { Period, type Days } from './Period.tsx'
import { SearchInput } from './SearchInput.tsx'
import { WithReason } from './WithReason.tsx'

const nothing = () => undefined
const rupiah = { kind: 'money', places: 0, currency: 'IDR' } as const

export const stories: Stories<ReactNode> = {
  Field: (say) => ({
    required: state(
      <Field id="gallery-a" label={say('Nama', 'Name')} isRequired>
        <Input id="gallery-a" defaultValue="Siti Rahmawati" />
      </Field>,
    ),
    'with a hint': state(
      <Field id="gallery-b" label="NPWP" hint={say('15 atau 16 angka.', '15 or 16 digits.')}>
        <Input id="gallery-b" />
      </Field>,
    ),
    fault: state(
      <Field
        id="gallery-c"
        label="E-mail"
        fault={say('Tulis alamat lengkap.', 'Write the whole address.')}
      >
        <Input id="gallery-c" defaultValue="siti@" />
      </Field>,
    ),
    disabled: state(
      <Field id="gallery-d" label={say('Kode', 'Code')}>
        <Input id="gallery-d" disabled defaultValue="NUSANTARA" />
      </Field>,
    ),
    'long label': state(
      <Field
        id="gallery-e"
        label={say(
          'Nama gadis ibu kandung sebagaimana tercatat dalam kartu keluarga yang masih berlaku',
          "Mother's maiden name as it is recorded in the family card that is still valid",
        )}
      >
        <Input id="gallery-e" />
      </Field>,
    ),
  }),
  DescribedFields: (say) => ({
    filled: state(<Described fault={null} />),
    refused: state(<Described fault={say('Wajib diisi.', 'This is required.')} />),
  }),
  RefusedContext: (say) => ({
    'refused by the server': state(
      <RefusedContext
        value={new Problem(invalidInput, { errors: [{ pointer: '/phone', code: 'phone' }] })}
      >
        <Field id="gallery-f" names={['phone']} label={say('Telepon', 'Phone')}>
          <Input id="gallery-f" defaultValue="0812" />
        </Field>
      </RefusedContext>,
    ),
  }),
  FigureInput: (say) => ({
    empty: state(<Amount say={say} first={null} />),
    filled: state(<Amount say={say} first="1500000000" />),
    'read only': state(
      <FigureInput
        label={say('Jumlah', 'Amount')}
        value="2500000"
        onChange={nothing}
        of={rupiah}
        prefix="Rp"
        isReadOnly
      />,
    ),
    units: state(
      <FigureInput
        label={say('Unit', 'Units')}
        value="1234.5678"
        onChange={nothing}
        of={{ kind: 'units', places: 4 }}
        suffix={say('unit', 'units')}
      />,
    ),
  }),
  CountInput: (say) => ({
    filled: state(<CountInput label={say('Hari', 'Days')} value={30} onChange={nothing} />),
    empty: state(<CountInput label={say('Hari', 'Days')} value={Number.NaN} onChange={nothing} />),
  }),
  SearchInput: () => ({
    empty: state(<SearchInput value={undefined} onSearch={nothing} />),
    typed: state(<SearchInput value="Siti" onSearch={nothing} />),
  }),
  Period: () => ({
    empty: state(<Days first={{}} />),
    chosen: state(<Days first={{ from: '2026-11-01', to: '2026-11-24' }} />),
    required: state(
      <Period value={{ from: '2026-01-01', to: '2026-11-24' }} onChange={nothing} isRequired />,
    ),
  }),

  WithReason: (say) => ({
    'may be used': state(
      <WithReason reason={undefined}>
        {(described) => <Button {...described}>{say('Ekspor', 'Export')}</Button>}
      </WithReason>,
    ),
    'may not, and why': state(
      <WithReason reason={say('Peran Anda tidak dapat mengekspor.', 'Your role may not export.')}>
        {(described) => <Button {...described}>{say('Ekspor', 'Export')}</Button>}
      </WithReason>,
    ),
  }),
}

const limits = { characters: 100 }
const described: readonly FieldToEnter<string, CommonControl>[] = [
  {
    name: 'fullName',
    control: 'name',
    asked: { id: 'Nama lengkap', en: 'Full name' },
    hint: undefined,
    isNeeded: true,
    width: 'full',
    limits,
  },
  {
    name: 'phone',
    control: 'phone',
    asked: { id: 'Telepon', en: 'Phone' },
    hint: undefined,
    isNeeded: false,
    width: 'half',
    limits,
  },
  {
    name: 'email',
    control: 'email',
    asked: { id: 'E-mail', en: 'E-mail' },
    hint: { id: 'Bila ada.', en: 'If there is one.' },
    isNeeded: false,
    width: 'half',
    limits,
  },
  {
    name: 'note',
    control: 'long-text',
    asked: { id: 'Catatan', en: 'Note' },
    hint: undefined,
    isNeeded: false,
    width: 'full',
    limits,
  },
]
type Entered = Record<string, FieldValue>

function Described({ fault }: { fault: string | null }) {
  return (
    <Held<Entered> first={{ fullName: 'Siti Rahmawati', phone: '0812 3456 7890' }}>
      {(value, set) => (
        <DescribedFields<string, CommonControl, Entered>
          fields={described}
          value={value}
          onChange={(changes) => set({ ...value, ...changes } as Entered)}
          faultOf={(name) => (name === 'fullName' ? fault : null)}
          own={{}}
        />
      )}
    </Held>
  )
}

function Amount({ say, first }: { say: Words; first: string | null }) {
  return (
    <Held first={first}>
      {(value, set) => (
        <FigureInput
          label={say('Jumlah', 'Amount')}
          value={value}
          onChange={set}
          of={rupiah}
          prefix="Rp"
        />
      )}
    </Held>
  )
}

function Days({ first }: { first: Days }) {
  return <Held first={first}>{(value, set) => <Period value={value} onChange={set} />}</Held>
}
