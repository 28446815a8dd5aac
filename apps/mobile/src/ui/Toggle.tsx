import { StyleSheet, View } from 'react-native'
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

/** A switch; the whole row can be touched. */
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
          <Text tone={isDisabled ? 'faint' : 'text'}>{title}</Text>
          {detail ? (
            <Text kind="caption" tone="second">
              {detail}
            </Text>
          ) : null}
        </View>
        <View
          aria-hidden
          style={[
            styles.track,
            isOn ? styles.on : undefined,
            {
              borderColor: isOn ? colours.brand : colours.outline,
              backgroundColor: isOn ? colours.brand : 'transparent',
            },
            isDisabled ? styles.disabled : undefined,
          ]}
        >
          <View
            style={[styles.thumb, { backgroundColor: isOn ? colours.onBrand : colours.outline }]}
          />
        </View>
      </View>
    </Tap>
  )
}

const styles = StyleSheet.create({
  toggle: { minHeight: 60, paddingHorizontal: space(4), paddingVertical: space(2) },
  inside: { flexDirection: 'row', alignItems: 'center', gap: space(3) },
  words: { flex: 1, gap: 2 },
  // Drawn here, because the switches of libraries take the focus a second time.
  track: {
    width: 48,
    height: 28,
    padding: 3,
    borderRadius: 14,
    borderWidth: 1.5,
    justifyContent: 'center',
  },
  on: { alignItems: 'flex-end' },
  thumb: { width: 19, height: 19, borderRadius: 10 },
  disabled: { opacity: 0.45 },
})
