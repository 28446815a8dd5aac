import { noteAct } from '@rmtools/kit/audit-trail'
import { documents } from '@rmtools/contracts/crm/documents'
import { notFound, Problem } from '@rmtools/contracts/problem'
import { implement, outside } from '@rmtools/kit/service'
import { companyScope, scopeOf } from '@rmtools/kit/scope'
import { existing } from '@rmtools/kit/existing'
import type { CrmPorts } from '../../ports.ts'
import { editAsRm } from '../case/editing.ts'
import { caseById } from '../queries.ts'
import { actAsSystem, documentByKey, documentsOf } from './queries.ts'
import { declare, discard, upload } from './storing.ts'

/** How long a signed URL is valid. */
const LINK_SECONDS = 300

export const documentRoutes = (ports: CrmPorts) =>
  implement('documents', documents, {
    list: async ({ id }, { db, actor: { userId } }) => {
      existing(await caseById(db, id))
      const path = (key: string | null, companyId: string) =>
        key === null
          ? null
          : `/crm/files/${ports.files.signRead(key, { companyId, userId }, LINK_SECONDS)}`
      const rows = await documentsOf(db, id)
      return {
        items: rows.map((row) => ({
          ...row,
          path: path(row.storageKey, row.companyId),
          thumbnailPath: path(row.thumbnailKey, row.companyId),
        })),
      }
    },

    declare: async ({ id, ...given }, { db, actor }) => {
      const document = await declare(db, await editAsRm(db, id, actor), given)
      return { document, uploadPath: `/crm/investors/${id}/documents/${document.id}/content` }
    },

    upload: outside(async ({ id, documentId, bytes }, { actor, begin }) => {
      const edit: Parameters<typeof upload>[0] = async (work) =>
        await begin(scopeOf(actor), async (db) => await work(db, await editAsRm(db, id, actor)))
      return await upload(edit, documentId, bytes, ports)
    }),

    remove: async ({ id, documentId }, { db, actor }) =>
      await discard(db, await editAsRm(db, id, actor, { isRightOfInvestor: true }), documentId),

    download: outside(
      async ({ fileToken }, { begin, reply }) => {
        const permitted = ports.files.verifyRead(fileToken)
        if (!permitted) throw new Problem(notFound)
        const { companyId, userId } = permitted
        const document = existing(
          await begin({ ...companyScope(companyId), userId }, async (db) => {
            if (userId === null) await actAsSystem(db)
            const found = await documentByKey(db, permitted.key)
            // A picture of an identity card shows masked data; the thumbnail is too small to read.
            if (found?.storageKey === permitted.key)
              await noteAct(db, {
                action: 'download',
                entity: 'investor_document',
                id: found.id,
                after: { investorId: found.investorId },
              })
            return found
          }),
        )
        const isImage = permitted.key.endsWith('.jpg')
        reply.header('content-type', isImage ? 'image/jpeg' : 'application/pdf')
        reply.header(
          'content-disposition',
          `attachment; filename="${document.type}.${isImage ? 'jpg' : 'pdf'}"`,
        )
        reply.header('x-content-type-options', 'nosniff')
        return await ports.files.get(permitted.key)
      },
      async ({ fileToken }) =>
        ports.files.verifyRead(fileToken) ? undefined : new Problem(notFound),
    ),
  })
