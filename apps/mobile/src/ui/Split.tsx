// A tablet in landscape has room for a list and its selected item.
import { router, type Href } from 'expo-router'
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { StyleSheet, useWindowDimensions, View } from 'react-native'
import { useColours } from './theme.ts'

const ROOM_FOR_TWO = 1000
const LIST_WIDTH = 400

type Choice = { chosen: string | undefined; choose: (id: string) => void }
const BesideList = createContext<Choice | undefined>(undefined)
const InPane = createContext(false)

/** Whether a screen is shown beside its list, where there is no way back. */
export const useIsPane = (): boolean => useContext(InPane)

/** How a row opens: beside the list where there is room, otherwise as its own screen. */
export function useOpening(): {
  chosen: string | undefined
  open: (id: string, path: Href) => void
} {
  const beside = useContext(BesideList)
  return {
    chosen: beside?.chosen,
    open: (id, path) => (beside ? beside.choose(id) : router.push(path)),
  }
}

type Props = { list: ReactNode; detailOf: (id: string) => ReactNode; empty: ReactNode }

/** The list, alone or with the selected item beside it. */
export function Split({ list, detailOf, empty }: Props) {
  const { hairline, background } = useColours()
  const isWide = useWindowDimensions().width >= ROOM_FOR_TWO
  const [chosen, choose] = useState<string>()
  const choice = useMemo(() => (isWide ? { chosen, choose } : undefined), [isWide, chosen])
  return (
    <BesideList.Provider value={choice}>
      <View style={[styles.both, { backgroundColor: background }]}>
        <View style={isWide ? [styles.list, { borderColor: hairline }] : styles.pane}>{list}</View>
        {isWide ? (
          <View style={styles.pane}>
            <InPane.Provider value>
              {chosen === undefined ? <View style={styles.empty}>{empty}</View> : detailOf(chosen)}
            </InPane.Provider>
          </View>
        ) : null}
      </View>
    </BesideList.Provider>
  )
}

const styles = StyleSheet.create({
  both: { flex: 1, flexDirection: 'row' },
  list: { width: LIST_WIDTH, borderRightWidth: StyleSheet.hairlineWidth },
  pane: { flex: 1 },
  empty: { flex: 1, justifyContent: 'center' },
})
