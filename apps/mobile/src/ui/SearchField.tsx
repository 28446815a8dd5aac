import { onWeb } from './on-web.ts'
import { useState } from 'react'
import { StyleSheet, TextInput, View } from 'react-native'
import { appType, radius, space, touch } from '@rmtools/look/scale'
import { say, useSay } from '../base/preferences.ts'
import { Icon } from './Icon.tsx'
import { Tap } from './Tap.tsx'
import { family, useColours } from './theme.ts'

/** Searches while the user types. */
export function SearchField({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (value: string) => void
}) {
  const colours = useColours()
  const words = useSay()
  const [isFocused, setFocused] = useState(false)
  return (
    <View
      style={[
        styles.box,
        {
          backgroundColor: colours.surface,
          borderColor: isFocused ? colours.brand : colours.hairline,
        },
      ]}
    >
      <Icon name="search" size={20} colour={colours.textSecond} />
      <TextInput
        value={value}
        onChangeText={onChange}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        placeholder={label}
        aria-label={label}
        placeholderTextColor={colours.textFaint}
        selectionColor={colours.brand}
        role="searchbox"
        inputMode="search"
        returnKeyType="search"
        autoCorrect={false}
        style={[family, styles.input, onWeb({ outlineStyle: 'none' }), { color: colours.text }]}
      />
      {value === '' ? null : (
        <Tap onPress={() => onChange('')} label={words(clear)} style={styles.clear}>
          <Icon name="close" size={18} colour={colours.textSecond} />
        </Tap>
      )}
    </View>
  )
}

const clear = say('Hapus pencarian', 'Clear the search')

const styles = StyleSheet.create({
  box: {
    flexDirection: 'row',
    alignItems: 'center',
    gap: space(2),
    borderWidth: 1,
    borderRadius: radius.app,
    paddingLeft: space(3),
    marginHorizontal: space(4),
    minHeight: touch,
  },
  input: {
    flex: 1,
    minWidth: 0,
    minHeight: touch,
    fontSize: appType.body[0],
    paddingRight: space(2),
  },
  clear: { alignItems: 'center' },
})
