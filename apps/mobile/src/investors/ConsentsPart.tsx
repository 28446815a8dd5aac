import { router } from 'expo-router'
import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import type { Consent } from '@rmtools/contracts/crm/consents'
import { isMaintainable } from '@rmtools/contracts/crm/investor-statuses'
import { formatInstant } from '@rmtools/look/format'
import { consentLabels } from '@rmtools/look/kyc-words'
import { space } from '@rmtools/look/scale'
import { actions, nouns } from '@rmtools/look/words'
import { useAct } from '../ui/act.ts'
import { paths } from '../base/paths.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { useWaiting } from '../sync/use-outbox.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Card, ListRow } from '../ui/ListRow.tsx'
import { Section } from '../ui/Section.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Text } from '../ui/Text.tsx'
import { toast } from '../ui/Toast.tsx'
import { useColours } from '../ui/theme.ts'
import { withdrawConsent } from './local.ts'
import { investorRecord, type SeenCase } from './rules.ts'

/**
 * The investor's consents: the wording, the date, and a way to withdraw each at any time (UU
 * 27/2022 art. 9).
 */
export function ConsentsPart({ seen }: { seen: SeenCase }) {
  const words = useSay()
  const language = useLanguage()
  const { success, textFaint } = useColours()
  const [open, setOpen] = useState<Consent>()
  if (seen.consents.length === 0) return null
  return (
    <Section
      title={words(nouns.consent)}
      {...(isMaintainable(seen.status)
        ? { more: words(manage), onMore: () => router.push(paths.kyc(seen.id, 'consent')) }
        : {})}
    >
      <Card>
        {seen.consents.map((consent, index, all) => {
          const { id, purpose, givenAt, withdrawnAt } = consent
          return (
            <ListRow
              key={id}
              left={
                <Icon
                  name={withdrawnAt ? 'close' : 'check'}
                  size={20}
                  colour={withdrawnAt ? textFaint : success}
                />
              }
              title={words(consentLabels[purpose])}
              detail={words(withdrawnAt ? withdrawnWord : givenWord, {
                at: formatInstant(withdrawnAt ?? givenAt, language),
              })}
              onPress={() => setOpen(consent)}
              isLast={index === all.length - 1}
            />
          )
        })}
      </Card>
      {open ? <ConsentSheet seen={seen} consent={open} onClose={() => setOpen(undefined)} /> : null}
    </Section>
  )
}

function ConsentSheet({
  seen,
  consent,
  onClose,
}: {
  seen: SeenCase
  consent: Consent
  onClose: () => void
}) {
  const words = useSay()
  const language = useLanguage()
  const [isWithdrawing, setWithdrawing] = useState(false)
  const [reason, setReason] = useState('')
  // An unsent consent has no id on the server.
  const isUnsent = useWaiting(investorRecord(seen.id)).some(({ id }) => id === consent.id)
  const { purpose, textVersion, givenAt, withdrawnAt } = consent
  const record = useAct(async () => {
    await withdrawConsent(seen, consent.id, reason.trim())
    toast(words(recorded))
    onClose()
  })
  const footer = isWithdrawing ? (
    <>
      <Button
        title={words(confirm)}
        kind="danger"
        onPress={() => record.run()}
        isBusy={record.isBusy}
        isWide
      />
      <Button
        title={words(actions.cancel)}
        kind="plain"
        onPress={() => setWithdrawing(false)}
        isWide
      />
    </>
  ) : (
    <Button
      title={words(withdraw)}
      kind="quiet"
      onPress={() => setWithdrawing(true)}
      isWide
      reason={isUnsent ? words(unsent) : undefined}
    />
  )
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words(consentLabels[purpose])}
      footer={withdrawnAt ? undefined : footer}
    >
      <Text>{consent.words}</Text>
      <View style={styles.facts}>
        <Text kind="caption" tone="second">
          {words(givenVersion, { at: formatInstant(givenAt, language), version: textVersion })}
        </Text>
        {withdrawnAt ? (
          <Text kind="caption" tone="second">
            {words(withdrawnWord, { at: formatInstant(withdrawnAt, language) })}
          </Text>
        ) : null}
      </View>
      {isWithdrawing ? (
        <>
          <Text tone="second">{words(withdrawText)}</Text>
          <Field
            label={words(reasonWord)}
            value={reason}
            onChange={setReason}
            maxLength={500}
            isOptional
            multiline
          />
        </>
      ) : null}
    </Sheet>
  )
}

const manage = say('Kelola', 'Manage')
const givenWord = say('Disetujui {at}', 'Agreed {at}')
const givenVersion = say('Disetujui {at}, versi {version}', 'Agreed {at}, version {version}')
const withdrawnWord = say('Ditarik {at}', 'Withdrawn {at}')
const withdraw = say('Catat penarikan', 'Record a withdrawal')
const confirm = say('Ya, investor menariknya', 'Yes, the investor withdraws it')
const withdrawText = say(
  'Penarikan berlaku segera dan tercatat. Investor dapat menyetujui lagi kapan saja.',
  'The withdrawal applies at once and is recorded. The investor may agree again at any time.',
)
const reasonWord = say('Alasan', 'Reason')
const recorded = say('Penarikan dicatat', 'The withdrawal is recorded')
const unsent = say('Persetujuan ini belum terkirim.', 'This consent has not been sent yet.')

const styles = StyleSheet.create({ facts: { gap: space(1) } })
