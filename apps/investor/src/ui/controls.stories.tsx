import type { ReactNode } from 'react'
import { state, type Stories, type Words } from '@rmtools/gallery/stories'
import { Held } from '../gallery/Held.tsx'
import { Button, LinkButton } from './Button.tsx'
import { Camera } from './Camera.tsx'
import { CodeInput } from './CodeInput.tsx'
import { Digits } from './Digits.tsx'
import { Figure } from './Figure.tsx'
import { Reason, Remarks, TextField } from './Field.tsx'
import { QrCode } from './QrCode.tsx'
import { Signature } from './Signature.tsx'
import type { Strokes } from './strokes.ts'

const nothing = () => undefined
const PAST = Date.parse('2026-01-01T00:00:00Z')
/** A minute after the time at which the pictures are taken. */
const SOON = Date.parse('2026-11-24T02:27:00Z')

const drawn: Strokes = [
  [
    { x: 0.2, y: 0.3 },
    { x: 0.3, y: 0.1 },
    { x: 0.35, y: 0.35 },
    { x: 0.5, y: 0.15 },
    { x: 0.7, y: 0.3 },
  ],
]

export const stories: Stories<ReactNode> = {
  Button: (say) => ({
    primary: state(<Button onPress={nothing}>{say('Setujui', 'Approve')}</Button>),
    secondary: state(
      <Button kind="secondary" onPress={nothing}>
        {say('Kembali', 'Back')}
      </Button>,
    ),
    danger: state(
      <Button kind="danger" onPress={nothing}>
        {say('Tolak instruksi', 'Decline the instruction')}
      </Button>,
    ),
    quiet: state(
      <Button kind="quiet" onPress={nothing}>
        {say('Nanti saja', 'Not now')}
      </Button>,
    ),
    small: state(
      <Button kind="secondary" isSmall onPress={nothing}>
        {say('Urungkan', 'Undo')}
      </Button>,
    ),
    busy: state(
      <Button isBusy onPress={nothing}>
        {say('Mengirim', 'Sending')}
      </Button>,
    ),
    disabled: state(
      <Button isDisabled onPress={nothing}>
        {say('Setujui', 'Approve')}
      </Button>,
    ),
    'long words': state(
      <Button onPress={nothing}>
        {say(
          'Saya menyetujui pembelian ini dan seluruh ketentuannya',
          'I approve this subscription and all of its conditions',
        )}
      </Button>,
    ),
  }),
  LinkButton: (say) => ({
    secondary: state(
      <LinkButton href="#">{say('Unduh prospektus', 'Download the prospectus')}</LinkButton>,
    ),
    small: state(
      <LinkButton href="#" isSmall>
        {say('Telepon', 'Call')}
      </LinkButton>,
    ),
  }),
  TextField: (say) => ({
    empty: state(<Named say={say} value="" />),
    filled: state(<Named say={say} value="Siti Rahmawati" />),
    'optional, with a hint': state(
      <TextField
        label="NPWP"
        value=""
        onChange={nothing}
        hint={say('15 atau 16 angka pada kartu NPWP.', 'The 15 or 16 digits on the tax card.')}
        isOptional
      />,
    ),
    error: state(
      <TextField
        label="NIK"
        value="317402"
        isMono
        onChange={nothing}
        fault={say('NIK terdiri dari 16 angka.', 'The identity number has 16 digits.')}
      />,
    ),
    'returned, and asked about': state(
      <TextField
        label={say('Alamat', 'Address')}
        value="Jalan Sudirman 5"
        isLong
        onChange={nothing}
        reason={say('Tulis RT dan RW.', 'Add the neighbourhood numbers.')}
        question={say('Apakah sama dengan KTP?', 'Is it the same as on the identity card?')}
      />,
    ),
    'long label': state(
      <TextField
        label={say(
          'Nama gadis ibu kandung sebagaimana tercatat dalam kartu keluarga',
          "Mother's maiden name as it is recorded in the family card",
        )}
        value=""
        onChange={nothing}
      />,
    ),
  }),

  CodeInput: (say) => ({
    empty: state(<Code value="" resendAt={PAST} />),
    'just sent': state(<Code value="482" resendAt={SOON} />),
    error: state(
      <CodeInput
        value="482913"
        onChange={nothing}
        fault={say('Kode ini salah.', 'The code is wrong.')}
        resendAt={PAST}
        onResend={nothing}
        isSending={false}
      />,
    ),
    sending: state(
      <CodeInput value="" onChange={nothing} resendAt={PAST} onResend={nothing} isSending />,
    ),
  }),
  Signature: (say) => ({
    empty: state(<Signature strokes={[]} onChange={nothing} />),
    signed: state(
      <Held first={drawn}>{(strokes, set) => <Signature strokes={strokes} onChange={set} />}</Held>,
    ),
    error: state(
      <Signature
        strokes={[]}
        onChange={nothing}
        fault={say('Tanda tangan diperlukan.', 'The signature is required.')}
      />,
    ),
  }),
  Camera: (say) => ({
    card: state(
      <Camera
        facing="environment"
        words={{
          live: say('Gambar kamera', 'Camera picture'),
          take: say('Ambil foto', 'Take the picture'),
        }}
        onPhoto={nothing}
        onFail={nothing}
      />,
      {},
    ),
  }),
  Digits: () => ({ plain: state(<Digits>8800000000012</Digits>) }),
  Figure: () => ({
    short: state(<Figure>Rp 25.000.000</Figure>),
    long: state(<Figure>Rp 125.000.000.000.000</Figure>),
  }),
  QrCode: (say) => ({
    plain: state(
      <QrCode
        text="https://example.co.id/pay/8800000000012"
        label={say('Kode QRIS untuk membayar Rp 5.000.000', 'QRIS code that pays Rp 5,000,000')}
        hint={say('Pindai dari aplikasi bank Anda.', 'Scan it with your banking app.')}
        fileName="QRIS.png"
      />,
    ),
  }),
  Reason: (say) => ({
    plain: state(
      <Reason
        id="gallery"
        reason={say('Foto KTP tidak terbaca.', 'The picture cannot be read.')}
      />,
    ),
  }),
  Remarks: (say) => ({
    all: state(
      <Remarks
        id="gallery-remarks"
        label=""
        hint={say('Seperti pada KTP.', 'As on the identity card.')}
        question={say('Apakah sama dengan KTP?', 'Is it the same as on the identity card?')}
        fault={say('Wajib diisi.', 'This is required.')}
      />,
    ),
  }),
}

function Named({ say, value }: { say: Words; value: string }) {
  return (
    <Held first={value}>
      {(held, set) => <TextField label={say('Nama', 'Name')} value={held} onChange={set} />}
    </Held>
  )
}

function Code({ value, resendAt }: { value: string; resendAt: number }) {
  return (
    <Held first={value}>
      {(held, set) => (
        <CodeInput
          value={held}
          onChange={set}
          resendAt={resendAt}
          onResend={nothing}
          isSending={false}
        />
      )}
    </Held>
  )
}
