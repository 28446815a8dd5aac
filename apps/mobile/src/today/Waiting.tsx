import { router } from 'expo-router'
import type { ReactNode } from 'react'
import type { Today } from '@rmtools/contracts/bff/today'
import { reasonText } from '@rmtools/look/bib-words'
import { formatRelative, formatPhone } from '@rmtools/look/format'
import { instructionStates, investorStates } from '@rmtools/look/states'
import { nouns } from '@rmtools/look/words'
import { paths } from '../base/paths.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import type { SeenLead } from '../leads/rules.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Card, ListRow } from '../ui/ListRow.tsx'
import { Section } from '../ui/Section.tsx'
import { StateDot } from '../ui/StateDot.tsx'

const SHOWN = 5

function Part({
  title,
  count,
  children,
  onMore,
}: {
  title: string
  count: number
  children: ReactNode
  onMore: () => void
}) {
  const words = useSay()
  const more = count > SHOWN ? { more: words(all, { count }), onMore } : {}
  return (
    <Section title={title} {...more}>
      <Card>{children}</Card>
    </Section>
  )
}

/** Cases that the reviewers returned. */
export function Returned({ returned: { count, items } }: Pick<Today, 'returned'>) {
  const words = useSay()
  const language = useLanguage()
  const shown = items.slice(0, SHOWN)
  if (shown.length === 0) return null
  return (
    <Part title={words(returnedTitle)} count={count} onMore={() => router.push(paths.investors)}>
      {shown.map(({ id, displayName, reasons, returnedAt }, index) => (
        <ListRow
          key={id}
          title={displayName}
          left={<Avatar name={displayName} />}
          below={
            <StateDot
              state={investorStates.returned}
              more={words(reasons === 1 ? oneToFix : toFix, { count: reasons })}
            />
          }
          detail={returnedAt ? formatRelative(returnedAt, language) : undefined}
          onPress={() => router.push(paths.investor(id))}
          isLast={index === shown.length - 1}
        />
      ))}
    </Part>
  )
}

/** Instructions that wait for the investor, or failed. */
export function Instructions({
  title,
  instructions: { count, items },
}: {
  title: string
  instructions: Today['waiting']
}) {
  const words = useSay()
  const language = useLanguage()
  const shown = items.slice(0, SHOWN)
  if (shown.length === 0) return null
  return (
    <Part title={title} count={count} onMore={() => router.push(paths.instructions)}>
      {shown.map(
        ({ id, investorName, type, status, productName, statusReason, linkExpiresAt }, index) => {
          const ends =
            status === 'awaiting-approval' && linkExpiresAt
              ? words(linkEnds, { when: formatRelative(linkExpiresAt, language) })
              : undefined
          return (
            <ListRow
              key={id}
              title={investorName}
              left={<Avatar name={investorName} />}
              detail={`${words(nouns[type])} · ${productName}`}
              below={
                <StateDot
                  state={instructionStates[status]}
                  more={reasonText(statusReason, language) ?? ends}
                />
              }
              onPress={() => router.push(paths.instruction(id))}
              isLast={index === shown.length - 1}
            />
          )
        },
      )}
    </Part>
  )
}

/** Leads to follow up, the longest overdue first. */
export function FollowUps({ leads }: { leads: readonly SeenLead[] }) {
  const words = useSay()
  const language = useLanguage()
  const shown = leads.slice(0, SHOWN)
  if (shown.length === 0) return null
  return (
    <Part
      title={words(nouns.followUp)}
      count={leads.length}
      onMore={() => router.push(paths.leads)}
    >
      {shown.map(({ id, fullName, interest, phone, nextFollowUpAt }, index) => (
        <ListRow
          key={id}
          title={fullName}
          left={<Avatar name={fullName} />}
          detail={[interest ?? formatPhone(phone), formatRelative(nextFollowUpAt, language)].join(
            ' · ',
          )}
          onPress={() => router.push(paths.lead(id))}
          isLast={index === shown.length - 1}
        />
      ))}
    </Part>
  )
}

const all = say('Semua ({count})', 'All ({count})')
const returnedTitle = say('KYC dikembalikan', 'KYC returned')
const oneToFix = say('1 isian', '1 field')
const toFix = say('{count} isian', '{count} fields')
const linkEnds = say('tautan berakhir {when}', 'link ends {when}')
