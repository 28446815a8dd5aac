import { router, useLocalSearchParams } from 'expo-router'
import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import type { Product } from '@rmtools/contracts/bff/market'
import { figureMeanings } from '@rmtools/look/figure-meanings'
import { formatDate, formatPercent, today } from '@rmtools/look/format'
import {
  bondFields,
  productFees,
  productFields,
  productParts,
  productTerms,
  type ShownField,
} from '@rmtools/look/product-fields'
import { productStates } from '@rmtools/look/states'
import { space } from '@rmtools/look/scale'
import { nouns } from '@rmtools/look/words'
import { api } from '../base/api.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { PDF } from '../files/shared-file.ts'
import { shareText } from '../files/share'
import { useDownload } from '../files/use-download.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/ListRow.tsx'
import { Disclaimer } from '../ui/Disclaimer.tsx'
import { RiskScale } from '../ui/RiskScale.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Fact, Section } from '../ui/Section.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { StateDot } from '../ui/StateDot.tsx'
import { ErrorState } from '../ui/States.tsx'
import { toast } from '../ui/Toast.tsx'
import { InvestorPicker } from '../instructions/InvestorPicker.tsx'
import { paths } from '../base/paths.ts'
import { NavChart } from './NavChart.tsx'
import { useFavourites, useNavs, useProduct } from './remote.ts'
import { Text } from '../ui/Text.tsx'
import { periodWords } from './returns.ts'
import { sharedText } from './shared-text.ts'

/** One product: price, returns, costs and terms, with a link to an instruction. */
export function ProductScreen() {
  const { code } = useLocalSearchParams<{ code: string }>()
  return <ProductPane key={code} code={code} />
}

/** The same screen beside a list. */
export function ProductPane({ code }: { code: string }) {
  const words = useSay()
  const { product, isLoading, error, refetch } = useProduct(code)
  if (product) return <ProductView product={product} />
  return (
    <Screen title={words(nouns.product)} backTo="/products">
      {isLoading ? (
        <SkeletonRows count={4} />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} />
      )}
    </Screen>
  )
}

function ProductView({ product }: { product: Product }) {
  const words = useSay()
  const language = useLanguage()
  const { codes, toggle } = useFavourites()
  const { isBusy, download } = useDownload()
  const [isChoosing, setChoosing] = useState(false)
  const [isPlanning, setPlanning] = useState(false)
  const { code, name, manager, status, riskLevel } = product
  const share = async () => {
    if ((await shareText(sharedText(product, language))) === 'copied') toast(words(copied))
  }
  return (
    <Screen
      title={name}
      subtitle={manager}
      backTo="/products"
      actions={[
        {
          icon: 'star',
          label: words(codes.has(code) ? notFavourite : favourite),
          onPress: () => toggle(code),
        },
        { icon: 'share', label: words(shareWord), onPress: () => void share() },
      ]}
      footer={
        <Button
          title={words(subscribe)}
          icon="plus"
          onPress={() => setChoosing(true)}
          isWide
          reason={status === 'ACTIVE' ? undefined : words(notOffered)}
        />
      }
    >
      <View style={styles.states}>
        <StateDot
          state={productStates[status]}
          more={productFields.type.textOf(product, language)}
        />
        <RiskScale level={riskLevel} />
      </View>
      <NavChart code={code} />
      <Returns code={code} />
      <Terms product={product} />
      <Button
        title={words(nouns.factSheet)}
        kind="quiet"
        icon="document"
        isBusy={isBusy}
        onPress={() =>
          download(
            { parts: [words(nouns.factSheet), name, formatDate(today(), language)], kind: PDF },
            async () => await api.products.factSheet({ code }),
          )
        }
      />
      {product.bond === null && product.currency === 'IDR' ? (
        <Button
          title={words(planRegularly)}
          kind="quiet"
          icon="calendar"
          onPress={() => setPlanning(true)}
          reason={status === 'ACTIVE' ? undefined : words(notOffered)}
        />
      ) : null}
      {isPlanning ? (
        <InvestorPicker
          onClose={() => setPlanning(false)}
          onChoose={(id) => router.push(paths.newPlan(id, { product: code }))}
        />
      ) : null}
      {isChoosing ? (
        <InvestorPicker
          onClose={() => setChoosing(false)}
          onChoose={(id) =>
            router.push(paths.instruct(id, { type: 'subscription', product: code }))
          }
        />
      ) : null}
    </Screen>
  )
}

function Returns({ code }: { code: string }) {
  const words = useSay()
  const language = useLanguage()
  const { data } = useNavs(code)
  if (!data) return null
  return (
    <Section title={words(returnsWord)}>
      <Card isPadded>
        {periodWords.map(([period, word]) => (
          <Fact
            key={period}
            label={words(word)}
            value={formatPercent(data.returns[period], language, true)}
          />
        ))}
        <Text kind="caption" tone="second">
          {words(figureMeanings.returns)}
        </Text>
        <Disclaimer />
      </Card>
    </Section>
  )
}

/** Costs and minimum amounts. */
function Terms({ product }: { product: Product }) {
  const words = useSay()
  return (
    <>
      <Facts title={words(productParts.fees)} fields={Object.values(productFees)} of={product} />
      <Facts
        title={words(productParts.terms)}
        fields={productTerms.map((name) => productFields[name])}
        of={product}
      />
      {product.bond ? (
        <Facts
          title={words(productParts.bond)}
          fields={Object.values(bondFields)}
          of={product.bond}
        />
      ) : null}
    </>
  )
}

type FactsProps<Of> = { title: string; fields: readonly ShownField<Of>[]; of: Of }

function Facts<Of>({ title, fields, of }: FactsProps<Of>) {
  const words = useSay()
  const language = useLanguage()
  return (
    <Section title={title}>
      <Card isPadded>
        {fields.map(({ label, kind, textOf }) => (
          <Fact
            key={label.id}
            label={words(label)}
            value={textOf(of, language)}
            isMono={kind === 'code'}
          />
        ))}
      </Card>
    </Section>
  )
}

const planRegularly = say('Beli berkala', 'Buy regularly')
const subscribe = say('Buat pembelian', 'Create a subscription')
const notOffered = say(
  'Produk ini tidak ditawarkan saat ini.',
  'This product is not offered at present.',
)
const favourite = say('Jadikan favorit', 'Make it a favourite')
const notFavourite = say('Lepas dari favorit', 'Removed from favourites')
const shareWord = say('Bagikan', 'Share')
const copied = say('Ringkasan disalin', 'The summary is copied')
const returnsWord = say('Imbal hasil', 'Returns')

const styles = StyleSheet.create({
  states: {
    flexDirection: 'row',
    flexWrap: 'wrap',
    columnGap: space(4),
    rowGap: space(1),
    alignItems: 'center',
  },
})
