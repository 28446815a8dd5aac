// The columns of an exported file of investors. None come from the form, which contains masked
// data.
import type { Investor } from '@rmtools/contracts/crm/investor-cases'
import { date, instant, text, word, type Columns } from '@rmtools/kit/tables'
import { reasonText } from '@rmtools/look/bib-words'
import { bandOf } from '@rmtools/look/order-words'
import { investorStates } from '@rmtools/look/states'
import { no, nouns, roles, say, yes } from '@rmtools/look/words'

const kinds = { individual: nouns.individual, institutional: nouns.institutional }

export const investorColumns: Columns<Investor> = [
  text(nouns.investor, ({ displayName }) => displayName),
  word(say('Jenis', 'Type'), ({ kind }) => kinds[kind]),
  word(say('Status', 'Status'), ({ status }) => investorStates[status].word),
  text(roles.rm, ({ rmName }) => rmName),
  text(say('E-mail', 'E-mail'), ({ email }) => email),
  text(say('Telepon', 'Phone'), ({ phone }) => phone),
  word(say('Terekspos secara politik (PEP)', 'Politically exposed (PEP)'), ({ isPep }) =>
    isPep ? yes : no,
  ),
  text(say('Nomor di Bib', 'ID at Bib'), ({ externalId }) => externalId),
  text(say('SID', 'SID'), ({ sid }) => sid),
  text(say('IFUA', 'IFUA'), ({ ifua }) => ifua),
  text(nouns.riskProfile, ({ riskBand }, language) =>
    riskBand === null ? null : bandOf(riskBand, language),
  ),
  date(
    say('Profil risiko berlaku sampai', 'Risk profile valid until'),
    ({ riskExpiresOn }) => riskExpiresOn,
  ),
  text(say('Kendala di Bib', 'Error at Bib'), ({ syncError }, language) =>
    reasonText(syncError, language),
  ),
  text(say('Peninjau', 'Reviewer'), ({ claimedByName }) => claimedByName),
  instant(say('Diajukan', 'Submitted'), ({ submittedAt }) => submittedAt),
  instant(say('Ditinjau', 'Reviewed'), ({ reviewedAt }) => reviewedAt),
  instant(say('Dibuat', 'Created'), ({ createdAt }) => createdAt),
  text(say('ID', 'ID'), ({ id }) => id),
]
