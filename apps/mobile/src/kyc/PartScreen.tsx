import type { PartProps } from './part-props.ts'
import { router, useLocalSearchParams } from 'expo-router'
import { useRef, useState } from 'react'
import { View } from 'react-native'
import { useAct } from '../ui/act.ts'
import { paths } from '../base/paths.ts'
import { say, useSay } from '../base/preferences.ts'
import { useCase, useCaseContext } from '../investors/use-investors.ts'
import { Button } from '../ui/Button.tsx'
import { Meter } from '../ui/Meter.tsx'
import { Screen } from '../ui/Screen.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { ErrorState } from '../ui/States.tsx'
import { actions } from '@rmtools/look/words'
import { BankPart } from './BankPart.tsx'
import { ConsentPart } from './ConsentPart.tsx'
import { DocumentsPart } from './DocumentsPart.tsx'
import { FormPart } from './FormPart.tsx'
import { partAfter, partsOf } from './parts.ts'
import { RiskPart } from './RiskPart.tsx'
import { VerificationPart } from './VerificationPart.tsx'
import { sectionWord } from './words.ts'

/** One part of a case. */
export function PartScreen() {
  const { id, part: partId } = useLocalSearchParams<{ id: string; part: string }>()
  const words = useSay()
  const context = useCaseContext()
  const { seen, isLoading, error, refetch } = useCase(id)
  const [attention, setAttention] = useState(0)
  const parts = seen ? partsOf(seen) : []
  const part = parts.find((one) => one.id === partId)
  const next = part && partAfter(parts, part.id)
  const beforeNext = useRef<() => Promise<boolean>>(undefined)
  const leave = useAct(async (_: string) => {
    if ((await beforeNext.current?.()) === false) return setAttention(attention + 1)
    if (seen?.status === 'registered') router.dismissTo(paths.investor(id))
    else if (next) router.replace(paths.kyc(id, next.id))
    else router.dismissTo(paths.kyc(id))
  })
  if (!seen || !part)
    return (
      <Screen title={words(sectionWord(partId))} backTo={`/investors/${id}/kyc`}>
        {isLoading ? (
          <SkeletonRows count={5} />
        ) : (
          <ErrorState error={error} onRetry={() => void refetch()} />
        )}
      </Screen>
    )
  const at = parts.indexOf(part)
  const frame: PartProps['frame'] = (content, prepare, footer) => (
    <Screen
      key={part.id}
      attention={attention}
      title={words(sectionWord(part.id))}
      subtitle={`${words(step, { at: at + 1, of: parts.length })} · ${seen.displayName}`}
      backTo={`/investors/${id}/kyc`}
      top={
        <View style={{ paddingHorizontal: 16, paddingBottom: 8 }}>
          <Meter
            share={(at + 1) / parts.length}
            label={words(step, { at: at + 1, of: parts.length })}
          />
        </View>
      }
      footer={
        footer ?? (
          <Button
            title={words(next && seen.status !== 'registered' ? actions.next : finish)}
            isWide
            isBusy={leave.isBusy}
            onPress={() => {
              beforeNext.current = prepare
              leave.run(`${part.id} ${attention}`)
            }}
          />
        )
      }
    >
      {content}
    </Screen>
  )
  const props = { seen, context, part, frame }
  if (part.id === 'documents') return <DocumentsPart {...props} />
  if (part.id === 'bank') return <BankPart {...props} />
  if (part.id === 'risk') return <RiskPart {...props} />
  if (part.id === 'consent') return <ConsentPart {...props} />
  if (part.id === 'verification') return <VerificationPart {...props} />
  return <FormPart key={part.id} {...props} />
}

const step = say('Bagian {at} dari {of}', 'Part {at} of {of}')
const finish = say('Selesai', 'Done')
