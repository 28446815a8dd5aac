import {
  clientLinks,
  linkEnded,
  linkNotShown,
  linkWithoutPhone,
  type ClientLinkKind,
  type linkTakings,
} from '@rmtools/contracts/crm/client-links'
import { forbidden, Problem } from '@rmtools/contracts/problem'
import { noteAct } from '@rmtools/kit/audit-trail'
import { existing } from '@rmtools/kit/existing'
import { implement } from '@rmtools/kit/service'
import { waysFor } from '../client-messages/send-to-client.ts'
import { messageText, type Values } from '../message-templates/message-text.ts'
import type { Language } from '../message-templates/rules.ts'
import type { CrmPorts } from '../ports.ts'
import { latestMessage, messagesFrom, receiverOf } from './queries.ts'
import { linkUrl, shownToken, type LinkSource, type OpenLink } from './rules.ts'

type Taking = (typeof linkTakings)[number]
const refusals = {
  'link-not-shown': linkNotShown,
  'link-without-phone': linkWithoutPhone,
  'of-another-rm': forbidden,
} as const

export const clientLinkRoutes = (
  ports: CrmPorts,
  sources: Readonly<Record<ClientLinkKind, LinkSource>>,
) => {
  const tokenOf = (kind: ClientLinkKind, link: OpenLink) => shownToken(kind, link, ports.otpSecret)

  function takingOf(kind: ClientLinkKind, link: OpenLink, isInCharge: boolean): Taking {
    if (!isInCharge) return 'of-another-rm'
    if (!link.asksForCode) return 'link-without-phone'
    return tokenOf(kind, link) === undefined ? 'link-not-shown' : 'possible'
  }

  return implement('clientLinks', clientLinks, {
    // Every link goes by the same channels.
    ways: async ({ id }, { db }) =>
      existing(await waysFor(db, { kind: 'page-link', investorId: id }, ports)),

    get: async ({ kind, id }, { db, actor }) => {
      const { investorId, link } = existing(await sources[kind].open(db, id, { isLocking: false }))
      if (!link) return { link: null }
      const { rmId } = existing(await receiverOf(db, investorId))
      const { messageId, message, expiresAt } = link
      const first = messageId ?? (await latestMessage(db, { investorId, kind: message.kind, link }))
      return {
        link: {
          expiresAt,
          messages: first === null ? [] : await messagesFrom(db, first),
          taking: takingOf(kind, link, rmId === actor.userId),
        },
      }
    },

    take: async ({ kind, id }, { db, actor }) => {
      const source = sources[kind]
      const { investorId, link } = existing(await source.open(db, id, { isLocking: true }))
      const { rmId, phone, language } = existing(await receiverOf(db, investorId))
      if (rmId !== actor.userId) throw new Problem(forbidden)
      if (!link) throw new Problem(linkEnded)
      const taking = takingOf(kind, link, true)
      if (taking !== 'possible') throw new Problem(refusals[taking])
      const url = linkUrl(kind, tokenOf(kind, link) ?? '', ports.publicUrl)
      const values = byLanguage(link.message.values(url))
      const { text } = await messageText(db, {
        kind: link.message.kind,
        channel: 'sms',
        language,
        values,
      })
      await source.noteTaken?.(db, link.id, ports.clock.now().toISOString())
      const { entity, expiresAt } = link
      await noteAct(db, {
        action: 'link-taken',
        entity,
        id: link.id,
        after: { investorId, expiresAt },
      })
      const number = (phone ?? '').replace(/\D/g, '')
      const whatsapp = `https://wa.me/${number}?text=${encodeURIComponent(text)}`
      return { url, text, whatsapp, expiresAt }
    },
  })
}

const byLanguage = (values: Values | ((language: Language) => Values)) =>
  typeof values === 'function' ? { id: values('id'), en: values('en') } : { id: values, en: values }
