import { StyleSheet, View } from 'react-native'
import { radius, space } from '@rmtools/look/scale'
import { FieldMessage } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { Tap } from './Tap.tsx'
import { Text } from './Text.tsx'
import { useColours } from './theme.ts'

type Props = {
  isOn: boolean
  onChange: (isOn: boolean) => void
  text: string
  detail?: string
  error?: string | undefined
}

/** A statement to agree to; the whole of it can be touched. */
export function Checkbox({ isOn, onChange, text, detail, error }: Props) {
  const colours = useColours()
  const border = isOn ? colours.brand : colours.hairline
  return (
    <View style={styles.whole}>
      <Tap
        role="checkbox"
        label={text}
        state={{ checked: isOn }}
        isFelt
        onPress={() => onChange(!isOn)}
        style={[
          styles.box,
          {
            backgroundColor: colours.surface,
            borderColor: error ? colours.danger : border,
          },
        ]}
      >
        <View style={styles.inside}>
          <View
            style={[
              styles.tick,
              {
                borderColor: isOn ? colours.brand : colours.outline,
                backgroundColor: isOn ? colours.brand : 'transparent',
              },
            ]}
          >
            {isOn ? (
              <Icon name="check" size={16} colour={colours.onBrand} strokeWidth={2.4} />
            ) : null}
          </View>
          <View style={styles.words}>
            <Text kind="label">{text}</Text>
            {detail ? (
              <Text kind="caption" tone="second">
                {detail}
              </Text>
            ) : null}
          </View>
        </View>
      </Tap>
      <FieldMessage error={error} hint={undefined} />
    </View>
  )
}

const styles = StyleSheet.create({
  whole: { gap: space(1) },
  box: { borderWidth: 1, borderRadius: radius.app, padding: space(4) },
  inside: { flexDirection: 'row', gap: space(3) },
  tick: {
    width: 24,
    height: 24,
    borderRadius: 7,
    borderWidth: 1.5,
    alignItems: 'center',
    justifyContent: 'center',
  },
  words: { flex: 1, gap: 2 },
})
