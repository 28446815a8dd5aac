// The common look as the app draws with it: the scheme of the device or the one chosen, in the colour of the company.
import { createContext, useContext } from 'react'
import { Platform } from 'react-native'
import { coloursOf, seriesOf, type Colours, type Scheme } from '@rmtools/look/colours'
import { fontFamily } from '@rmtools/look/scale'
import { createStore } from '../base/store.ts'

export type Theme = { scheme: Scheme; colours: Colours; series: readonly string[] }

/** The colour of the company that is worked for; set when it is known. */
export const brand = createStore<string | null>(null)

export const ThemeContext = createContext<Theme>({
  scheme: 'light',
  colours: coloursOf('light'),
  series: seriesOf('light'),
})

export const useTheme = (): Theme => useContext(ThemeContext)
export const useColours = (): Colours => useTheme().colours

/** On the web Inter comes with the app; on phones their own face is used. */
export const family = Platform.OS === 'web' ? { fontFamily } : {}
