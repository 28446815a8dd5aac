import { useEffect, useState, type ReactNode } from 'react'
import { offline } from '@rmtools/contracts/fetch'
import { internalError, Problem } from '@rmtools/contracts/problem'
import { state, type Stories } from '@rmtools/gallery/stories'
import { Button } from './Button.tsx'
import { Failed } from './Failed.tsx'
import { LinkEnded } from './LinkEnded.tsx'
import { Mark } from './Mark.tsx'
import { Network } from './Network.tsx'
import { Notice } from './Notice.tsx'
import { Page } from './Page.tsx'
import { RiskScale } from './RiskScale.tsx'
import { Rows } from './Rows.tsx'
import { Sender } from './Sender.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'
import { Waiting } from './Waiting.tsx'

const nothing = () => undefined
const TALL = 640
const fault = new Problem(internalError, { requestId: '8c1f0c42-5d5a-4a37-9c4f-3f1f6f0a7e11' })

export const stories: Stories<ReactNode> = {
  Page: (say) => ({
    'with everything': state(
      <Page
        company="PT Nusantara Investama"
        eyebrow={say('Pembelian', 'Subscription')}
        title={say('Periksa instruksi Anda', 'Check your instruction')}
        progress={{ at: 2, of: 4 }}
        foot={
          <>
            <Button onPress={nothing}>{say('Lanjut', 'Continue')}</Button>
            <Button kind="quiet" onPress={nothing}>
              {say('Tolak', 'Decline')}
            </Button>
          </>
        }
      >
        <Rows rows={[{ key: 'amount', label: say('Jumlah', 'Amount'), value: 'Rp 2.000.000' }]} />
      </Page>,
      { height: TALL },
    ),
    done: state(
      <Page
        company="PT Nusantara Investama"
        mark={<Mark isGood />}
        title={say('Instruksi disetujui', 'Instruction approved')}
      >
        <p className="lead">
          {say('Kami kabari setelah selesai.', 'We tell you when it is done.')}
        </p>
      </Page>,
      { height: 360 },
    ),
    'long names': state(
      <Page
        company="PT Perusahaan Efek Perantara Pedagang Nusantara Sejahtera Investama Tbk"
        title={say(
          'Pembelian Dana Pendapatan Tetap Nusantara Kelas A',
          'Subscription of Nusantara Fixed Income Fund Class A',
        )}
      >
        <p>{say('Belum ada isi.', 'Nothing here yet.')}</p>
      </Page>,
      { height: 360 },
    ),
  }),
  Failed: () => ({
    'fault of ours': state(<Failed problem={fault} retry={nothing} />, { height: 480 }),
    offline: state(<Failed problem={new Problem(offline)} retry={nothing} />, { height: 480 }),
  }),
  LinkEnded: () => ({
    expired: state(<LinkEnded ending="link-expired" page="approve" sender={null} />, {
      height: 360,
    }),
    unknown: state(<LinkEnded ending="not-found" page={null} sender={null} />, { height: 360 }),
  }),
  Waiting: () => ({ 'on its way': state(<Waiting />, { height: 480 }) }),
  Network: () => ({
    offline: state(<WithoutNetwork />, { height: 120 }),
  }),
  Notice: (say) => ({
    ...Object.fromEntries(
      (['information', 'warning', 'danger', 'success'] as const).map((tone) => [
        tone,
        state(
          <Notice tone={tone} title={say('Batas waktu 13.00', 'Cut-off at 13.00')}>
            {say(
              'Persetujuan sesudahnya memakai NAB hari bursa berikutnya.',
              'Later approvals use the NAV of the next trading day.',
            )}
          </Notice>,
        ),
      ]),
    ),
    'without a title': state(
      <Notice>{say('Tautan berlaku 24 jam.', 'The link is valid for 24 hours.')}</Notice>,
    ),
  }),
  ProblemAlert: () => ({
    'fault of ours': state(<ProblemAlert problem={fault} />),
    offline: state(<ProblemAlert problem={new Problem(offline)} />),
  }),
  Mark: () => ({ good: state(<Mark isGood />), other: state(<Mark isGood={false} />) }),
  RiskScale: () => ({
    within: state(<RiskScale level={2} band={3} />),
    above: state(<RiskScale level={5} band={3} />),
    'no profile': state(<RiskScale level={4} band={null} />),
  }),
  Rows: (say) => ({
    plain: state(
      <Rows
        rows={[
          { key: 'amount', label: say('Jumlah', 'Amount'), value: 'Rp 2.000.000' },
          {
            key: 'fee',
            label: say('Biaya', 'Fee'),
            value: 'Rp 0',
            more: say('Tanpa biaya pembelian', 'No subscription fee'),
          },
          {
            key: 'address',
            label: say('Alamat surat-menyurat', 'Correspondence address'),
            value:
              'Jalan Jenderal Sudirman Kaveling 52-53, RT 005/RW 003, Senayan, Jakarta Selatan 12190',
          },
          {
            key: 'mail',
            label: 'E-mail',
            value: 'siti.rahmawati.kusumawardhani@contoh-perusahaan.co.id',
          },
        ]}
      />,
    ),
  }),
  Sender: () => ({
    'with a number': state(
      <Sender
        companyName="PT Nusantara Investama"
        rmName="Budi Santoso"
        rmPhone="+6281234567890"
      />,
    ),
    'the company only': state(
      <Sender companyName="PT Nusantara Investama" rmName={null} rmPhone={null} />,
    ),
  }),
}

/** Simulates a device without a network, since this browser has one. */
function WithoutNetwork() {
  const [isTold, setTold] = useState(false)
  useEffect(() => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
    setTold(true)
    return () => void Reflect.deleteProperty(navigator, 'onLine')
  }, [])
  return isTold ? <Network /> : null
}
