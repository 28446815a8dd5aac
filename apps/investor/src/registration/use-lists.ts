import { useEffect, useState } from 'react'
import { useSpeech } from '../base/language.tsx'
import type { Option } from '../ui/Choice.tsx'
import { countries, regionsIn, type Region } from './api.ts'

const HOME = 'ID'

/** The answer to a query once it is loaded; fetched again when the key changes. */
export function useAnswer<T>(key: string | null, ask: (key: string) => Promise<T>): T | undefined {
  const [answer, setAnswer] = useState<{ key: string; value: T }>()
  useEffect(() => {
    if (key === null) return undefined
    let isWanted = true
    // If a list fails to load, the field is typed instead; the next field that needs the list
    // fetches it again.
    ask(key).then(
      (value) => isWanted && setAnswer({ key, value }),
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [key, ask])
  return answer?.key === key ? answer.value : undefined
}

const askCountries = async () => await countries('all')

/** Countries by name, Indonesia first. */
export function useCountries(): Option[] {
  const { language } = useSpeech()
  const items = useAnswer('countries', askCountries) ?? []
  const options = items.map(({ code, nameId, nameEn }) => ({
    value: code,
    label: language === 'id' ? nameId : nameEn,
  }))
  const isHome = ({ value }: Option) => value === HOME
  return [
    ...options.filter(isHome),
    ...options
      .filter((one) => !isHome(one))
      .sort((a, b) => a.label.localeCompare(b.label, language)),
  ]
}

/** Provinces (key ''), or the regions within a province or city; undefined while loading. */
export function useRegions(parent: string | null): readonly Region[] | undefined {
  return useAnswer(parent, regionsIn)
}
