import { useQuery, useQueryClient } from '@tanstack/react-query'
import { StyleSheet, View } from 'react-native'
import { roles, type Bilingual } from '@rmtools/look/words'
import { space } from '@rmtools/look/scale'
import { useAct } from '../ui/act.ts'
import { api } from '../base/api.ts'
import { say, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/ListRow.tsx'
import { Text } from '../ui/Text.tsx'

const named: Readonly<Record<string, Bilingual>> = roles

type Answer = { id: string; decision: 'accept' | 'decline' }

/** Invitations from other companies; nothing changes until the user accepts one. */
export function MembershipOffers() {
  const words = useSay()
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: ['membership-offers'],
    queryFn: async () => await api.membershipOffers.list(),
  })
  const { run, isBusy } = useAct(
    async (answer: Answer) => await api.membershipOffers.acceptOrDecline(answer),
    {
      onDone: async () => {
        for (const key of ['membership-offers', 'me'] as const)
          await client.invalidateQueries({ queryKey: [key] })
      },
    },
  )
  return data?.items.map(({ id, companyName: company, role }) => (
    <Card key={id} isPadded>
      <Text kind="section">{words(asks, { company })}</Text>
      <Text kind="caption" tone="second">
        {words(hint, {
          role: words(named[role] ?? { id: role, en: role }),
        })}
      </Text>
      <View style={styles.buttons}>
        <Button
          title={words(decline)}
          kind="quiet"
          isBusy={isBusy}
          label={`${words(decline)}: ${company}`}
          onPress={() => run({ id, decision: 'decline' })}
        />
        <Button
          title={words(accept)}
          isBusy={isBusy}
          label={`${words(accept)}: ${company}`}
          onPress={() => run({ id, decision: 'accept' })}
        />
      </View>
    </Card>
  ))
}

const asks = say('Tawaran dari {company}', 'Offer from {company}')
const hint = say(
  'Peran: {role}. Bila diterima, sesi Anda di perangkat lain berakhir.',
  'Role: {role}. Accepting ends your sessions on other devices.',
)
const accept = say('Terima', 'Accept')
const decline = say('Tolak', 'Decline')

const styles = StyleSheet.create({
  buttons: { flexDirection: 'row', gap: space(2), marginTop: space(2) },
})
