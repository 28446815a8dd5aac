import type { Today } from '@rmtools/contracts/bff/today'
import { formatDate } from '@rmtools/look/format'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Banner } from '../ui/States.tsx'

const WARN_DAYS = 60

/** A warning when the licence expires soon, has expired, or is missing. */
export function Licence({ licence }: Pick<Today, 'licence'>) {
  const words = useSay()
  const language = useLanguage()
  if (!licence)
    return <Banner icon="licence" tone="danger" title={words(none)} text={words(noneText)} />
  if (licence.daysLeft > WARN_DAYS) return null
  const date = formatDate(licence.expiresOn, language)
  if (licence.daysLeft < 0)
    return (
      <Banner icon="licence" tone="danger" title={words(ended, { date })} text={words(endedText)} />
    )
  return (
    <Banner
      icon="licence"
      tone="warning"
      title={words(ending, { days: licence.daysLeft })}
      text={words(endingText, { date, number: licence.number })}
    />
  )
}

const none = say('Izin WAPERD belum tercatat', 'No WAPERD licence is on record')
const noneText = say(
  'Anda belum dapat membuat instruksi. Hubungi administrator perusahaan.',
  'You cannot make instructions yet. Ask your company administrator.',
)
const ended = say('Izin WAPERD berakhir {date}', 'Your WAPERD licence ended on {date}')
const endedText = say(
  'Anda tidak dapat membuat instruksi sampai izin diperpanjang.',
  'You cannot make instructions until it is renewed.',
)
const ending = say(
  'Izin WAPERD berakhir dalam {days} hari',
  'Your WAPERD licence ends in {days} days',
)
const endingText = say(
  '{number} berlaku sampai {date}. Perpanjang agar tetap dapat bertransaksi.',
  '{number} is valid until {date}. Renew it to continue selling.',
)
