import { useEffect, useState } from 'react'
import { formatDate } from '@rmtools/look/format'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Banner } from '../ui/States.tsx'
import { jakartaNow, navTiming } from './order.ts'
import { useHolidays } from './use-instructions.ts'

const MINUTE_MS = 60_000

/** Which NAV an order would get. It becomes final only when the investor approves. */
export function NavTimingLine({ cutOff }: { cutOff: string }) {
  const words = useSay()
  const language = useLanguage()
  const holidays = useHolidays()
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  const { isToday, navDate, later } = navTiming(jakartaNow(now), cutOff, holidays)
  const values = {
    cutOff: cutOff.replace(':', '.'),
    date: formatDate(navDate, language),
    later: formatDate(later, language),
  }
  return (
    <Banner
      icon="clock"
      title={words(isToday ? todayWord : nextWord, values)}
      text={words(isToday ? todayText : nextText, values)}
    />
  )
}

const todayWord = say(
  'Sebelum {cutOff} WIB hari ini: NAB hari ini',
  'Before {cutOff} WIB today: NAV of today',
)
const todayText = say(
  'Berlaku saat investor menyetujui. Sesudahnya: NAB {later}.',
  'It counts when the investor approves. Afterwards: NAV of {later}.',
)
const nextWord = say('NAB {date}', 'NAV of {date}')
const nextText = say(
  'Batas waktu {cutOff} WIB hari ini sudah lewat atau bursa libur.',
  'The cut-off of {cutOff} WIB today has passed, or the exchange is closed.',
)
