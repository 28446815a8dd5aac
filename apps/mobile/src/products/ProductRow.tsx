import { StyleSheet, View } from 'react-native'
import type { Product } from '@rmtools/contracts/bff/market'
import { formatUnits } from '@rmtools/look/format'
import { productFields } from '@rmtools/look/product-fields'
import { productStates } from '@rmtools/look/states'
import { space } from '@rmtools/look/scale'
import { nouns } from '@rmtools/look/words'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Icon } from '../ui/Icon.tsx'
import { RiskScale } from '../ui/RiskScale.tsx'
import { StateDot } from '../ui/StateDot.tsx'
import { Tap } from '../ui/Tap.tsx'
import { Text } from '../ui/Text.tsx'
import { useColours } from '../ui/theme.ts'

type Props = {
  product: Product
  isFavourite: boolean
  onFavourite: () => void
  isChosen?: boolean | undefined
  isShown?: boolean
  onPress: () => void
}

/** A product in the catalogue. */
export function ProductRow({
  product,
  isFavourite,
  onFavourite,
  isChosen,
  isShown,
  onPress,
}: Props) {
  const words = useSay()
  const language = useLanguage()
  const colours = useColours()
  const { name, manager, riskLevel, currency, latestNav, status } = product
  const kind = [
    productFields.type.textOf(product, language),
    currency === 'IDR' ? undefined : currency,
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <View
      style={[
        styles.row,
        { borderColor: colours.hairline },
        isChosen || isShown ? { backgroundColor: colours.brandSoft } : undefined,
      ]}
    >
      <Tap
        onPress={onPress}
        label={`${name}, ${kind}`}
        {...(isChosen === undefined
          ? {}
          : { role: 'checkbox' as const, state: { checked: isChosen } })}
        style={styles.main}
      >
        <View style={styles.inside}>
          <View style={styles.words}>
            <Text numberOfLines={2}>{name}</Text>
            <Text kind="caption" tone="second" numberOfLines={1}>{`${kind} · ${manager}`}</Text>
            <RiskScale level={riskLevel} />
            {status === 'ACTIVE' ? null : <StateDot state={productStates[status]} />}
          </View>
          {latestNav ? (
            <View style={styles.nav}>
              <Text isFigure>{formatUnits(latestNav.nav, language)}</Text>
              <Text kind="caption" tone="faint">
                {words(nouns.nav)}
              </Text>
            </View>
          ) : null}
        </View>
      </Tap>
      <Tap
        onPress={onFavourite}
        isFelt
        role="switch"
        state={{ checked: isFavourite }}
        label={words(favourite, { name })}
        style={styles.star}
      >
        <Icon
          name="star"
          size={20}
          colour={isFavourite ? colours.warning : colours.textFaint}
          strokeWidth={isFavourite ? 2.4 : 1.4}
        />
      </Tap>
    </View>
  )
}

const favourite = say('Favorit: {name}', 'Favourite: {name}')

const styles = StyleSheet.create({
  row: { flexDirection: 'row', borderBottomWidth: StyleSheet.hairlineWidth, paddingLeft: space(4) },
  main: { flex: 1, paddingVertical: space(3) },
  inside: {
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: space(3),
    rowGap: space(1),
  },
  // The value wraps below the text before the text gets narrower than this.
  words: { flexGrow: 1, flexShrink: 1, flexBasis: 140, gap: 3 },
  nav: { marginLeft: 'auto', alignItems: 'flex-end' },
  star: { alignItems: 'center', width: 52 },
})
