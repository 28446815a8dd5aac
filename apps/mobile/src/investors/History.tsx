import { StyleSheet, View } from 'react-native'
import { reasonText } from '@rmtools/look/bib-words'
import { formatInstant } from '@rmtools/look/format'
import { investorStates } from '@rmtools/look/states'
import { space } from '@rmtools/look/scale'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Section } from '../ui/Section.tsx'
import { StateDot } from '../ui/StateDot.tsx'
import { Text } from '../ui/Text.tsx'
import { useHistory } from './remote.ts'

/** What happened to a case, newest first. */
export function History({ id }: { id: string }) {
  const words = useSay()
  const language = useLanguage()
  const { data } = useHistory(id, true)
  if (!data || data.items.length === 0) return null
  return (
    <Section title={words(title)}>
      <View role="list" style={styles.events}>
        {data.items.slice(0, 12).map(({ id: key, status, at, actorName, detail }) => (
          <View key={key} role="listitem" style={styles.event}>
            <StateDot state={investorStates[status]} />
            <Text kind="caption" tone="second">
              {[formatInstant(at, language), actorName, reasonText(detail, language)]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </View>
        ))}
      </View>
    </Section>
  )
}

const title = say('Riwayat berkas', 'Case history')

const styles = StyleSheet.create({ events: { gap: space(3) }, event: { gap: 2 } })
