// The evidence that the investor approved exactly this order; the server verifies it on each
// request.
import type { UseQueryResult } from '@tanstack/react-query'
import type { Evidence } from '@rmtools/contracts/crm/evidence'
import { codeChannelText } from '@rmtools/look/client-message-words'
import { formatInstant } from '@rmtools/look/format'
import { signatureLevels } from '@rmtools/look/order-words'
import type { State as LookState } from '@rmtools/look/states'
import type { ReplyOf } from '../base/api.ts'
import { useSay } from '../base/language.ts'
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
  return (
    <Section
      title={say(words.title)}
      actions={latest && <State state={latest.isUnchanged ? intact : altered} />}
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
      {data && !latest && !data.decline && <p className="faint">{say(words.none)}</p>}
      {latest && <OneApproval evidence={latest} />}
      {earlier.map((evidence) => (
        <details key={evidence.id}>
          <summary>
            {say(words.earlier)}: <At at={evidence.signedAt} />
          </summary>
          <OneApproval evidence={evidence} />
        </details>
      ))}
    </Section>
  )
}

function OneApproval({ evidence }: { evidence: Evidence }) {
  const say = useSay()
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
        ]}
      />
      <h3>{say(words.checks)}</h3>
      <KeyValues
        items={(['document', 'signature', 'instruction'] as const).map((check) => [
          say(words[check]),
          <State state={evidence.checks[check] ? passed : failed} />,
        ])}
      />
    </>
  )
}
