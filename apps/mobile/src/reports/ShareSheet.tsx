import { periodName } from '@rmtools/look/file-names'
import { nouns, type Bilingual } from '@rmtools/look/words'
import { StepUp } from '../account/StepUpSheet.tsx'
import { api } from '../base/api.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { CSV, PDF } from '../files/shared-file.ts'
import { useDownload } from '../files/use-download.ts'
import { Button } from '../ui/Button.tsx'
import { Card, ListRow } from '../ui/ListRow.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Text } from '../ui/Text.tsx'
import type { Span } from './remote.ts'
import { bookWords, type What } from './words.ts'

/** Shares the report on the screen as a PDF or as a spreadsheet. */
export function ShareSheet({
  what,
  span,
  onClose,
}: {
  what: What
  span: Span
  onClose: () => void
}) {
  const words = useSay()
  const language = useLanguage()
  const { isBusy, download } = useDownload()
  const spoken = { ...span, language }
  const partsOf = (thing: Bilingual) => [words(thing), span.currency, periodName(span, language)]
  const csv = (thing: Bilingual, fetchBytes: () => Promise<Uint8Array>) =>
    download({ parts: partsOf(thing), kind: CSV }, fetchBytes)
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words(title)}
      footer={
        <Button
          title={words(sharePdf)}
          icon="document"
          isBusy={isBusy}
          isWide
          onPress={() =>
            download(
              { parts: partsOf(book), kind: PDF },
              async () => await api.reports.bookPdf(spoken),
            )
          }
        />
      }
    >
      <Text tone="second">{words(text)}</Text>
      <Card>
        <ListRow
          icon="download"
          title={words(productCsv)}
          detail={words(bookWords[what])}
          onPress={() =>
            csv(bookWords[what], async () =>
              what === 'aum'
                ? await api.reports.aumCsv(spoken)
                : await api.reports.salesCsv(spoken),
            )
          }
        />
        <ListRow
          icon="download"
          title={words(investorCsv)}
          detail={words(investorDetail)}
          isLast
          onPress={() => csv(nouns.investors, async () => await api.reports.investorsCsv(spoken))}
        />
      </Card>
      <StepUp />
    </Sheet>
  )
}

const title = say('Bagikan laporan', 'Share the report')
const text = say(
  'PDF memuat dana kelolaan dan penjualan per bulan, produk, dan investor. CSV dibuka di lembar kerja.',
  'The PDF has assets and sales by month, product and investor. A CSV opens in a spreadsheet.',
)
const sharePdf = say('Bagikan PDF', 'Share as PDF')
const productCsv = say('CSV per produk', 'CSV by product')
const investorCsv = say('CSV per investor', 'CSV by investor')
const investorDetail = say('Kepemilikan, masuk, dan keluar', 'Holdings, in and out')
const book = say('Laporan buku', 'Book report')
