import { useState } from 'react'
import { periodName } from '@rmtools/look/file-names'
import { today } from '@rmtools/look/format'
import { StepUp } from '../account/StepUpSheet.tsx'
import { api } from '../base/api.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { PDF } from '../files/shared-file.ts'
import { useDownload } from '../files/use-download.ts'
import { Button } from '../ui/Button.tsx'
import { Chip, ChipGroup } from '../ui/Chip.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Text } from '../ui/Text.tsx'

/** The statement of a period as a PDF to view, share or print. */
export function StatementSheet({
  id,
  name,
  onClose,
}: {
  id: string
  name: string | undefined
  onClose: () => void
}) {
  const words = useSay()
  const language = useLanguage()
  const [period, setPeriod] = useState(() => periodsOf(today())[0])
  const { isBusy, download } = useDownload()
  const { from = '', to = '' } = period ?? {}
  const isSound = from !== '' && to !== '' && from <= to
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words(title)}
      footer={
        <Button
          title={words(get)}
          icon="download"
          isBusy={isBusy}
          isDisabled={!isSound}
          isWide
          onPress={() =>
            download(
              {
                parts: [words(statementWord), name, periodName({ from, to }, language)],
                kind: PDF,
              },
              async () => await api.portfolios.statement({ id, from, to, language }),
            )
          }
        />
      }
    >
      <Text tone="second">{words(text)}</Text>
      <ChipGroup>
        {periodsOf(today()).map((each) => (
          <Chip
            key={each.name.id}
            text={words(each.name)}
            isOn={each.from === from && each.to === to}
            onPress={() => setPeriod(each)}
          />
        ))}
      </ChipGroup>
      <DateField
        label={words(fromWord)}
        value={from}
        to={today()}
        onChange={(date) => setPeriod({ name: own, from: date, to })}
      />
      <DateField
        label={words(toWord)}
        value={to}
        to={today()}
        onChange={(date) => setPeriod({ name: own, from, to: date })}
      />
      <StepUp />
    </Sheet>
  )
}

/** The most common periods. */
export function periodsOf(day: string) {
  const year = Number(day.slice(0, 4))
  return [
    {
      name: say('12 bulan', '12 months'),
      from: `${year - 1}${day.slice(4)}`.replace('-02-29', '-02-28'),
      to: day,
    },
    { name: say('Tahun ini', 'This year'), from: `${year}-01-01`, to: day },
    { name: say('Tahun lalu', 'Last year'), from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
    { name: say('Bulan ini', 'This month'), from: `${day.slice(0, 8)}01`, to: day },
  ]
}

const own = say('Pilihan', 'Own')
const title = say('Laporan rekening', 'Statement')
const text = say(
  'Posisi terkini dan transaksi dalam periode ini.',
  'Current positions and the transactions of the period.',
)
const fromWord = say('Dari', 'From')
const toWord = say('Sampai', 'To')
const get = say('Unduh PDF', 'Get the PDF')
const statementWord = say('Laporan investasi', 'Investment statement')
