import type { ReactNode } from 'react'
import { state, type Stories, type Words } from '@rmtools/gallery/stories'
import { Held } from '../gallery/Held.tsx'
import { CompaniesSelect } from './across-companies.tsx'
import { Pick, PickSome } from './Pick.tsx'
import { PersonSelect, ProductSelect, RmSelect } from './selects.tsx'

const nothing = () => undefined

export const stories: Stories<ReactNode> = {
  Pick: (say) => ({
    all: state(<State say={say} first={undefined} />),
    one: state(<State say={say} first="new" />),
    'long words': state(
      <Pick
        label={say('Sebab', 'Reason')}
        all={say('Semua sebab', 'All reasons')}
        value="long"
        options={[{ value: 'long', label: longReason(say) }]}
        onPick={nothing}
      />,
    ),
    loading: state(
      <Pick
        label={say('Status', 'State')}
        all={say('Semua status', 'All statuses')}
        value={undefined}
        options={[]}
        onPick={nothing}
        isLoading
      />,
    ),
  }),
  PickSome: (say) => ({
    all: state(
      <PickSome
        label="Status"
        all={say('Semua status', 'All statuses')}
        value={[]}
        options={states(say)}
        onPick={nothing}
      />,
    ),
    two: state(
      <PickSome
        label="Status"
        all={say('Semua status', 'All statuses')}
        value={['new', 'lost']}
        options={states(say)}
        onPick={nothing}
      />,
    ),
    'long words': state(
      <PickSome
        label={say('Sebab', 'Reason')}
        all={say('Semua sebab', 'All reasons')}
        value={['long']}
        options={[{ value: 'long', label: longReason(say) }]}
        onPick={nothing}
      />,
    ),
  }),
  CompaniesSelect: () => ({
    active: state(<CompaniesSelect value={undefined} onChange={nothing} />),
    all: state(<CompaniesSelect value="all" onChange={nothing} />),
  }),
  RmSelect: () => ({
    all: state(<RmSelect value={undefined} onChange={nothing} />),
    'a long name': state(<RmSelect value="2" onChange={nothing} />),
    disabled: state(<RmSelect value="1" onChange={nothing} disabled />),
  }),
  ProductSelect: () => ({
    all: state(<ProductSelect value={undefined} onChange={nothing} />),
    one: state(<ProductSelect value="KAS" onChange={nothing} />),
    'a long name': state(<ProductSelect value="TETAP" onChange={nothing} />),
    disabled: state(<ProductSelect value="KAS" onChange={nothing} disabled />),
  }),
  PersonSelect: (say) => ({
    none: state(
      <PersonSelect
        placeholder={say('Pilih orang', 'Choose a person')}
        value={undefined}
        onChange={nothing}
      />,
    ),
    one: state(
      <PersonSelect
        placeholder={say('Pilih orang', 'Choose a person')}
        value="1"
        onChange={nothing}
      />,
    ),
    'a long name': state(
      <PersonSelect
        placeholder={say('Pilih orang', 'Choose a person')}
        value="2"
        onChange={nothing}
      />,
    ),
  }),
}
const longReason = (say: Words) =>
  say(
    'Dokumen identitas yang diunggah tidak terbaca atau sudah tidak berlaku',
    'The identity document that was uploaded cannot be read or is not valid any more',
  )

const states = (say: Words) => [
  { value: 'new', label: say('Baru', 'New') },
  { value: 'contacted', label: say('Dihubungi', 'Contacted') },
  { value: 'lost', label: say('Tidak berlanjut', 'Lost') },
]

function State({ say, first }: { say: Words; first: string | undefined }) {
  return (
    <Held first={first}>
      {(value, set) => (
        <Pick
          label="Status"
          all={say('Semua status', 'All statuses')}
          value={value}
          options={states(say)}
          onPick={set}
        />
      )}
    </Held>
  )
}
