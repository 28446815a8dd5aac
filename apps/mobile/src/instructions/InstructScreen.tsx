import { router, useLocalSearchParams } from 'expo-router'
import { useEffect, useState } from 'react'
import { StyleSheet, View } from 'react-native'
import { today } from '@rmtools/look/format'
import { nouns } from '@rmtools/look/words'
import { useAct } from '../ui/act.ts'
import { useIsOnline } from '../base/network.ts'
import { paths } from '../base/paths.ts'
import { say, useSay } from '../base/preferences.ts'
import { useCompany, useMe } from '../account/remote.ts'
import { usePortfolio } from '../investors/remote.ts'
import type { SeenCase } from '../investors/rules.ts'
import { useCase } from '../investors/use-investors.ts'
import { ChannelChoice } from '../links/ChannelChoice.tsx'
import { useChannel } from '../links/remote.ts'
import { useProducts } from '../products/remote.ts'
import { useDraft } from '../sync/draft.ts'
import type { Entry } from '../sync/entries.ts'
import { discard } from '../sync/tray.ts'
import { useOutbox } from '../sync/use-outbox.ts'
import { Button } from '../ui/Button.tsx'
import { RiskScale } from '../ui/RiskScale.tsx'
import { Screen } from '../ui/Screen.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { Banner, ErrorState } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import { toast } from '../ui/Toast.tsx'
import { orderFor } from './local.ts'
import {
  checkOrder,
  emptyOrder,
  formOf,
  formOfInput,
  secondsSinceSame,
  type Market,
  type OrderForm,
} from './order.ts'
import { OrderFields } from './OrderFields.tsx'
import { MeantTwice } from './OrderQuestions.tsx'
import { OrderReview } from './OrderReview.tsx'
import { useInstruction, useInstructions } from './use-instructions.ts'

/**
 * Creates an instruction: a subscription, redemption or switch, reviewed before it is sent for
 * approval.
 */
export function InstructScreen() {
  const { id } = useLocalSearchParams<{ id: string }>()
  const words = useSay()
  const { seen, isLoading, error, refetch } = useCase(id)
  if (seen) return <Instruct seen={seen} />
  return (
    <Screen title={words(title)} backTo={`/investors/${id}`}>
      {isLoading ? (
        <SkeletonRows count={3} />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} />
      )}
    </Screen>
  )
}

function Instruct({ seen }: { seen: SeenCase }) {
  const words = useSay()
  const { id, form, isReady, set, clear, corrected } = useForm(seen.id)
  const isOnline = useIsOnline()
  const [isReviewing, setReviewing] = useState(false)
  const blocked = useBlocked(seen)
  const market = useMarket(seen)
  const { seconds, isMeantTwice, unconfirmed } = useTwice(seen.id, form)
  const checked = checkOrder(form, market, { seen, today: today() })
  const isFine =
    checked.code === undefined && checked.missing.length === 0 && form.productCode !== ''
  const channel = useChannel(seen.id)
  const order = useAct(async (send: boolean) => {
    await orderFor(seen, {
      id,
      form: { ...form, isMeantTwice },
      isAboveProfile: checked.isAboveProfile,
      send,
      channel: isOnline && send ? channel.way?.channel : undefined,
    })
    if (corrected) await discard(corrected)
    await clear()
    const whenOnline = isOnline ? sent : sentLater
    toast(words(send ? whenOnline : kept))
    router.replace(paths.instruction(id))
  })
  if (!isReady) return null
  const product = market.products.find(({ code }) => code === form.productCode)
  if (isReviewing && isFine && product)
    return (
      <Screen
        title={words(reviewTitle)}
        subtitle={seen.displayName}
        onBack={() => setReviewing(false)}
        backTo={`/investors/${seen.id}`}
        footer={
          <>
            <Button
              title={words(send)}
              icon="check"
              onPress={() => order.run(true)}
              isBusy={order.isBusy}
              isWide
              reason={blocked ?? unconfirmed}
            />
            <Button
              title={words(keep)}
              kind="plain"
              onPress={() => order.run(false)}
              isWide
              isDisabled={order.isBusy || (blocked ?? unconfirmed) !== undefined}
            />
          </>
        }
      >
        <MeantTwice form={form} set={set} seconds={seconds} />
        <OrderReview
          seen={seen}
          form={form}
          market={market}
          product={product}
          isAboveProfile={checked.isAboveProfile}
        />
        <ChannelChoice channel={channel} />
      </Screen>
    )
  return (
    <Screen
      title={words(title)}
      subtitle={seen.displayName}
      backTo={`/investors/${seen.id}`}
      footer={
        <Button
          title={words(review)}
          onPress={() => setReviewing(true)}
          isWide
          isDisabled={!isFine}
          reason={blocked}
        />
      }
    >
      {blocked ? <Banner icon="licence" tone="danger" title={blocked} /> : null}
      <OwnProfile seen={seen} />
      <OrderFields seen={seen} form={form} set={set} market={market} checked={checked} />
    </Screen>
  )
}

/** The investor's risk profile, shown before anything is chosen. */
function OwnProfile({ seen }: { seen: SeenCase }) {
  const words = useSay()
  if (!seen.riskProfile) return null
  return (
    <View style={styles.profile}>
      <Text kind="label" tone="second">
        {words(nouns.riskProfile)}
      </Text>
      <RiskScale level={seen.riskProfile.band} />
    </View>
  )
}

/** The product catalogue, the investor's holdings, and the company's order limits. */
function useMarket(seen: SeenCase): Market {
  const { data: products } = useProducts()
  const { data: portfolio } = usePortfolio(seen.id, seen.status === 'registered')
  const { data: company } = useCompany()
  return { products: products?.items ?? [], portfolio, limits: company?.settings }
}

/** Whether the same order was placed a moment ago and has to be confirmed. */
function useTwice(investorId: string, form: OrderForm) {
  const words = useSay()
  const seconds = secondsSinceSame(form, useInstructions(investorId).items, new Date())
  const isMeantTwice = seconds !== undefined && form.isMeantTwice
  return {
    seconds,
    isMeantTwice,
    unconfirmed: seconds !== undefined && !isMeantTwice ? words(confirmTwice) : undefined,
  }
}

/** The form as the user left it, or as prefilled by the link to this screen. */
function useForm(id: string) {
  const given = useLocalSearchParams<{
    type?: string
    product?: string
    repeat?: string
    correct?: string
  }>()
  const {
    id: recordId,
    value,
    isReady,
    set,
    clear,
  } = useDraft<OrderForm>(`instruct/${id}`, emptyOrder)
  const { instruction } = useInstruction(given.repeat ?? '')
  const [isFilled, setFilled] = useState(false)
  const { type, product, repeat, correct } = given
  const corrected = useOutbox().find(({ id: entry }) => entry === correct)
  const isAwaited = !correct && repeat !== undefined && !instruction
  useEffect(() => {
    if (!isReady || isFilled || isAwaited) return
    if (correct) {
      if (corrected) set(formToCorrect(corrected))
    } else if (instruction) set(formOf(instruction))
    else if (product) set(formOfProduct(product, type))
    setFilled(true)
  }, [isReady, isFilled, isAwaited, correct, corrected, instruction, product, type, set])
  return { id: recordId, form: value, isReady, set, clear, corrected }
}

const formToCorrect = ({ input, refusal }: Entry): OrderForm => ({
  ...formOfInput(input),
  isReasonAsked: refusal?.code === 'amount-unusual',
})

const formOfProduct = (productCode: string, type: string | undefined): OrderForm => ({
  ...emptyOrder,
  type: type === 'redemption' || type === 'switching' ? type : 'subscription',
  productCode,
})

/** Why the investor cannot place any order. */
function useBlocked(seen: SeenCase): string | undefined {
  const words = useSay()
  const { data: me } = useMe()
  if (seen.status !== 'registered') return words(notRegistered)
  if (!me) return undefined
  return me.licenceNumber === null || me.licenceExpiresOn === null || me.licenceExpiresOn < today()
    ? words(noLicence)
    : undefined
}

const confirmTwice = say(
  'Tandai dahulu bahwa memang dimaksudkan dua kali.',
  'First confirm that you want to order it twice.',
)
const title = say('Instruksi baru', 'New instruction')
const reviewTitle = say('Periksa instruksi', 'Check the instruction')
const review = say('Periksa', 'Check')
const send = say('Kirim untuk persetujuan', 'Send for approval')
const keep = say('Simpan sebagai draf', 'Save as draft')
const sent = say('Dikirim kepada investor untuk disetujui', 'Sent to the investor for approval')
const sentLater = say(
  'Dikirim untuk persetujuan begitu ada jaringan',
  'Will be sent for approval when you are online',
)
const kept = say('Draf tersimpan', 'Draft saved')
const notRegistered = say('Investor ini belum terdaftar.', 'This investor is not registered yet.')
const noLicence = say(
  `${nouns.licence.id} Anda tidak ada atau sudah berakhir; instruksi tidak dapat dibuat.`,
  `Your ${nouns.licence.en} is missing or has expired. You cannot create instructions.`,
)

const styles = StyleSheet.create({
  profile: { flexDirection: 'row', justifyContent: 'space-between', alignItems: 'center', gap: 8 },
})
