import { useQuery } from '@tanstack/react-query'
import { App, Button, Form } from 'antd'
import { companySettingNames, isCompanySetting } from '@rmtools/contracts/auth/company-fields'
import { companies, type Company } from '@rmtools/contracts/auth/companies'
import { staleVersion } from '@rmtools/contracts/problem'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { ask, refresh, useAct } from '../base/queries.ts'
import { useDraft } from '../ui/draft.ts'
import { useWaitingOf } from '../second-person/changes.ts'
import { WaitingHere } from '../second-person/WaitingHere.tsx'
import { words as secondPerson } from '../second-person/words.ts'
import { RefusedContext } from '../ui/Field.tsx'
import { Refusal, Waiting } from '../ui/Notice.tsx'
import { Stale } from '../ui/Stale.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { CompanyFields } from './CompanyFields.tsx'
import { LogoField } from './LogoField.tsx'
import { settingFaults, shownSetting, withoutBlanks, type Settings } from './company-rules.ts'
import { companyWords, settingLabel, words } from './words.ts'
import styles from './Settings.module.css'

export function CompanyPart() {
  const { data, error, refetch } = useQuery(ask('companies', 'own'))
  const waiting = useWaitingOf({ kinds: ['company-settings'] })
  const isReady = data && waiting.isKnown
  return (
    <>
      <Refusal problem={error} onRetry={() => void refetch()} />
      {!isReady && !error && <Waiting rows={10} isFramed />}
      {isReady && (
        <>
          <WaitingHere changes={waiting.items} />
          <CompanyForm company={data} />
        </>
      )}
    </>
  )
}

const fields = ['logo', ...companySettingNames] as const

function CompanyForm({ company }: { company: Company }) {
  const say = useSay()
  const { message } = App.useApp()
  const mayNot = useMay(companies.updateOwn) === false ? say(words.mayNotCompany) : undefined
  const draft = useDraft<Settings & { logo: string | null; version: number }>(
    { ...company.settings, logo: company.logo, version: company.version },
    fields,
  )
  const { run, isPending, problem } = useAct('companies', 'updateOwn', {
    touches: ['pendingAdministration'],
    onDone: ({ waits }) => {
      draft.reset()
      void message.success(say(waits ? secondPerson.asked : words.saved))
    },
  })
  const { version: _, logo, ...settings } = draft.value
  const isSound = Object.keys(settingFaults(settings)).length === 0
  const save = async () => {
    if (!isSound || mayNot) return
    const change = {
      version: draft.version,
      settings: withoutBlanks(settings),
      ...('logo' in draft.changes ? { logo } : {}),
    }
    if (!(await run(change))) await refresh('companies')
  }
  return (
    <Form layout="vertical" onFinish={() => void save()} className={styles['part'] ?? ''}>
      {!(problem?.code === staleVersion.code && draft.theirs.length > 0) && (
        <Refusal problem={problem} />
      )}
      <Stale
        draft={draft}
        label={(field) => say(isCompanySetting(field) ? settingLabel(field) : companyWords.logo)}
        show={shownSetting}
      />
      <RefusedContext value={problem}>
        <CompanyFields
          value={settings}
          onChange={draft.set}
          isReadOnly={mayNot !== undefined}
          logo={
            <LogoField
              value={logo}
              onChange={(next) => draft.set({ logo: next })}
              isReadOnly={mayNot !== undefined}
            />
          }
        />
      </RefusedContext>
      <div className={styles['foot']}>
        <WithReason reason={mayNot}>
          {(described) => (
            <Button
              type="primary"
              htmlType="submit"
              loading={isPending}
              {...described}
              disabled={
                described.disabled || !draft.isChanged || !isSound || draft.theirs.length > 0
              }
            >
              {say(actions.save)}
            </Button>
          )}
        </WithReason>
        {draft.isChanged && <Button onClick={draft.reset}>{say(actions.cancel)}</Button>}
      </div>
    </Form>
  )
}
