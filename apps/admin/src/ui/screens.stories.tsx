import { Button, Input } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { invalidInput, internalError, Problem, unavailable } from '@rmtools/contracts/problem'
import { state, type Stories } from '@rmtools/gallery/stories'
import { investorStates } from '@rmtools/look/states'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { useDraft } from './draft.ts'
import { Field } from './Field.tsx'
import { FormDialog } from './FormDialog.tsx'
import { Empty, Forbidden, ForbiddenScreen, Refusal, Waiting } from './Notice.tsx'
import { Page, Section } from './Page.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { Split } from './Split.tsx'
import { Stale } from './Stale.tsx'
import { State } from './State.tsx'

const nothing = () => undefined
const fault = new Problem(internalError, { requestId: '8c1f0c42-5d5a-4a37-9c4f-3f1f6f0a7e11' })
const quiet = { problem: null, isPending: false, onClose: nothing, onAct: nothing }

export const stories: Stories<ReactNode> = {
  Page: (say) => ({
    'with everything': state(
      <Page
        title="Siti Rahmawati"
        aside={<State state={investorStates.returned} />}
        actions={
          <>
            <Button>{say('Kembalikan', 'Return')}</Button>
            <Button type="primary">{say('Setujui', 'Approve')}</Button>
          </>
        }
        back={<a href="#back">{say('Investor', 'Investors')}</a>}
      >
        <Section
          title={say('Data diri', 'Personal data')}
          actions={<Button size="small">{say('Ubah', 'Edit')}</Button>}
        >
          {say('Belum lengkap.', 'Not complete yet.')}
        </Section>
      </Page>,
      { isWide: true },
    ),
    'long title': state(
      <Page
        title="Raden Ajeng Kusumawardhani Prameswari Hadiningrat Suryadiningrat"
        actions={<Button type="primary">{say('Setujui', 'Approve')}</Button>}
      >
        <p>{say('Belum ada isi.', 'Nothing here yet.')}</p>
      </Page>,
    ),
  }),
  Section: (say) => ({
    plain: state(
      <Section title={say('Rekening bank', 'Bank accounts')}>
        {say('Belum ada.', 'None yet.')}
      </Section>,
    ),
  }),
  Refusal: (say) => ({
    fault: state(<Refusal problem={fault} onRetry={nothing} />),
    unavailable: state(
      <Refusal problem={new Problem(unavailable, { retryAfterSeconds: 30 })} onRetry={nothing} />,
    ),
    none: state(
      <p>
        {say('Tidak ada apa-apa.', 'There is nothing.')}
        <Refusal problem={null} />
      </p>,
    ),
  }),
  Empty: (say) => ({
    plain: state(<Empty title={say('Belum ada prospek', 'No leads yet')} />),
    'what to do': state(
      <Empty
        title={say('Belum ada prospek', 'No leads yet')}
        action={<Button>{say('Impor', 'Import')}</Button>}
      >
        {say(
          'RM mencatat prospek di aplikasi, atau Anda mengimpornya.',
          'RMs note leads in the app, or you import them.',
        )}
      </Empty>,
    ),
  }),
  Forbidden: () => ({ plain: state(<Forbidden />) }),
  ForbiddenScreen: () => ({ plain: state(<ForbiddenScreen />) }),
  Waiting: () => ({
    plain: state(<Waiting rows={3} />),
    framed: state(<Waiting rows={3} isFramed />),
  }),
  Stale: (say) => ({
    'somebody else changed it': state(
      <Changed label={say('Telepon', 'Phone')} before="0812" now="0813" />,
    ),
    'long words': state(
      <Changed
        label={say(
          'Alamat surat-menyurat sesuai kartu tanda penduduk',
          'Correspondence address as on the identity card',
        )}
        before="Jalan Jenderal Sudirman Kaveling 52-53, RT 005/RW 003, Senayan"
        now="Perumahan Griya Kusumawardhani Permai Blok A-12 Nomor 7, Kebayoran Baru, Jakarta Selatan 12190"
      />,
    ),
  }),
  Split: (say) => ({
    plain: state(
      <Split
        name="gallery"
        label={say('Lebar dokumen', 'Document width')}
        first={<p>{say('Dokumen', 'Documents')}</p>}
        second={<p>Data</p>}
      />,
      { isWide: true },
    ),
  }),
  ConfirmDialog: (say) => ({
    plain: state(
      <ConfirmDialog
        title={say('Kirim tautan baru kepada Siti?', 'Send a new link to Siti?')}
        act={say('Kirim', 'Send')}
        {...quiet}
      >
        <p>{say('Tautan lama tidak berlaku lagi.', 'The old link ends.')}</p>
      </ConfirmDialog>,
      { height: 320 },
    ),
    'dangerous, busy': state(
      <ConfirmDialog
        title={say('Hapus peran Penyelia?', 'Delete the role Supervisor?')}
        act={say('Hapus', 'Delete')}
        isDangerous
        {...quiet}
        isPending
      >
        <p>{say('Tidak dapat diurungkan.', 'This cannot be undone.')}</p>
      </ConfirmDialog>,
      { height: 320 },
    ),
    'refused, impossible': state(
      <ConfirmDialog
        title={say('Batalkan instruksi?', 'Cancel the instruction?')}
        act={say('Batalkan', 'Cancel it')}
        isImpossible
        {...quiet}
        problem={fault}
      >
        <p>{say('Instruksi sudah dikirim.', 'The instruction was sent.')}</p>
      </ConfirmDialog>,
      { height: 400 },
    ),
  }),
  FormDialog: (say) => ({
    plain: state(
      <FormDialog
        title={say('Undang orang', 'Invite a user')}
        act={say('Undang', 'Invite')}
        isPending={false}
        problem={null}
        onSubmit={nothing}
        onClose={nothing}
      >
        <Field id="gallery-name" label={say('Nama', 'Name')} isRequired>
          <Input id="gallery-name" />
        </Field>
        <Field id="gallery-mail" label="E-mail">
          <Input id="gallery-mail" />
        </Field>
      </FormDialog>,
      { height: 420 },
    ),
    refused: state(
      <FormDialog
        title={say('Undang orang', 'Invite a user')}
        act={say('Undang', 'Invite')}
        isPending={false}
        problem={new Problem(invalidInput, { errors: [{ pointer: '/phone', code: 'phone' }] })}
        onSubmit={nothing}
        onClose={nothing}
      >
        <Field id="gallery-phone" names={['phone']} label={say('Telepon', 'Phone')} isRequired>
          <Input id="gallery-phone" defaultValue="0812" />
        </Field>
      </FormDialog>,
      { height: 420 },
    ),
  }),
  ReasonDialog: (say) => ({
    'with presets': state(
      <ReasonDialog
        title={say('Kembalikan data Siti Rahmawati', 'Return the data of Siti Rahmawati')}
        act={say('Kembalikan', 'Return')}
        presets={[
          say('Foto KTP tidak terbaca', 'The picture cannot be read'),
          say('Alamat tidak lengkap', 'The address is incomplete'),
        ]}
        {...quiet}
      >
        <p>{say('RM melihat alasan ini.', 'The RM sees this reason.')}</p>
      </ReasonDialog>,
      { height: 520 },
    ),
  }),
  KeyHelp: () => ({ open: state(<Asked />, { height: 420 }) }),
}

type Person = { version: number; name: string; other: string }

/** A form with edits whose record changed meanwhile. */
function Changed({ label, before, now }: { label: string; before: string; now: string }) {
  const draft = useDraft<Person>({ version: 1, name: 'Siti', other: before }, ['name', 'other'])
  const shown = {
    ...draft,
    changes: { other: '' },
    theirs: [
      { field: 'name' as const, before: 'Siti', now: 'Siti Rahmawati' },
      { field: 'other' as const, before, now },
    ],
  }
  return (
    <Stale
      draft={shown}
      label={(field) => (field === 'name' ? 'Nama' : label)}
      show={(_, value) => String(value)}
    />
  )
}

/** The help is part of every frame of the console and opens by its key. */
function Asked() {
  useEffect(() => {
    const timer = setTimeout(() => dispatchEvent(new KeyboardEvent('keydown', { key: '?' })), 50)
    return () => clearTimeout(timer)
  }, [])
  return null
}
