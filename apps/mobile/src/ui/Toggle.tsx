import { StyleSheet, View } from 'react-native'
import { Switch } from 'react-native-paper'
import { space } from '@rmtools/look/scale'
import { Icon, type IconName } from './Icon.tsx'
import { Tap } from './Tap.tsx'
import { Text } from './Text.tsx'
import { useColours } from './theme.ts'

type Props = {
  title: string
  detail?: string
  icon?: IconName
  isOn: boolean
  onChange: (isOn: boolean) => void
  isDisabled?: boolean
}

/** On or off; the whole line can be touched. */
export function Toggle({ title, detail, icon, isOn, onChange, isDisabled }: Props) {
  const colours = useColours()
  return (
    <Tap
      onPress={() => onChange(!isOn)}
      role="switch"
      label={title}
      state={{ checked: isOn }}
      isDisabled={isDisabled ?? false}
      isFelt
      style={styles.toggle}
    >
      <View style={styles.inside}>
        {icon ? <Icon name={icon} size={22} colour={colours.textSecond} /> : null}
        <View style={styles.words}>
          <Text>{title}</Text>
          {detail ? (
            <Text kind="caption" tone="second">
              {detail}
            </Text>
          ) : null}
        </View>
        <View aria-hidden style={styles.inert}>
          <Switch value={isOn} disabled={isDisabled ?? false} color={colours.brand} />
        </View>
      </View>
    </Tap>
  )
}

const styles = StyleSheet.create({
  toggle: { minHeight: 60, paddingHorizontal: space(4), paddingVertical: space(2) },
  inside: { flexDirection: 'row', alignItems: 'center', gap: space(3) },
  words: { flex: 1, gap: 2 },
  inert: { pointerEvents: 'none' },
})
