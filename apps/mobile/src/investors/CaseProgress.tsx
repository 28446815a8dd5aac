import { useQueryClient } from '@tanstack/react-query'
import { router } from 'expo-router'
import { StyleSheet, View } from 'react-native'
import { completeness } from '@rmtools/contracts/crm/kyc-form'
import { isEditable } from '@rmtools/contracts/crm/investor-statuses'
import { faultText } from '@rmtools/look/faults'
import { space } from '@rmtools/look/scale'
import { useAct } from '../ui/act.ts'
import { api } from '../base/api.ts'
import { useIsOnline } from '../base/network.ts'
import { paths } from '../base/paths.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { fieldLabel } from '../kyc/words.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/ListRow.tsx'
import { Meter } from '../ui/Meter.tsx'
import { Banner } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import { toast } from '../ui/Toast.tsx'
import { caseChanged } from './remote.ts'
import type { SeenCase } from './rules.ts'
import { useCaseContext } from './use-investors.ts'

/**
 * The progress of a case: what is missing, what was returned, or what the investor is doing behind
 * the link.
 */
export function CaseProgress({ seen, onSendLink }: { seen: SeenCase; onSendLink: () => void }) {
  const words = useSay()
  const { status, missing, returnReasons, openFields, warnings } = seen
  if (!isEditable(status) && status !== 'awaiting-investor') return null
  return (
    <>
      {openFields ? (
        <Banner
          icon="returned"
          tone="warning"
          title={words(returned, { count: openFields.length })}
        >
          {returnReasons.map(({ pointer, reason }) => (
            <Text key={pointer} kind="caption">{`${words(fieldLabel(pointer))}: ${reason}`}</Text>
          ))}
        </Banner>
      ) : null}
      <Questions warnings={warnings} />
      <Card isPadded>
        {openFields ? (
          <Text kind="label" isStrong>
            {words(missing.length === 0 ? corrected : toCorrect)}
          </Text>
        ) : (
          <Progress seen={seen} />
        )}
        {status === 'awaiting-investor' ? (
          <LinkOut seen={seen} onResend={onSendLink} />
        ) : (
          <Send seen={seen} onSendLink={onSendLink} />
        )}
      </Card>
    </>
  )
}

/** What a reviewer will ask about, so that the RM can settle it with the investor first. */
function Questions({ warnings }: Pick<SeenCase, 'warnings'>) {
  const words = useSay()
  const language = useLanguage()
  const asked = warnings.filter(({ pointer }) =>
    /^\/(individual|institutional|bankAccounts)/.test(pointer),
  )
  if (asked.length === 0) return null
  return (
    <Banner icon="warning" tone="warning" title={words(questions)}>
      {asked.map(({ pointer, code }) => (
        <Text
          key={pointer + code}
          kind="caption"
        >{`${words(fieldLabel(pointer))}: ${faultText(code, language)}`}</Text>
      ))}
    </Banner>
  )
}

function Progress({ seen }: { seen: SeenCase }) {
  const words = useSay()
  const context = useCaseContext()
  const { status, missing } = seen
  const share = completeness(seen, context)
  const percent = words(complete, { percent: Math.round(share * 100) })
  return (
    <>
      <View style={styles.line}>
        <Text kind="label" isStrong>
          {status === 'awaiting-investor' ? words(filling) : percent}
        </Text>
        {status === 'awaiting-investor' ? (
          <Text kind="label" tone="second" isFigure>
            {percent}
          </Text>
        ) : null}
      </View>
      <Meter share={share} label={percent} />
      <Text kind="caption" tone="second">
        {missing.length === 0 ? words(ready) : words(stillMissing, { what: named(missing, words) })}
      </Text>
    </>
  )
}

function Send({ seen, onSendLink }: { seen: SeenCase; onSendLink: () => void }) {
  const words = useSay()
  const isOnline = useIsOnline()
  const whyOffline = isOnline ? undefined : words(needsNetwork)
  const reason = seen.sync ? words(unsentFirst) : whyOffline
  return (
    <Button
      title={words(sendLink)}
      kind="quiet"
      icon="share"
      isSmall
      onPress={onSendLink}
      reason={reason}
    />
  )
}

function LinkOut({ seen, onResend }: { seen: SeenCase; onResend: () => void }) {
  const words = useSay()
  const client = useQueryClient()
  const withdraw = useAct(
    async () => await api.remoteRegistration.withdrawLink({ id: seen.id, version: seen.version }),
    {
      onDone: async () => {
        await caseChanged(client, undefined, seen)
        toast(words(withdrawn))
        router.push(paths.kyc(seen.id))
      },
    },
  )
  return (
    <View style={styles.buttons}>
      <Button title={words(resend)} kind="quiet" isSmall icon="refresh" onPress={onResend} />
      <Button
        title={words(takeBack)}
        kind="plain"
        isSmall
        isBusy={withdraw.isBusy}
        onPress={() => withdraw.run()}
      />
    </View>
  )
}

const MOST = 4

function named(missing: SeenCase['missing'], words: ReturnType<typeof useSay>): string {
  const names = [...new Set(missing.map(({ pointer }) => words(fieldLabel(pointer))))]
  const more = names.length - MOST
  return names.slice(0, MOST).join(', ') + (more > 0 ? ` ${words(andMore, { count: more })}` : '')
}

const complete = say('{percent}% lengkap', '{percent}% complete')
const filling = say('Investor sedang mengisi', 'The investor is filling it in')
const ready = say(
  'Semua lengkap. Tinggal diajukan.',
  'Everything is complete. It only needs to be submitted.',
)
const stillMissing = say('Masih kurang: {what}', 'Still missing: {what}')
const andMore = say('dan {count} lagi', 'and {count} more')
const corrected = say(
  'Tidak ada yang kosong. Perbaiki lalu ajukan lagi.',
  'Nothing is empty. Correct it, then submit again.',
)
const toCorrect = say(
  'Lengkapi yang dikembalikan, lalu ajukan lagi.',
  'Complete the returned items, then submit again.',
)
const returned = say('{count} hal dikembalikan peninjau', '{count} items returned by the reviewer')
const questions = say('Yang akan ditanyakan peninjau', 'What the reviewer will ask about')
const sendLink = say('Kirim tautan ke investor', 'Send the link to the investor')
const unsentFirst = say('Menunggu isian Anda terkirim.', 'Waiting until your changes are sent.')
const needsNetwork = say('Perlu jaringan.', 'You need to be online for this.')
const resend = say('Kirim ulang tautan', 'Send the link again')
const takeBack = say('Tarik tautan', 'Withdraw the link')
const withdrawn = say(
  'Tautan ditarik. Anda dapat melanjutkan.',
  'The link is withdrawn. You can continue.',
)

const styles = StyleSheet.create({
  line: { flexDirection: 'row', justifyContent: 'space-between', gap: space(2) },
  buttons: { flexDirection: 'row', flexWrap: 'wrap', gap: space(2) },
})
