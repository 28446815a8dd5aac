import type { ReactNode } from 'react'
import { View } from 'react-native'
import { state, type Stories } from '@rmtools/gallery/stories'
import { investorStates, instructionStates, leadStates } from '@rmtools/look/states'
import { Avatar } from './Avatar.tsx'
import { Disclaimer } from './Disclaimer.tsx'
import { Gain } from './Gain.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { Card, ListRow } from './ListRow.tsx'
import { Meter } from './Meter.tsx'
import { RiskScale } from './RiskScale.tsx'
import { Digits } from './Digits.tsx'
import { QrCode } from './QrCode.tsx'
import { Fact, Figure, Section } from './Section.tsx'
import { StateDot } from './StateDot.tsx'
import { FigureText, Text } from './Text.tsx'

const nothing = () => undefined
const longName = 'Raden Ajeng Kusumawardhani Prameswari Hadiningrat Suryadiningrat'

export const stories: Stories<ReactNode> = {
  Avatar: () => ({
    'two names': state(<Avatar name="Siti Rahmawati" />),
    'one name': state(<Avatar name="Suharto" />),
    large: state(<Avatar name="Budi Santoso" size={64} />),
  }),
  Card: (say) => ({
    rows: state(
      <Card>
        <ListRow title={say('Perangkat', 'Devices')} icon="device" onPress={nothing} />
        <ListRow
          title={say('Bahasa', 'Language')}
          icon="globe"
          right="Indonesia"
          onPress={nothing}
        />
        <ListRow
          title={say('Keluar', 'Sign out')}
          icon="signOut"
          tone="danger"
          onPress={nothing}
          isLast
        />
      </Card>,
    ),
    padded: state(
      <Card isPadded>
        <Text kind="section">{say('Portofolio', 'Portfolio')}</Text>
        <Text tone="second">{say('Belum ada transaksi.', 'No transactions yet.')}</Text>
      </Card>,
    ),
  }),
  ListRow: (say) => ({
    'to be opened': state(
      <ListRow
        title="Siti Rahmawati"
        detail={say('Tindak lanjut hari ini', 'Follow-up today')}
        left={<Avatar name="Siti Rahmawati" />}
        below={<StateDot state={leadStates.contacted} />}
        onPress={nothing}
      />,
    ),
    chosen: state(
      <ListRow
        title="Budi Santoso"
        left={<Avatar name="Budi Santoso" />}
        isChosen
        onPress={nothing}
      />,
    ),
    'with a figure': state(
      <ListRow
        title={say('Dana Kas Nusantara', 'Nusantara Cash Fund')}
        right="Rp 12.500.000"
        onPress={nothing}
      />,
    ),
    'nothing to open': state(<ListRow title={say('Versi', 'Version')} right="0.1.0" isLast />),
    'long words': state(
      <ListRow
        title={longName}
        detail={say(
          'Ingin membandingkan reksa dana pasar uang dengan deposito; hubungi setelah gajian, lebih baik sore hari',
          'Wants to compare money market funds with a deposit; call after payday, better in the afternoon',
        )}
        left={<Avatar name={longName} />}
        right="Rp 1.250.000.000"
        onPress={nothing}
      />,
    ),
  }),
  StateDot: () => ({
    ...Object.fromEntries(
      Object.entries(investorStates).map(([name, one]) => [name, state(<StateDot state={one} />)]),
    ),
    expired: state(<StateDot state={instructionStates.expired} />),
    'with more': state(<StateDot state={instructionStates.sent} more="24 Nov 2026, 09.26 WIB" />),
  }),
  Digits: () => ({
    plain: state(
      <Text isMono>
        <Digits>8800000000012</Digits>
      </Text>,
    ),
  }),
  QrCode: (say) => ({
    plain: state(
      <QrCode
        text="https://example.co.id/pay/8800000000012"
        label={say('Kode QRIS untuk membayar Rp 5.000.000', 'QRIS code that pays Rp 5,000,000')}
        hint={say('Pindai dari aplikasi bank.', 'Scan it with a banking app.')}
        onShare={async () => undefined}
      />,
    ),
  }),
  Section: (say) => ({
    plain: state(
      <Section title={say('Instruksi', 'Instructions')}>
        <Text tone="second">{say('Belum ada.', 'None yet.')}</Text>
      </Section>,
    ),
    'with more': state(
      <Section
        title={say('Tindak lanjut hari ini', "Today's follow-ups")}
        more={say('Semua', 'All')}
        onMore={nothing}
      >
        <Text tone="second">Siti Rahmawati</Text>
      </Section>,
    ),
  }),
  Figure: (say) => ({
    plain: state(
      <Figure label={say('Dana kelolaan', 'Assets under management')} value="Rp 1,25 M" />,
    ),
    gain: state(
      <Figure
        label={say('Nilai portofolio', 'Portfolio value')}
        value="Rp 125.430.000"
        change="+4,21%"
        isGain
      />,
    ),
    loss: state(
      <Figure
        label={say('Nilai portofolio', 'Portfolio value')}
        value="Rp 98.000.000"
        change="-2,05%"
        isGain={false}
      />,
    ),
    'a long figure': state(
      <Figure label={say('Nilai portofolio', 'Portfolio value')} value="Rp 1.250.430.000.000" />,
    ),
  }),
  Fact: (say) => ({
    plain: state(<Fact label={say('Tanggal', 'Date')} value="24 Nov 2026" />),
    'a number': state(<Fact label="SID" value="IDD0 1020 3040 567" isMono />, {}),
    'long words': state(
      <Fact
        label={say('Alamat surat-menyurat', 'Correspondence address')}
        value="Jalan Jenderal Sudirman Kaveling 52-53, RT 005/RW 003, Senayan, Kebayoran Baru, Jakarta Selatan 12190"
      />,
    ),
  }),
  Gain: () => ({
    gain: state(<Gain amount="1250000" percent="4.21" />),
    loss: state(<Gain amount="-350000" percent="-2.05" />),
    none: state(<Gain percent="0" />),
    unknown: state(<Gain percent={null} />),
  }),
  RiskScale: () => ({
    ...Object.fromEntries(
      [1, 2, 3, 4, 5].map((level) => [`level ${level}`, state(<RiskScale level={level} />)]),
    ),
    'above the profile': state(<RiskScale level={5} isWarning />),
  }),
  Meter: (say) => ({
    begun: state(<Meter share={0.1} label={say('Kelengkapan', 'Completeness')} />),
    half: state(<Meter share={0.5} label={say('Kelengkapan', 'Completeness')} />),
    whole: state(<Meter share={1} label={say('Kelengkapan', 'Completeness')} />),
  }),
  Icon: () => ({
    all: state(
      <View style={{ flexDirection: 'row', flexWrap: 'wrap', gap: 12 }}>
        {icons.map((name) => (
          <Icon key={name} name={name} />
        ))}
      </View>,
      { isWide: true },
    ),
  }),
  FigureText: () => ({
    short: state(<FigureText>Rp 12.500.000</FigureText>),
    'more than there is room for': state(<FigureText>Rp 999.999.999.999.999,99</FigureText>),
  }),
  Text: (say) => ({
    title: state(<Text kind="title">{say('Prospek hari ini', "Today's leads")}</Text>),
    section: state(<Text kind="section">{say('Instruksi', 'Instructions')}</Text>),
    body: state(
      <Text>{say('Kinerja masa lalu bukan jaminan.', 'Past performance is no promise.')}</Text>,
    ),
    label: state(<Text kind="label">{say('Telepon', 'Phone')}</Text>),
    caption: state(
      <Text kind="caption" tone="second">
        {say('Kemarin', 'Yesterday')}
      </Text>,
    ),
    figure: state(<Text kind="figure">Rp 12.500.000</Text>),
    tones: state(
      <View>
        {tones.map((tone) => (
          <Text key={tone} tone={tone}>
            {tone}
          </Text>
        ))}
      </View>,
    ),
  }),
  Disclaimer: () => ({ plain: state(<Disclaimer />) }),
}

const tones = [
  'text',
  'second',
  'faint',
  'brand',
  'danger',
  'warning',
  'success',
  'information',
] as const
const icons: readonly IconName[] = [
  'today',
  'leads',
  'investors',
  'products',
  'more',
  'search',
  'filter',
  'phone',
  'message',
  'mail',
  'note',
  'clock',
  'bell',
  'settings',
  'tray',
  'cloudOff',
  'refresh',
  'edit',
  'trash',
  'crop',
  'camera',
  'image',
  'document',
  'share',
  'download',
  'lock',
  'device',
  'globe',
  'moon',
  'company',
  'licence',
  'report',
  'star',
  'warning',
  'info',
  'returned',
  'signOut',
  'list',
  'board',
  'eye',
  'eyeOff',
  'calendar',
  'tag',
  'switch',
  'fingerprint',
]
