// The shared look in the app: the colour scheme of the device or the user's choice, with the
// company's colour.
import { createContext, useContext } from 'react'
import { Platform } from 'react-native'
import { coloursOf, seriesOf, type Colours, type Scheme } from '@rmtools/look/colours'
import { fontFamily } from '@rmtools/look/scale'
import { createStore } from '../base/store.ts'

export type Theme = { scheme: Scheme; colours: Colours; series: readonly string[] }

/** The colour of the active company, once it is known. */
export const brand = createStore<string | null>(null)

export const ThemeContext = createContext<Theme>({
  scheme: 'light',
  colours: coloursOf('light'),
  series: seriesOf('light'),
})

export const useTheme = (): Theme => useContext(ThemeContext)
export const useColours = (): Colours => useTheme().colours

/** On the web the app brings Inter; phones use their own font. */
export const family = Platform.OS === 'web' ? { fontFamily } : {}
