import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { Me } from '@rmtools/contracts/auth/account'
import { useChooseLanguage } from '../ui/ChooseLanguage.tsx'
import { useSay } from '../base/language.ts'
import { useMe } from '../base/me.ts'
import { useAct } from '../base/queries.ts'
import { PushPreferences } from '../notifications/PushPreferences.tsx'
import { Licence } from '../people/Licence.tsx'
import { languages } from '../people/controls.tsx'
import { useRoles } from '../people/role-names.ts'
import { Columns } from '../ui/Columns.tsx'
import { KeyValues } from '../ui/KeyValues.tsx'
import { Refusal, Waiting } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Code } from '../ui/values.tsx'
import { ContactForm } from './ContactForm.tsx'
import { Offers, ownOffers } from './Offers.tsx'
import { OwnDevices, ownSessions, OwnSessions } from './OwnAccess.tsx'
import { PasswordChange } from './PasswordChange.tsx'
import { words } from './words.ts'

export function AccountPage() {
  const say = useSay()
  const person = useMe()
  // The offers are shown first, so the rest waits for them.
  const me = useQuery(ownOffers()).isPending ? undefined : person
  const sessions = useQuery(ownSessions())
  return (
    <Page title={say(words.title)}>
      <Columns
        aside={
          <>
            <PasswordChange />
            <PushPreferences />
          </>
        }
      >
        {me && <Offers />}
        {me ? (
          <Profile me={me} />
        ) : (
          <Section title={say(words.profile)}>
            <Waiting rows={8} />
          </Section>
        )}
        {/* Fetched in parallel, shown from top to bottom, so that nothing moves. */}
        <div hidden={!me}>
          <OwnSessions />
        </div>
        <div hidden={!me || sessions.isPending}>
          <OwnDevices />
        </div>
      </Columns>
    </Page>
  )
}

function Profile({ me }: { me: Me }) {
  const say = useSay()
  const { nameOf } = useRoles()
  const [changing, setChanging] = useState<'email' | 'phone' | null>(null)
  const changeable = (value: React.ReactNode, which: 'email' | 'phone', word: string) => (
    <span style={{ display: 'flex', justifyContent: 'space-between', gap: 12 }}>
      <span>{value}</span>
      <Button size="small" onClick={() => setChanging(which)}>
        {word}
      </Button>
    </span>
  )
  return (
    <Section title={say(words.profile)}>
      <KeyValues
        items={[
          [say(words.name), me.fullName],
          [say(words.email), changeable(me.email ?? '–', 'email', say(words.changeEmail))],
          [say(words.phone), changeable(<Code>{me.phone}</Code>, 'phone', say(words.changePhone))],
          [say(words.company), me.companies.find(({ isActive }) => isActive)?.name],
          [say(words.role), nameOf(me.role)],
          ...(me.licenceNumber
            ? [
                [
                  say(words.licence),
                  <Licence
                    key="licence"
                    number={me.licenceNumber}
                    expiresOn={me.licenceExpiresOn}
                  />,
                ] as const,
              ]
            : []),
          [say(words.language), <LanguageChoice key="language" language={me.language} />],
        ]}
      />
      <p className="faint">{say(words.nameHint)}</p>
      {changing && <ContactForm which={changing} onClose={() => setChanging(null)} />}
    </Section>
  )
}

function LanguageChoice({ language }: { language: Me['language'] }) {
  const say = useSay()
  const choose = useChooseLanguage()
  const { run, isPending, problem } = useAct('account', 'changeSetting')
  const change = async (next: Me['language']) => {
    if (await run({ setting: 'language', language: next })) choose(next)
  }
  return (
    <>
      <Select
        aria-label={say(words.language)}
        aria-describedby="language-hint"
        value={language}
        loading={isPending}
        options={languages}
        onChange={(next) => void change(next)}
        style={{ minWidth: 180 }}
      />
      <br />
      <small className="faint" id="language-hint">
        {say(words.languageHint)}
      </small>
      <Refusal problem={problem} />
    </>
  )
}
