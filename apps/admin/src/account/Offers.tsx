// Invitations from other companies: nothing changes until the user accepts one.
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Flex } from 'antd'
import { formatInstant } from '@rmtools/look/format'
import { useSay } from '../base/language.ts'
import { ask, useAct } from '../base/queries.ts'
import { useRoles } from '../people/role-names.ts'
import { Refusal } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { words } from './words.ts'

/** The query for the user's invitations. */
export const ownOffers = () => ask('membershipOffers', 'list')

export function Offers() {
  const say = useSay()
  const { nameOf } = useRoles()
  const { data } = useQuery(ownOffers())
  const { run, isPending, problem } = useAct('membershipOffers', 'acceptOrDecline', {
    touches: ['account', 'sessions'],
  })
  if (!data || data.items.length === 0) return null
  return (
    <Section title={say(words.offers)}>
      <Refusal problem={problem} />
      {data.items.map(({ id, companyName, role, expiresAt }) => (
        <Alert
          key={id}
          type="info"
          showIcon
          title={say(words.offer, { company: companyName, role: nameOf(role) })}
          description={say(words.offerHint, { until: formatInstant(expiresAt, say.language) })}
          action={
            <Flex gap="small">
              <Button
                disabled={isPending}
                aria-label={say(words.declineOffer, { company: companyName })}
                onClick={() => void run({ id, decision: 'decline' })}
              >
                {say(words.decline)}
              </Button>
              <Button
                type="primary"
                disabled={isPending}
                aria-label={say(words.acceptOffer, { company: companyName })}
                onClick={() => void run({ id, decision: 'accept' })}
              >
                {say(words.accept)}
              </Button>
            </Flex>
          }
        />
      ))}
    </Section>
  )
}
