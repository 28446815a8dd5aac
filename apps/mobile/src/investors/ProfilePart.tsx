import { router } from 'expo-router'
import { StyleSheet, View } from 'react-native'
import { isPayable } from '@rmtools/contracts/crm/bank-accounts'
import { isMaintainable } from '@rmtools/contracts/crm/investor-statuses'
import { isMasked } from '@rmtools/contracts/crm/kyc'
import { formatDate, today, formatPhone } from '@rmtools/look/format'
import { individualLabels, institutionalLabels } from '@rmtools/look/kyc-words'
import { space } from '@rmtools/look/scale'
import { nouns } from '@rmtools/look/words'
import { paths } from '../base/paths.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { shownValue } from '../kyc/values.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/ListRow.tsx'
import { RiskScale } from '../ui/RiskScale.tsx'
import { Fact, Section } from '../ui/Section.tsx'
import { Text } from '../ui/Text.tsx'
import { Masked } from './Masked.tsx'
import type { SeenCase } from './rules.ts'

const shownFields = {
  individual: [
    'identityNumber',
    'npwp',
    'placeOfBirth',
    'dateOfBirth',
    'sex',
    'maritalStatus',
    'occupation',
    'sourceOfFunds',
    'objective',
  ],
  institutional: [
    'npwp',
    'nib',
    'legalForm',
    'companyType',
    'lineOfBusiness',
    'dateOfEstablishment',
    'contactPerson',
    'objective',
  ],
} as const

/** The investor's personal data, masked where it is sensitive, with risk profile and accounts. */
export function ProfilePart({ seen }: { seen: SeenCase }) {
  const words = useSay()
  const language = useLanguage()
  const { kind, email, phone } = seen
  const form: Readonly<Record<string, unknown>> =
    (kind === 'individual' ? seen.individual : seen.institutional) ?? {}
  const labels: Readonly<Record<string, { id: string; en: string }>> =
    kind === 'individual' ? individualLabels : institutionalLabels
  return (
    <>
      <RiskPart seen={seen} />
      <Accounts seen={seen} />
      <Section title={words(data)}>
        <Card>
          <View style={styles.facts}>
            {phone ? <Fact label={words(phoneWord)} value={formatPhone(phone)} /> : null}
            {email ? <Fact label="E-mail" value={email} /> : null}
            {shownFields[kind].map((name) => {
              const value = shownValue(name, form[name], language)
              const label = words(labels[name] ?? say(name, name))
              if (value === undefined) return null
              return isMasked(value) ? (
                <Masked
                  key={name}
                  id={seen.id}
                  pointer={`/${kind}/${name}`}
                  label={label}
                  value={value}
                />
              ) : (
                <Fact key={name} label={label} value={value} />
              )
            })}
            {seen.ifua ? <Fact label="IFUA" value={seen.ifua} isMono /> : null}
          </View>
        </Card>
      </Section>
    </>
  )
}

function RiskPart({ seen: { id, riskProfile, waitingRisk, status } }: { seen: SeenCase }) {
  const words = useSay()
  const language = useLanguage()
  if (!riskProfile) return null
  const isOver = riskProfile.expiresOn <= today()
  return (
    <Section title={words(nouns.riskProfile)}>
      <Card isPadded>
        <RiskScale level={riskProfile.band} isWarning={isOver} />
        <Text kind="caption" tone={isOver ? 'warning' : 'second'}>
          {words(isOver ? expired : validUntil, {
            date: formatDate(riskProfile.expiresOn, language),
          })}
        </Text>
        {waitingRisk ? (
          <Text kind="caption">{words(waits, { band: waitingRisk.band })}</Text>
        ) : null}
        {status === 'registered' ? (
          <Button
            title={words(renew)}
            kind="quiet"
            isSmall
            icon="refresh"
            onPress={() => router.push(paths.kyc(id, 'risk'))}
          />
        ) : null}
      </Card>
    </Section>
  )
}

const waits = say(
  'Profil {band} menunggu persetujuan peninjau.',
  "Profile {band} is waiting for a reviewer's approval.",
)

function Accounts({ seen: { id, bankAccounts, status } }: { seen: SeenCase }) {
  const words = useSay()
  if (bankAccounts.length === 0) return null
  return (
    <Section
      title={words(nouns.bankAccount)}
      {...(isMaintainable(status)
        ? { more: words(change), onMore: () => router.push(paths.kyc(id, 'bank')) }
        : {})}
    >
      <Card>
        <View style={styles.facts}>
          {bankAccounts.map((account) => (
            <View key={account.id} style={styles.account}>
              <Text isStrong>{account.bankName}</Text>
              <Masked
                id={id}
                pointer={`/bankAccounts/${account.id}/number`}
                label={account.holderName}
                value={account.number}
              />
              {isPayable(account) ? null : (
                <Text kind="caption" tone="warning">
                  {words(
                    account.bibStatus === 'refused' || account.review === 'refused'
                      ? accountRefused
                      : accountWaits,
                  )}
                </Text>
              )}
            </View>
          ))}
        </View>
      </Card>
    </Section>
  )
}

const data = say('Data investor', "Investor's data")
const phoneWord = say('Telepon', 'Phone')
const validUntil = say('Berlaku sampai {date}', 'Valid until {date}')
const expired = say(
  'Masa berlaku habis {date}; perbarui sebelum membeli',
  'Expired on {date}; renew it before buying',
)
const renew = say('Perbarui profil risiko', 'Renew the risk profile')
const change = say('Kelola', 'Manage')
const accountWaits = say(
  'Nama berbeda dari KTP; menunggu peninjau',
  'The name differs from the KTP; a reviewer decides',
)
const accountRefused = say('Rekening ini tidak dapat dipakai', 'This account cannot be used')

const styles = StyleSheet.create({
  facts: { paddingHorizontal: space(4), paddingVertical: space(2) },
  account: { paddingVertical: space(1) },
})
