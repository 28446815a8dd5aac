// The options of the fields, with their labels.
import { codeLists, type CodeListName } from '@rmtools/contracts/crm/code-lists'
import { choiceLabels, yearBands } from '@rmtools/look/kyc-words'
import type { Language } from '@rmtools/look/words'
import type { Option } from '../ui/Choice.tsx'
import type { JsonSchema } from '@rmtools/contracts/crm/kyc-values'

/** Fields whose list has a different name. */
const listNames: Readonly<Record<string, CodeListName>> = { incomeLevel: 'institutionIncome' }

function isListName(name: string): name is CodeListName {
  return name in codeLists
}

/** The choices of a field with a closed list. */
export function choicesOf(name: string, schema: JsonSchema, language: Language): Option[] {
  const listName = listNames[name] ?? name
  const list: Readonly<Record<string, readonly [string, string, string]>> = isListName(listName)
    ? codeLists[listName]
    : {}
  const others: Readonly<Record<string, { id: string; en: string }>> = choiceLabels
  return (schema.enum ?? [])
    .filter((value) => value !== null)
    .map((value) => {
      const entry = list[value]
      return {
        value,
        label: entry?.[language === 'id' ? 0 : 1] ?? others[value]?.[language] ?? value,
      }
    })
}

/** Bands of assets and profit. */
export function bandChoices(language: Language): Option[] {
  return Object.entries(yearBands).map(([value, label]) => ({ value, label: label[language] }))
}

/** Yes and no. */
export function yesNo(language: Language): Option[] {
  return [
    { value: 'true', label: choiceLabels.yes[language] },
    { value: 'false', label: choiceLabels.no[language] },
  ]
}
