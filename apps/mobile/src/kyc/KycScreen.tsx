import { router, useLocalSearchParams } from 'expo-router'
import { StyleSheet, View } from 'react-native'
import { completeness } from '@rmtools/contracts/crm/kyc-form'
import { isEditable } from '@rmtools/contracts/crm/investor-statuses'
import { space } from '@rmtools/look/scale'
import { useAct } from '../ui/act.ts'
import { paths } from '../base/paths.ts'
import { say, useSay } from '../base/preferences.ts'
import { submitCase } from '../investors/local.ts'
import { investorRecord, type SeenCase } from '../investors/rules.ts'
import { useCase, useCaseContext } from '../investors/use-investors.ts'
import { RefusedBanner } from '../sync/RefusedBanner.tsx'
import { SyncDot } from '../sync/SyncDot.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Card, ListRow } from '../ui/ListRow.tsx'
import { Meter } from '../ui/Meter.tsx'
import { Screen } from '../ui/Screen.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { Banner, ErrorState } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import { toast } from '../ui/Toast.tsx'
import { useColours } from '../ui/theme.ts'
import { partsOf, type CasePart } from './parts.ts'
import { fieldLabel, sectionWord } from './words.ts'

/** The KYC of one investor: its parts, their completeness, and the submission. */
export function KycScreen() {
  const { id } = useLocalSearchParams<{ id: string }>()
  const words = useSay()
  const { seen, isLoading, error, refetch } = useCase(id)
  if (seen) return <Overview seen={seen} />
  return (
    <Screen title="KYC" backTo={`/investors/${id}`} subtitle={words(title)}>
      {isLoading ? (
        <SkeletonRows count={5} />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} />
      )}
    </Screen>
  )
}

function Overview({ seen }: { seen: SeenCase }) {
  const words = useSay()
  const context = useCaseContext()
  const parts = partsOf(seen)
  const share = completeness(seen, context)
  const canSubmit = isEditable(seen.status) && seen.missing.length === 0
  const submit = useAct(async () => {
    await submitCase(seen)
    toast(words(seen.sync ? submittedLater : submitted))
    router.dismissTo(paths.investor(seen.id))
  })
  const first = parts.find(({ left }) => left > 0)
  const send = (
    <Button
      title={words(submitWord)}
      icon="check"
      onPress={() => submit.run()}
      isBusy={submit.isBusy}
      isWide
    />
  )
  const next =
    first && isEditable(seen.status) ? (
      <Button
        title={words(goOn)}
        onPress={() => router.push(paths.kyc(seen.id, first.id))}
        isWide
      />
    ) : null
  return (
    <Screen
      title={words(title)}
      subtitle={seen.displayName}
      backTo={`/investors/${seen.id}`}
      footer={canSubmit ? send : next}
    >
      <View style={styles.meter}>
        <View style={styles.line}>
          <Text kind="label" isStrong>
            {words(complete, { percent: Math.round(share * 100) })}
          </Text>
          <SyncDot sync={seen.sync} />
        </View>
        <Meter share={share} label={words(complete, { percent: Math.round(share * 100) })} />
      </View>
      <RefusedBanner record={investorRecord(seen.id)} />
      {seen.openFields ? (
        <Banner icon="returned" tone="warning" title={words(returned)}>
          {seen.returnReasons.map(({ pointer, reason }) => (
            <Text key={pointer} kind="caption">{`${words(fieldLabel(pointer))}: ${reason}`}</Text>
          ))}
        </Banner>
      ) : null}
      {isEditable(seen.status) ? null : <Banner icon="lock" title={words(closed)} />}
      <Card>
        {parts.map((part, index) => (
          <PartRow
            key={part.id}
            part={part}
            onPress={() => router.push(paths.kyc(seen.id, part.id))}
            isLast={index === parts.length - 1}
          />
        ))}
      </Card>
      <Text kind="caption" tone="second" isCentred>
        {words(saved)}
      </Text>
    </Screen>
  )
}

function PartRow({
  part,
  onPress,
  isLast,
}: {
  part: CasePart
  onPress: () => void
  isLast: boolean
}) {
  const words = useSay()
  const colours = useColours()
  const isDone = part.left === 0
  const state = isDone ? words(done) : words(leftWord, { count: part.left })
  return (
    <ListRow
      title={words(sectionWord(part.id))}
      label={`${words(sectionWord(part.id))}, ${state}`}
      onPress={onPress}
      isLast={isLast}
      left={
        <View
          style={[styles.tick, { backgroundColor: isDone ? colours.successSoft : colours.raised }]}
        >
          {isDone ? (
            <Icon name="check" size={16} colour={colours.success} strokeWidth={2.2} />
          ) : (
            <Text kind="caption">{part.left}</Text>
          )}
        </View>
      }
      right={
        <View style={styles.right}>
          <Text kind="caption" tone={isDone ? 'success' : 'second'}>
            {state}
          </Text>
          <Icon name="forward" size={18} colour={colours.textFaint} />
        </View>
      }
    />
  )
}

const title = say('KYC investor', "Investor's KYC")
const complete = say('{percent}% lengkap', '{percent}% complete')
const done = say('Lengkap', 'Complete')
const leftWord = say('{count} lagi', '{count} left')
const goOn = say('Lanjutkan', 'Continue')
const submitWord = say('Ajukan untuk ditinjau', 'Submit for review')
const submitted = say('Diajukan untuk ditinjau', 'Submitted for review')
const submittedLater = say(
  'Diajukan begitu semuanya terkirim',
  'It will be submitted once everything has been sent',
)
const returned = say('Peninjau meminta perbaikan', 'The reviewer asks for corrections')
const closed = say(
  'Berkas ini tidak dapat diubah sekarang.',
  'This case cannot be changed at this stage.',
)
const saved = say(
  'Tersimpan sendiri di ponsel ini, juga tanpa jaringan.',
  'Saved automatically on this phone, even offline.',
)

const styles = StyleSheet.create({
  meter: { gap: space(2) },
  line: { flexDirection: 'row', justifyContent: 'space-between' },
  tick: { width: 28, height: 28, borderRadius: 14, alignItems: 'center', justifyContent: 'center' },
  right: { flexDirection: 'row', alignItems: 'center', gap: space(1) },
})
