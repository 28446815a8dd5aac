// The evidence that the investor approved exactly this order; the server verifies it on each
// request.
import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Evidence } from '@rmtools/contracts/crm/evidence'
import { codeChannelText } from '@rmtools/look/client-message-words'
import { formatInstant } from '@rmtools/look/format'
import { signatureLevels } from '@rmtools/look/order-words'
import type { State as LookState } from '@rmtools/look/states'
import type { ReplyOf } from '../base/api.ts'
import type { Bilingual } from '@rmtools/look/words'
import { fileOf } from '../base/files.ts'
import { useSay } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { FileButton } from '../ui/Download.tsx'
import { KeyValues } from '../ui/KeyValues.tsx'
import { Refusal, Waiting } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { State } from '../ui/State.tsx'
import { At, Code } from '../ui/values.tsx'
import { evidenceWords as words } from './words.ts'

const intact: LookState = { tone: 'done', word: words.unchanged }
const altered: LookState = { tone: 'failed', word: words.changed }
const passed: LookState = { tone: 'done', word: words.passed }
const failed: LookState = { tone: 'failed', word: words.failed }

export function EvidenceSection({
  query: { data, error, isPending, refetch },
}: {
  query: UseQueryResult<ReplyOf<'evidence', 'list'>>
}) {
  const say = useSay()
  const [latest, ...earlier] = data?.items ?? []
  const mandate = data?.mandate
  const shown = latest ?? mandate
  return (
    <Section
      title={say(words.title)}
      actions={shown && <State state={shown.isUnchanged ? intact : altered} />}
    >
      {error && <Refusal problem={error} onRetry={() => void refetch()} />}
      {isPending && <Waiting rows={6} />}
      {data?.decline && (
        <KeyValues
          items={[
            [say(words.declined), <At at={data.decline.at} />],
            [say({ id: 'Alasan', en: 'Reason' }), data.decline.reason],
          ]}
        />
      )}
      {data && !shown && !data.decline && <p className="faint">{say(words.none)}</p>}
      {mandate && (
        <>
          <p>
            {say(words.byMandate)}{' '}
            <Link to={paths.plan(mandate.planId)}>{say(words.openPlan)}</Link>
          </p>
          <OneApproval evidence={mandate} check={words.insideMandate} />
        </>
      )}
      {latest && <OneApproval evidence={latest} />}
      {earlier.map((evidence) => (
        <details key={evidence.id}>
          <summary>
            {say(words.earlier)}: <At at={evidence.signedAt} />
          </summary>
          <OneApproval evidence={evidence} />
          <FileButton
            file={fileOf('evidence', 'document', { id: evidence.id })}
            word={say(words.earlierPdf)}
            type="text"
          />
        </details>
      ))}
    </Section>
  )
}

type Proof = Omit<Evidence, 'document'>

function OneApproval({
  evidence,
  check = words.instruction,
}: {
  evidence: Proof
  check?: Bilingual
}) {
  const say = useSay()
  const { record } = evidence
  const proven = {
    at: formatInstant(evidence.otpVerifiedAt, say.language),
    channel: codeChannelText(evidence.otpChannel, say.language),
    to: evidence.otpDestination,
  }
  return (
    <>
      <KeyValues
        items={[
          [say(words.signedAt), <At at={evidence.signedAt} />],
          [say(words.level), say(signatureLevels[evidence.signatureLevel])],
          [say(words.code), say(words.codeAt, proven)],
          [say(words.address), <Code>{evidence.ip}</Code>],
          [say(words.browser), evidence.userAgent],
          [
            say(words.consent),
            <>
              {evidence.consentWords}{' '}
              <span className="faint">
                ({say(words.consentVersion, { version: evidence.consentVersion })})
              </span>
            </>,
          ],
          [say(words.documentHash), <Code>{evidence.documentHash}</Code>],
          [say(words.signatureHash), <Code>{evidence.signatureHash}</Code>],
          [say(words.record), <RecordOf record={record} />],
        ]}
      />
      <h3>{say(words.checks)}</h3>
      <KeyValues
        items={[
          [say(words.document), <Check holds={evidence.checks.document} />],
          [say(words.signature), <Check holds={evidence.checks.signature} />],
          [say(check), <Check holds={evidence.checks.instruction} />],
          ...(record
            ? [[say(words.recordCheck), <Check holds={evidence.checks.record} />] as const]
            : []),
        ]}
      />
    </>
  )
}

/** The record of the approval in the company's chain, and where a stranger checks it. */
function RecordOf({ record }: Pick<Proof, 'record'>) {
  const say = useSay()
  if (!record) return <span className="faint">{say(words.noRecord)}</span>
  return (
    <>
      {say(words.recordNumber, { number: String(record.sequence) })}, <Code>{record.hash}</Code>{' '}
      <a href={record.checkUrl} target="_blank" rel="noreferrer">
        {say(words.checkPage)}
      </a>
    </>
  )
}

const Check = ({ holds }: { holds: boolean }) => <State state={holds ? passed : failed} />
