// The labels of the form's closed lists, and values as displayed.
import { codeLists, type CodeListName } from '@rmtools/contracts/crm/code-lists'
import type { JsonSchema } from '@rmtools/contracts/crm/kyc-values'
import { formatDate } from '@rmtools/look/format'
import { choiceLabels, yearBands } from '@rmtools/look/kyc-words'
import type { Bilingual, Language } from '@rmtools/look/words'

type Choice = { value: string; text: string }
type List = Readonly<Record<string, readonly [id: string, en: string, sinvest: string]>>

/** Fields whose list has a different name. */
const listNames: Readonly<Record<string, CodeListName>> = { incomeLevel: 'institutionIncome' }
const isListName = (name: string): name is CodeListName => name in codeLists
const others: Readonly<Record<string, Bilingual>> = choiceLabels

function wordOf(name: string, value: string, language: Language): string {
  const listName = listNames[name] ?? name
  const list: List = isListName(listName) ? codeLists[listName] : {}
  const entry = list[value]
  return entry?.[language === 'id' ? 0 : 1] ?? others[value]?.[language] ?? value
}

/** The choices of a field with a closed list. */
export function choicesOf(name: string, schema: JsonSchema, language: Language): Choice[] {
  return (schema.enum ?? [])
    .filter((value) => value !== null)
    .map((value) => ({ value, text: wordOf(name, value, language) }))
}

/** Bands of assets and profit. */
export function bandChoices(language: Language): Choice[] {
  return Object.entries(yearBands).map(([value, label]) => ({ value, text: label[language] }))
}

/** A value of the form as displayed; undefined if it is empty. */
export function shownValue(name: string, value: unknown, language: Language): string | undefined {
  if (typeof value === 'boolean') return choiceLabels[value ? 'yes' : 'no'][language]
  if (typeof value !== 'string' || value === '') return undefined
  return /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? formatDate(value, language)
    : wordOf(name, value, language)
}
