// A client's statements, for the client's own page.
import type { Db } from '@rmtools/kit/db'
import type { NamedPdf } from '@rmtools/kit/pdf'
import { fileNameOf } from '@rmtools/look/file-names'
import { formatMonth } from '@rmtools/look/format'
import { say, type Language } from '@rmtools/look/words'
import type { CrmPorts } from '../ports.ts'
import { statementOfClient, statementsOfClient } from './queries.ts'

const title = say('Laporan bulanan', 'Monthly statement')

/** A statement of a client as it was made; undefined if the client has none of this id. */
const clientStatement =
  ({ files }: Pick<CrmPorts, 'files'>) =>
  async (
    db: Db,
    investorId: string,
    { id, language }: { id: string; language: Language },
  ): Promise<NamedPdf | undefined> => {
    const kept = await statementOfClient(db, investorId, id)
    if (!kept) return undefined
    const bytes = await files.get(language === 'id' ? kept.keyId : kept.keyEn)
    const month = formatMonth(kept.month.slice(0, 7), language)
    return { name: fileNameOf([title[language], month], 'pdf'), bytes }
  }

/** What the client's page shows of statements. */
export const shownStatements = (ports: Pick<CrmPorts, 'files'>) => ({
  statements: statementsOfClient,
  statement: clientStatement(ports),
})
