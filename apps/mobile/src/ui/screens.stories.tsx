import { useEffect, type ReactNode } from 'react'
import { View } from 'react-native'
import { offline } from '@rmtools/contracts/fetch'
import { internalError, Problem } from '@rmtools/contracts/problem'
import { state, type Stories } from '@rmtools/gallery/stories'
import { Button } from './Button.tsx'
import { Camera } from './Camera.tsx'
import { Cropper } from './Cropper.tsx'
import { EntryScreen } from './EntryScreen.tsx'
import { Field } from './Field.tsx'
import { Card, ListRow } from './ListRow.tsx'
import { Loaded } from './Loaded.tsx'
import { PhotoReview } from './PhotoReview.tsx'
import { Screen } from './Screen.tsx'
import { Sheet } from './Sheet.tsx'
import { Skeleton, SkeletonRows } from './Skeleton.tsx'
import { Split } from './Split.tsx'
import { AsOf, Banner, EmptyState, ErrorState } from './States.tsx'
import { Text } from './Text.tsx'
import { toast, Toasts } from './Toast.tsx'

const nothing = () => undefined
const TALL = 640

/** A grey picture, larger than the view, like one from a phone's camera. */
const picture = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1000"><rect width="1600" height="1000" fill="#7d837a"/><rect x="200" y="150" width="1200" height="700" rx="40" fill="#d9dcd4"/></svg>',
)}`

export const stories: Stories<ReactNode> = {
  Screen: (say) => ({
    'with everything': state(
      <Screen
        title={say('Prospek', 'Leads')}
        subtitle={say('12 menunggu tindak lanjut', '12 wait for a follow-up')}
        backTo="/"
        onBack={nothing}
        actions={[
          { icon: 'search', label: say('Cari', 'Search'), onPress: nothing },
          {
            icon: 'bell',
            label: say('Pemberitahuan', 'Notifications'),
            onPress: nothing,
            badge: 128,
          },
        ]}
        footer={
          <Button title={say('Prospek baru', 'New lead')} icon="plus" onPress={nothing} isWide />
        }
      >
        <Card>
          <ListRow title="Siti Rahmawati" onPress={nothing} />
          <ListRow title="Budi Santoso" onPress={nothing} isLast />
        </Card>
      </Screen>,
      { height: TALL },
    ),
    'long title': state(
      <Screen
        title={say(
          'Pembelian Dana Pendapatan Tetap Nusantara Kelas A',
          'Subscription of Nusantara Fixed Income Fund Class A',
        )}
        onBack={nothing}
      >
        <Text tone="second">{say('Belum ada isi.', 'Nothing here yet.')}</Text>
      </Screen>,
      { height: 300 },
    ),
  }),
  EntryScreen: (say) => ({
    plain: state(
      <EntryScreen
        title={say('Masuk', 'Sign in')}
        text={say('Untuk relationship manager.', 'For relationship managers.')}
        footer={<Button title={say('Daftar', 'Register')} kind="plain" onPress={nothing} />}
      >
        <Field label="E-mail" value="" onChange={nothing} />
        <Button title={say('Lanjut', 'Continue')} onPress={nothing} isWide />
      </EntryScreen>,
      { height: TALL },
    ),
    'on the way': state(
      <EntryScreen title={say('Kode dari SMS', 'Code from the SMS')} onBack={nothing}>
        <Text tone="second">{say('Dikirim ke 0812 3456 7890.', 'Sent to 0812 3456 7890.')}</Text>
      </EntryScreen>,
      { height: 400 },
    ),
  }),
  Sheet: (say) => ({
    open: state(
      <Sheet
        isOpen
        onClose={nothing}
        title={say('Tandai tidak berlanjut', 'Mark as lost')}
        footer={<Button title={say('Tandai', 'Mark')} kind="danger" onPress={nothing} isWide />}
      >
        <Text tone="second">
          {say('Prospek tetap ada dan dapat dibuka lagi.', 'The lead is kept and can be reopened.')}
        </Text>
        <Field label={say('Alasan', 'Reason')} value="" onChange={nothing} multiline />
      </Sheet>,
      { height: TALL },
    ),
  }),
  Split: (say) => ({
    'on a tablet, chosen or not': state(
      <Split
        list={<ListRow title="Siti Rahmawati" onPress={nothing} isChosen />}
        detailOf={(id) => <Text>{id}</Text>}
        empty={<EmptyState icon="list" title={say('Pilih dari daftar', 'Choose from the list')} />}
      />,
      { height: 400, isWide: true },
    ),
  }),
  Camera: (say) => ({
    open: state(
      <Camera
        kind="card"
        title={say('Foto KTP', 'Picture of the identity card')}
        hint={say('Letakkan kartu di dalam bingkai.', 'Place the card in the frame.')}
        onClose={nothing}
        onTaken={nothing}
      />,
      { height: TALL },
    ),
  }),
  PhotoReview: (say) => ({
    'a taken card': state(
      <PhotoReview
        photo={{ uri: picture, width: 1600, height: 1000 }}
        title={say('Foto KTP', 'Picture of the identity card')}
        onAgain={nothing}
        onTurn={async () => undefined}
        onCrop={async () => undefined}
        onUse={nothing}
      />,
      { height: TALL },
    ),
  }),
  Cropper: (say) => ({
    open: state(
      <View style={{ flex: 1, paddingVertical: 16, backgroundColor: '#0B0C0B' }}>
        <Cropper
          photo={{ uri: picture, width: 1600, height: 1000 }}
          title={say('Foto KTP', 'Picture of the identity card')}
          onCancel={nothing}
          onCrop={async () => undefined}
        />
      </View>,
      { height: TALL },
    ),
  }),
  Loaded: (say) => ({
    loading: state(
      <Loaded isLoading error={undefined} onRetry={nothing}>
        {null}
      </Loaded>,
    ),
    failed: state(
      <Loaded isLoading={false} error={new Problem(internalError)} onRetry={nothing}>
        {null}
      </Loaded>,
    ),
    there: state(
      <Loaded isLoading={false} error={undefined} onRetry={nothing}>
        <Text>{say('Isi layar', 'What the screen shows')}</Text>
      </Loaded>,
    ),
  }),
  EmptyState: (say) => ({
    plain: state(<EmptyState icon="leads" title={say('Belum ada prospek', 'No leads yet')} />),
    'what to do': state(
      <EmptyState
        icon="investors"
        title={say('Belum ada investor', 'No investors yet')}
        text={say(
          'Investor muncul di sini setelah prospek pertama menjadi investor.',
          'Investors appear here once the first lead has become one.',
        )}
      >
        <Button title={say('Ke prospek', 'Go to leads')} kind="quiet" onPress={nothing} />
      </EmptyState>,
    ),
  }),
  ErrorState: () => ({
    fault: state(
      <ErrorState
        error={new Problem(internalError, { requestId: '8c1f0c42-5d5a-4a37-9c4f-3f1f6f0a7e11' })}
        onRetry={nothing}
      />,
    ),
    offline: state(<ErrorState error={new Problem(offline)} onRetry={nothing} />),
  }),
  Banner: (say) => ({
    ...Object.fromEntries(
      (['information', 'warning', 'danger', 'success'] as const).map((tone) => [
        tone,
        state(
          <Banner
            tone={tone}
            title={say('Batas waktu transaksi 13.00', 'Cut-off at 13.00')}
            text={say(
              'Instruksi sesudahnya memakai NAB hari bursa berikutnya.',
              'Later instructions use the NAV of the next trading day.',
            )}
          />,
        ),
      ]),
    ),
    'something to do': state(
      <Banner
        title={say('Profil risiko kedaluwarsa', 'The risk profile has expired')}
        icon="warning"
        tone="warning"
      >
        <Button title={say('Perbarui', 'Renew')} kind="quiet" isSmall onPress={nothing} />
      </Banner>,
    ),
  }),
  AsOf: () => ({
    stale: state(<AsOf at="2026-11-24T02:26:00Z" isStale />),
  }),
  Skeleton: () => ({
    line: state(<Skeleton />),
    short: state(<Skeleton width="40%" height={12} />),
  }),
  SkeletonRows: () => ({ rows: state(<SkeletonRows count={3} />) }),
  Toasts: (say) => ({
    'with an action': state(
      <Told
        text={say('Prospek dihapus.', 'The lead was deleted.')}
        action={say('Urungkan', 'Undo')}
      />,
      { height: 260, isMoving: true },
    ),
  }),
}

/** A toast as shown on a screen. */
function Told({ text, action }: { text: string; action: string }) {
  useEffect(() => toast(text, { label: action, onPress: nothing }), [text, action])
  return (
    <View style={{ flex: 1 }}>
      <Toasts />
    </View>
  )
}
