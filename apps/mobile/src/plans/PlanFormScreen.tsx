import { useQueryClient } from '@tanstack/react-query'
import { router, useLocalSearchParams } from 'expo-router'
import { useState } from 'react'
import { isPayable } from '@rmtools/contracts/crm/bank-accounts'
import { amountUnusual } from '@rmtools/contracts/crm/plausibility'
import type { ClientChannel } from '@rmtools/contracts/crm/client-messages'
import type { Plan } from '@rmtools/contracts/crm/plans'
import { today } from '@rmtools/look/format'
import { planWords } from '@rmtools/look/plan-words'
import { api } from '../base/api.ts'
import { useIsOnline } from '../base/network.ts'
import { paths } from '../base/paths.ts'
import { codeOf, textOf } from '../base/problems.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import type { SeenCase } from '../investors/rules.ts'
import { useCase } from '../investors/use-investors.ts'
import { ChannelChoice } from '../links/ChannelChoice.tsx'
import { useChannel } from '../links/remote.ts'
import { useProducts } from '../products/remote.ts'
import { useDraft, type Draft } from '../sync/draft.ts'
import { shownOnScreen, useAct, type Attempt } from '../ui/act.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Field } from '../ui/Field.tsx'
import { Screen } from '../ui/Screen.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { Banner, ErrorState } from '../ui/States.tsx'
import { toast } from '../ui/Toast.tsx'
import { PlanFields } from './PlanFields.tsx'
import {
  emptyPlan,
  formOfPlan,
  isAboveProfile,
  isPlanComplete,
  plannable,
  termsOf,
  type PlanForm,
} from './plan-form.ts'
import { planSettled, usePlan } from './remote.ts'

/** A new plan of an investor, or the change of one. */
export function PlanFormScreen() {
  const { id, change = '' } = useLocalSearchParams<{ id: string; change?: string }>()
  const words = useSay()
  const { seen, isLoading, error, refetch } = useCase(id)
  const plan = usePlan(change)
  const isReady = seen !== undefined && (change === '' || plan.data !== undefined)
  if (isReady) return <PlanEntry seen={seen} before={plan.data?.plan} />
  return (
    <Screen title={words(change === '' ? newTitle : changeTitle)} backTo={`/investors/${id}`}>
      {isLoading || plan.isLoading ? (
        <SkeletonRows count={3} />
      ) : (
        <ErrorState error={error ?? plan.error} onRetry={() => void refetch()} />
      )}
    </Screen>
  )
}

function PlanEntry({ seen, before }: { seen: SeenCase; before: Plan | undefined }) {
  const words = useSay()
  const language = useLanguage()
  const isOnline = useIsOnline()
  const { data } = useProducts()
  const products = plannable(data?.items ?? [], new Date().toISOString())
  const { draft, accounts } = usePlanForm(seen, before)
  const { value: form, set } = draft
  const channel = useChannel(seen.id)
  const { act, saved } = useSaving(seen, { before, draft, channel: channel.way?.channel })
  const facts = { products, band: seen.riskProfile?.band ?? null }
  const isRegistered = seen.status === 'registered'
  const blocked = isRegistered ? undefined : words(notRegistered)
  if (!draft.isReady) return null
  const isReasonAsked = codeOf(act.error) === amountUnusual.code
  return (
    <Screen
      title={words(before ? changeTitle : newTitle)}
      subtitle={seen.displayName}
      backTo={before ? `/plans/${before.id}` : `/investors/${seen.id}`}
      footer={
        <Button
          title={words(before ? save : send)}
          icon="check"
          onPress={() => act.run(form)}
          isBusy={act.isBusy || saved}
          isDisabled={!isPlanComplete(form, facts)}
          reason={blocked ?? (isOnline ? undefined : words(needsNetwork))}
          isWide
        />
      }
    >
      {before ? <Banner icon="info" title={words(changeHint)} /> : null}
      <PlanFields {...{ form, set, products, accounts }} />
      {isAboveProfile(form, facts) ? (
        <>
          <Banner icon="warning" tone="warning" title={words(above)} />
          <Checkbox isOn={form.isTold} onChange={(isTold) => set({ isTold })} text={words(told)} />
        </>
      ) : null}
      <Checkbox
        isOn={form.isFactSheetOffered}
        onChange={(isFactSheetOffered) => set({ isFactSheetOffered })}
        text={words(factSheet)}
      />
      {isReasonAsked ? (
        <Field
          label={words(amountReason)}
          value={form.amountReason}
          onChange={(reason) => set({ amountReason: reason })}
          multiline
          maxLength={500}
        />
      ) : null}
      <ChannelChoice channel={channel} title={before && words(ifSigned)} />
      {act.error ? (
        <Banner icon="warning" tone="danger" title={textOf(act.error, language)} />
      ) : null}
    </Screen>
  )
}

/** The form, prefilled from the link or from the plan, with the investor's only account. */
function usePlanForm(seen: SeenCase, before: Plan | undefined) {
  const { product } = useLocalSearchParams<{ product?: string }>()
  const accounts = seen.bankAccounts
    .filter(isPayable)
    .map(({ id, bankName, number, holderName }) => ({
      value: id,
      text: `${bankName} ${number.replaceAll('*', '•')}`,
      detail: holderName,
    }))
  const only = accounts.length === 1 ? accounts[0]?.value : undefined
  const name = before ? `plan/${before.id}/${before.version}` : `plan/${seen.id}/${product ?? ''}`
  const draft = useDraft<PlanForm>(
    name,
    before ? formOfPlan(before) : emptyPlan(today(), product, only),
  )
  return { draft, accounts }
}

type Saving = {
  before: Plan | undefined
  draft: Draft<PlanForm>
  channel: ClientChannel | undefined
}

function useSaving({ id: investorId }: SeenCase, { before, draft, channel }: Saving) {
  const words = useSay()
  const client = useQueryClient()
  const [saved, setSaved] = useState(false)
  const act = useAct(
    async (form: PlanForm, attempt: Attempt) => {
      const { isFactSheetOffered, isTold, amountReason } = form
      const { lines, ...terms } = termsOf(form)
      const given = {
        ...terms,
        lines: [...lines],
        factSheetOffered: isFactSheetOffered,
        aboveRiskProfileTold: isTold,
        amountReason: amountReason.trim() === '' ? null : amountReason.trim(),
        ...(channel ? { channel } : {}),
      }
      return before
        ? await api.plans.change({ id: before.id, version: before.version, ...given }, attempt)
        : await api.plans.create({ id: draft.id, investorId, ...given }, attempt)
    },
    {
      onDone: async (plan) => {
        setSaved(true)
        await draft.clear()
        await planSettled(client, plan)
        const asked = plan.isChangeWaiting || plan.status === 'awaiting-approval'
        toast(words(asked ? sentWord : savedWord))
        router.replace(paths.plan(plan.id))
      },
      onRefused: shownOnScreen,
    },
  )
  return { act, saved }
}

const newTitle = say('Rencana berkala baru', 'New recurring plan')
const changeTitle = say('Ubah rencana', 'Change the plan')
const send = say('Kirim mandat kepada investor', 'Send the mandate to the investor')
const save = say('Simpan perubahan', 'Save the change')
const sentWord = say(
  'Mandat dikirim kepada investor untuk ditandatangani',
  'The mandate was sent to the investor to be signed',
)
const savedWord = say(
  'Rencana diubah; investor diberi tahu',
  'Plan changed; the investor is notified',
)
const needsNetwork = say('Perlu jaringan.', 'You need to be online for this.')
const notRegistered = say('Investor ini belum terdaftar.', 'This investor is not registered yet.')
const changeHint = say(
  `Produk lain, nilai lebih besar, rekening lain, atau akhir yang lebih lambat perlu tanda tangan baru. ${planWords.plan.id} berjalan seperti sekarang sampai ditandatangani.`,
  'Another product, a larger amount, another account or a later end needs a new signature. The plan goes on as it is until then.',
)
const ifSigned = say(
  'Bila perlu tanda tangan, tautan dikirim lewat',
  'If a signature is needed, the link is sent by',
)
const above = say(
  'Ada produk di atas profil risiko investor.',
  "A product is above the investor's risk profile.",
)
const told = say(
  'Saya sudah memberi tahu investor; investor menyetujuinya saat menandatangani.',
  'I have told the investor, who agrees to it when signing.',
)
const factSheet = say(
  'Prospektus atau fund fact sheet setiap produk sudah saya tawarkan.',
  'I have offered the prospectus or fact sheet of each product.',
)
const amountReason = say('Alasan jumlah ini', 'Reason for this amount')
