// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'

export type CodeListEntry = {
  list: CodeListName
  code: string
  labelId: string
  labelEn: string
  /** The code that the company sends to Bib and S-INVEST */
  sinvestCode: string
  /** 0 while the default applies */
  version: number
}

export type CodeListName = 'education' | 'occupation' | 'yearlyIncome' | 'netWorth' | 'objective' | 'sourceOfFunds' | 'maritalStatus' | 'religion' | 'fatcaStatus' | 'noTinReason' | 'legalForm' | 'companyType' | 'characteristic' | 'institutionIncome' | 'entityClass'

export type CodeListEntriesListInput = {
}

export type CodeListEntriesPutInput = {
  list: CodeListName
  code: string
  sinvestCode: string | null
  /** Version of the entry that the client read */
  version: number
}

export type CodeListEntriesApi = {
  /** The code lists of the KYC forms with the codes that the company sends */
  list: Method<CodeListEntriesListInput, {
    items: Array<CodeListEntry>
  }>
  /**
   * Set the S-INVEST code of an entry; null resets it to the default
   *
   * Needs the permission `master-data.write`.
   */
  put: Method<CodeListEntriesPutInput, CodeListEntry>
}

export const codeListEntries = {
  list: {"method":"GET","path":"/crm/code-lists","reply":"json"},
  put: {"method":"PUT","path":"/crm/code-lists/{list}/{code}","body":["sinvestCode","version"],"reply":"json"},
} as const satisfies Operations[string]
