import { App, Button, Form, Input } from 'antd'
import { companySettingNames, isCompanySetting } from '@rmtools/contracts/auth/company-fields'
import type { Company } from '@rmtools/contracts/auth/companies'
import { staleVersion } from '@rmtools/contracts/problem'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { refresh, useAct } from '../base/queries.ts'
import { CompanyFields } from '../settings/CompanyFields.tsx'
import {
  settingFaults,
  shownSetting,
  withoutBlanks,
  type Settings,
} from '../settings/company-rules.ts'
import { LogoField } from '../settings/LogoField.tsx'
import { companyWords, settingLabel } from '../settings/words.ts'
import { useDraft } from '../ui/draft.ts'
import { Field, RefusedContext } from '../ui/Field.tsx'
import { Refusal } from '../ui/Notice.tsx'
import { Stale } from '../ui/Stale.tsx'
import { words } from './words.ts'

type Value = Settings & { name: string; logo: string | null; version: number }
const ownLabels = { name: words.name, logo: companyWords.logo, version: words.name }

/** Name, logo and settings of a company, for the platform's administrator. */
export function CompanyForm({ company }: { company: Company }) {
  const say = useSay()
  const { message } = App.useApp()
  const { name: nameNow, logo: logoNow, version, settings: settingsNow } = company
  const draft = useDraft<Value>({ ...settingsNow, name: nameNow, logo: logoNow, version }, [
    'name',
    'logo',
    ...companySettingNames,
  ])
  const { run, isPending, problem } = useAct('companies', 'update', {
    onDone: ({ waits }) => {
      draft.reset()
      void message.success(say(waits ? words.savedWaits : words.saved))
    },
  })
  const { version: _, name, logo, ...settings } = draft.value
  const isSound = name.trim() !== '' && Object.keys(settingFaults(settings)).length === 0
  const save = async () => {
    if (!isSound) return
    const { name: newName, logo: newLogo, version: _version, ...changed } = draft.changes
    const changes = {
      ...(newName === undefined ? {} : { name: newName.trim() }),
      ...(newLogo === undefined ? {} : { logo: newLogo }),
      ...(Object.keys(changed).length > 0 ? { settings: withoutBlanks(changed) } : {}),
    }
    if (!(await run({ id: company.id, version: draft.version, changes })))
      await refresh('companies')
  }
  return (
    <Form
      layout="vertical"
      onFinish={() => void save()}
      style={{ display: 'grid', gap: 16, maxWidth: 960 }}
    >
      {!(problem?.code === staleVersion.code && draft.theirs.length > 0) && (
        <Refusal problem={problem} />
      )}
      <Stale
        draft={draft}
        label={(field) => say(isCompanySetting(field) ? settingLabel(field) : ownLabels[field])}
        show={shownSetting}
      />
      <RefusedContext value={problem}>
        <CompanyFields
          value={settings}
          onChange={draft.set}
          isOfPlatform
          logo={
            <>
              <Field
                id="name"
                label={say(words.name)}
                isRequired
                fault={name.trim() === '' ? say(words.needed) : null}
              >
                <Input
                  id="name"
                  maxLength={150}
                  value={name}
                  onChange={(event) => draft.set({ name: event.target.value })}
                />
              </Field>
              <LogoField value={logo} onChange={(next) => draft.set({ logo: next })} />
            </>
          }
        />
      </RefusedContext>
      <div style={{ display: 'flex', gap: 8 }}>
        <Button
          type="primary"
          htmlType="submit"
          loading={isPending}
          disabled={!draft.isChanged || !isSound || draft.theirs.length > 0}
        >
          {say(actions.save)}
        </Button>
        {draft.isChanged && <Button onClick={draft.reset}>{say(actions.cancel)}</Button>}
      </div>
    </Form>
  )
}
