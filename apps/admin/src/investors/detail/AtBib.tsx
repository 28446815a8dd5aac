// The investor at Bib: the ids there, the progress of the registration, a repeated hand-over, and a
// manual entry of the id.
import { Alert, App, Button, Input } from 'antd'
import { useState } from 'react'
import { isHandedOver } from '@rmtools/contracts/crm/investor-statuses'
import { investors } from '@rmtools/contracts/crm/investors'
import type { InvestorDetail } from '@rmtools/contracts/crm/investor-cases'
import { reasonText } from '@rmtools/look/bib-words'
import { investorStates } from '@rmtools/look/states'
import { choiceLabels } from '@rmtools/look/kyc-words'
import { useSay } from '../../base/language.ts'
import { useMay } from '../../base/me.ts'
import { useAct } from '../../base/queries.ts'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { Refusal } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { State } from '../../ui/State.tsx'
import { Code } from '../../ui/values.tsx'
import { WithReason } from '../../ui/WithReason.tsx'
import { words } from '../words.ts'
import styles from '../investors.module.css'

export function AtBib({ investor }: { investor: InvestorDetail }) {
  const say = useSay()
  const may = useMay(investors.setExternalId)
  const [isSetting, setSetting] = useState(false)
  const { status, externalId, sid, ifua, isLinked, syncError } = investor
  const whyNot = isHandedOver(status) ? undefined : say(words.notAtBib)
  const reason = may === false ? say(words.notYours) : whyNot
  return (
    <Section
      title="Bib"
      actions={
        <WithReason reason={reason}>
          {(described) => (
            <Button size="small" {...described} onClick={() => setSetting(true)}>
              {say(words.setExternalId)}
            </Button>
          )}
        </WithReason>
      }
    >
      <KeyValues
        items={[
          [say(words.status), <State key="state" state={investorStates[status]} />],
          [say(words.externalId), <Code key="id">{externalId}</Code>],
          ['SID', <Code key="sid">{sid}</Code>],
          ['IFUA', <Code key="ifua">{ifua}</Code>],
          [
            say(words.linked),
            sid === null ? null : say(isLinked ? choiceLabels.yes : choiceLabels.no),
          ],
        ]}
      />
      {syncError && (
        <Alert
          role="status"
          type="error"
          showIcon
          title={say(words.bibSays)}
          description={reasonText(syncError, say.language)}
        />
      )}
      <Replay investor={investor} />
      {isSetting && <ExternalIdDialog investor={investor} onClose={() => setSetting(false)} />}
    </Section>
  )
}

function Replay({ investor: { id, status, displayName: name } }: { investor: InvestorDetail }) {
  const say = useSay()
  const may = useMay(investors.syncBib)
  const { message } = App.useApp()
  const { run, isPending, problem } = useAct('investors', 'syncBib', {
    touches: ['outbox'],
    onDone: () => void message.success(say(words.replayed, { name })),
  })
  if (status !== 'sync-failed' && status !== 'approved') return null
  return (
    <div className={styles['acts']}>
      <WithReason reason={may === false ? say(words.notYours) : undefined}>
        {(described) => (
          <Button
            type={status === 'sync-failed' ? 'primary' : 'default'}
            loading={isPending}
            {...described}
            onClick={() => void run({ id })}
          >
            {say(words.replay)}
          </Button>
        )}
      </WithReason>
      <Refusal problem={problem} />
    </div>
  )
}

/** Shows the current id: it is never overwritten silently. */
function ExternalIdDialog({
  investor,
  onClose,
}: {
  investor: InvestorDetail
  onClose: () => void
}) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const { run, isPending, problem } = useAct('investors', 'setExternalId')
  const { id, externalId: expected, displayName: name } = investor
  const submit = async () => {
    if (await run({ id, externalId: typed.trim(), expected })) onClose()
  }
  return (
    <FormDialog
      title={say(words.setExternalIdOf, { name })}
      act={say(words.setExternalId)}
      isDisabled={!/^[A-Za-z0-9_-]{1,64}$/.test(typed.trim())}
      isPending={isPending}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>
        {expected === null
          ? say(words.noExternalId)
          : say(words.replacesExternalId, { id: expected })}
      </p>
      <Field
        id="externalId"
        label={say(words.externalId)}
        hint={say(words.externalIdHint)}
        isRequired
      >
        <Input
          id="externalId"
          autoFocus
          maxLength={64}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </Field>
    </FormDialog>
  )
}
