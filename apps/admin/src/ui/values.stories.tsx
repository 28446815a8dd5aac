import type { ReactNode } from 'react'
import { state, type Stories } from '@rmtools/gallery/stories'
import { instructionStates, investorStates } from '@rmtools/look/states'
import { AsOf } from './AsOf.tsx'
import { Columns } from './Columns.tsx'
import { Disclaimer } from './Disclaimer.tsx'
import { KeyValues } from './KeyValues.tsx'
import { Section } from './Page.tsx'
import { QrCode } from './QrCode.tsx'
import { State } from './State.tsx'
import { TimeLine } from './TimeLine.tsx'
import { Ago, At, Change, Code, Day, Money, Units } from './values.tsx'

export const stories: Stories<ReactNode> = {
  Money: () => ({
    rupiah: state(<Money amount="1500000" currency="IDR" />),
    dollars: state(<Money amount="1250.5" currency="USD" />),
    loss: state(<Money amount="-350000" currency="IDR" />),
    unknown: state(<Money amount={null} currency="IDR" />),
  }),
  Units: () => ({
    plain: state(<Units units="1234.5678" />),
    unknown: state(<Units units={null} />),
  }),
  Change: () => ({
    gain: state(<Change percent="4.21" />),
    loss: state(<Change percent="-2.05" />),
    none: state(<Change percent="0" />),
    unknown: state(<Change percent={null} />),
  }),
  Ago: () => ({
    'an hour ago': state(<Ago at="2026-11-24T01:26:00Z" />),
    never: state(<Ago at={null} />),
  }),
  At: () => ({
    plain: state(<At at="2026-11-24T02:26:00Z" />),
    never: state(<At at={null} />),
  }),
  Day: () => ({ plain: state(<Day date="2026-11-24" />), never: state(<Day date={null} />) }),
  Code: () => ({
    number: state(<Code>3174012345678901</Code>),
    masked: state(<Code>************8901</Code>),
    none: state(<Code>{null}</Code>),
  }),
  QrCode: (say) => ({
    plain: state(
      <QrCode
        text="https://example.co.id/pay/8800000000012"
        label={say('Kode QRIS untuk membayar Rp 5.000.000', 'QRIS code that pays Rp 5,000,000')}
      />,
    ),
  }),
  State: () => ({
    ...Object.fromEntries(
      Object.entries(investorStates).map(([name, one]) => [name, state(<State state={one} />)]),
    ),
    expired: state(<State state={instructionStates.expired} />),
  }),
  AsOf: () => ({
    fresh: state(<AsOf asOf="2026-11-24T02:26:00Z" isStale={false} />),
    stale: state(<AsOf asOf="2026-11-24T02:26:00Z" isStale />),
  }),
  Disclaimer: () => ({ plain: state(<Disclaimer />) }),
  KeyValues: (say) => ({
    plain: state(
      <KeyValues
        items={[
          [say('Nama', 'Name'), 'Siti Rahmawati'],
          ['NIK', <Code key="nik">3174012345678901</Code>],
          [say('Telepon', 'Phone'), null],
          [
            say('Alamat surat-menyurat', 'Correspondence address'),
            'Jalan Jenderal Sudirman Kaveling 52-53, RT 005/RW 003, Senayan, Kebayoran Baru, Jakarta Selatan 12190',
          ],
          ['E-mail', 'siti.rahmawati.kusumawardhani@contoh-perusahaan-sekuritas.co.id'],
        ]}
      />,
    ),
  }),
  TimeLine: (say) => ({
    plain: state(
      <TimeLine
        label={say('Riwayat', 'History')}
        items={[
          {
            key: '1',
            at: '2026-11-24T01:26:00Z',
            who: 'Dewi Lestari',
            what: say('Dikembalikan', 'Returned'),
            detail: say('Foto KTP tidak terbaca.', 'The picture cannot be read.'),
            tone: 'returned',
          },
          {
            key: '2',
            at: '2026-11-23T09:00:00Z',
            who: 'Budi Santoso',
            what: say('Diajukan', 'Submitted'),
            tone: 'waiting',
          },
          { key: '3', at: '2026-11-20T09:00:00Z', who: null, what: say('Dibuat', 'Created') },
        ]}
      />,
    ),
  }),
  Columns: (say) => ({
    plain: state(
      <Columns aside={<Section title={say('Di Bib', 'At Bib')}>SID</Section>}>
        <Section title={say('Data diri', 'Personal data')}>Siti Rahmawati</Section>
        <Section title={say('Rekening bank', 'Bank accounts')}>BCA</Section>
      </Columns>,
      { isWide: true },
    ),
  }),
}
