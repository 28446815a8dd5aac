// The words for the parts of a case.
import type { InvestorKind } from '@rmtools/contracts/crm/kyc'
import { documentLabels, individualLabels, institutionalLabels } from '@rmtools/look/kyc-words'
import { nouns, say, type Bilingual } from '@rmtools/look/words'

const formLabels: Readonly<Record<InvestorKind, Readonly<Record<string, Bilingual>>>> = {
  individual: individualLabels,
  institutional: institutionalLabels,
}
const labelsOfDocuments: Readonly<Record<string, Bilingual>> = documentLabels
const partOfCase: Readonly<Record<string, Bilingual>> = {
  bankAccounts: nouns.bankAccount,
  riskProfile: nouns.riskProfile,
  consents: nouns.consent,
  rmLicenceNumber: nouns.licence,
}

/** The label of a part of a case: a field of the form, a document, or an attachment. */
export function pointerLabel(pointer: string): Bilingual {
  const [, root = '', name = ''] = pointer.split('/')
  if (root === 'individual' || root === 'institutional')
    return formLabels[root][name] ?? say(name, name)
  if (root === 'documents') return labelsOfDocuments[name] ?? say(name, name)
  return partOfCase[root] ?? say(root, root)
}
