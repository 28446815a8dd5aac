import { useMemo, useState } from 'react'
import { FlatList, StyleSheet, View } from 'react-native'
import { radius, space, touch } from '@rmtools/look/scale'
import { actions } from '@rmtools/look/words'
import { say, useSay } from '../base/preferences.ts'
import { Field, FieldMessage } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { isFound } from './search.ts'
import { Sheet } from './Sheet.tsx'
import { Tap } from './Tap.tsx'
import { Text } from './Text.tsx'
import { useColours } from './theme.ts'

/** `alsoCalled` is searched but not shown. */
export type Option<V extends string = string> = {
  value: V
  text: string
  detail?: string
  alsoCalled?: string
}

type Props<V extends string> = {
  label: string
  value: V | undefined
  options: readonly Option<V>[]
  onChange: (value: V) => void
  error?: string | undefined
  hint?: string | undefined
  placeholder?: string
  isDisabled?: boolean
  isOptional?: boolean
}

const SEARCH_FROM = 9

/** One of a list, chosen in a sheet; long lists have a search. */
export function Select<V extends string>({
  label,
  value,
  options,
  onChange,
  error,
  hint,
  placeholder,
  isDisabled,
  isOptional,
}: Props<V>) {
  const colours = useColours()
  const words = useSay()
  const [isOpen, setOpen] = useState(false)
  const chosen = options.find((option) => option.value === value)
  const text = chosen?.text ?? placeholder ?? words(choose)
  return (
    <View style={styles.field}>
      <Text kind="label" tone="second">
        {label}
        {isOptional ? (
          <Text kind="label" tone="faint">
            {`  ${words(optional)}`}
          </Text>
        ) : null}
      </Text>
      <Tap
        onPress={() => setOpen(true)}
        isDisabled={isDisabled ?? false}
        label={`${label}: ${text}`}
        state={{ expanded: isOpen }}
        style={[
          styles.box,
          {
            borderColor: error ? colours.danger : colours.outline,
            backgroundColor: isDisabled ? colours.raised : colours.surface,
          },
        ]}
      >
        <View style={styles.inside}>
          <Text tone={chosen && !isDisabled ? 'text' : 'faint'} style={styles.text}>
            {text}
          </Text>
          <Icon name="down" size={18} colour={colours.textSecond} />
        </View>
      </Tap>
      <FieldMessage error={error} hint={hint} />
      <SelectSheet
        isOpen={isOpen}
        title={label}
        options={options}
        value={value}
        onClose={() => setOpen(false)}
        onChange={(next) => {
          setOpen(false)
          onChange(next)
        }}
      />
    </View>
  )
}

type SheetProps<V extends string> = {
  isOpen: boolean
  title: string
  options: readonly Option<V>[]
  value: V | undefined
  onChange: (value: V) => void
  onClose: () => void
}

/** Only the sheet, for callers with their own button. */
export function SelectSheet<V extends string>({
  isOpen,
  title,
  options,
  value,
  onChange,
  onClose,
}: SheetProps<V>) {
  const words = useSay()
  const colours = useColours()
  const [search, setSearch] = useState('')
  const shown = useMemo(() => {
    return options.filter(({ text, detail, alsoCalled }) =>
      isFound(search, [text, detail, alsoCalled]),
    )
  }, [options, search])
  const close = () => {
    setSearch('')
    onClose()
  }
  return (
    <Sheet isOpen={isOpen} onClose={close} title={title} isList>
      {options.length < SEARCH_FROM ? null : (
        <View style={styles.search}>
          <Field
            label={words(actions.search)}
            value={search}
            onChange={setSearch}
            autoCorrect={false}
          />
        </View>
      )}
      <FlatList
        data={shown}
        keyExtractor={({ value: key }) => key}
        keyboardShouldPersistTaps="handled"
        initialNumToRender={20}
        style={styles.list}
        renderItem={({ item }) => (
          <Tap
            onPress={() => {
              setSearch('')
              onChange(item.value)
            }}
            role="radio"
            label={item.text}
            state={{ checked: item.value === value }}
            style={[styles.option, { borderColor: colours.hairline }]}
            isFelt
          >
            <View style={styles.inside}>
              <View style={styles.text}>
                <Text isStrong={item.value === value}>{item.text}</Text>
                {item.detail ? (
                  <Text kind="caption" tone="second">
                    {item.detail}
                  </Text>
                ) : null}
              </View>
              {item.value === value ? <Icon name="check" size={20} colour={colours.brand} /> : null}
            </View>
          </Tap>
        )}
        ListEmptyComponent={
          <Text tone="second" style={styles.none}>
            {words(nothing)}
          </Text>
        }
      />
    </Sheet>
  )
}

const optional = say('opsional', 'optional')
const choose = say('Pilih', 'Choose')
const nothing = say('Tidak ada yang cocok.', 'Nothing matches.')

const styles = StyleSheet.create({
  field: { gap: space(1) + 2 },
  box: {
    borderWidth: 1,
    borderRadius: radius.app,
    paddingHorizontal: space(3),
    paddingVertical: space(2),
    minHeight: touch + 4,
  },
  inside: { flexDirection: 'row', alignItems: 'center', gap: space(2) },
  text: { flex: 1 },
  search: { paddingHorizontal: space(5), paddingBottom: space(2) },
  list: { flexGrow: 0 },
  option: {
    paddingHorizontal: space(5),
    paddingVertical: space(2),
    borderBottomWidth: StyleSheet.hairlineWidth,
    minHeight: touch + 4,
  },
  none: { padding: space(5) },
})
