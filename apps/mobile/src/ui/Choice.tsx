import { StyleSheet, View } from 'react-native'
import { space } from '@rmtools/look/scale'
import { say, useSay } from '../base/preferences.ts'
import { Chip, ChipGroup } from './Chip.tsx'
import { FieldMessage } from './Field.tsx'
import type { Option } from './Select.tsx'
import { Text } from './Text.tsx'

type Props = {
  label: string
  value: string | undefined
  options: readonly Option[]
  onChange: (value: string) => void
  error?: string | undefined
  hint?: string | undefined
  isOptional?: boolean
}

/** One of two or three options, all visible; nothing is preselected. */
export function Choice({ label, value, options, onChange, error, hint, isOptional }: Props) {
  const words = useSay()
  return (
    <View role="group" aria-label={label} style={styles.choice}>
      <Text kind="label" tone="second">
        {label}
        {isOptional ? (
          <Text kind="label" tone="faint">
            {`  ${words(optional)}`}
          </Text>
        ) : null}
      </Text>
      <ChipGroup>
        {options.map((option) => (
          <Chip
            key={option.value}
            text={option.text}
            isOn={option.value === value}
            onPress={() => onChange(option.value)}
          />
        ))}
      </ChipGroup>
      <FieldMessage error={error} hint={hint} />
    </View>
  )
}

const optional = say('opsional', 'optional')

const styles = StyleSheet.create({ choice: { gap: space(1) } })
