import { useEffect, useMemo, type ReactNode } from 'react'
import { Platform, useColorScheme } from 'react-native'
import { setBackgroundColorAsync } from 'expo-system-ui'
import {
  configureFonts,
  MD3DarkTheme,
  MD3LightTheme,
  PaperProvider,
  type MD3Theme,
} from 'react-native-paper'
import { coloursOf, seriesOf, type Scheme } from '@rmtools/look/colours'
import { radius } from '@rmtools/look/scale'
import { preferences } from '../base/preferences.ts'
import { useStore } from '../base/store.ts'
import { Icon, type IconName } from './Icon.tsx'
import { brand, family, ThemeContext, type Theme } from './theme.ts'

/** Provides the screens with their colours. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const system = useColorScheme()
  const chosen = useStore(preferences).scheme
  const own = useStore(brand)
  const systemScheme = system === 'dark' ? 'dark' : 'light'
  const scheme: Scheme = chosen === 'system' ? systemScheme : chosen
  const theme = useMemo(
    () => ({ scheme, colours: coloursOf(scheme, own), series: seriesOf(scheme, own) }),
    [scheme, own],
  )
  useEffect(() => {
    if (Platform.OS === 'web') document.body.style.backgroundColor = theme.colours.background
    else void setBackgroundColorAsync(theme.colours.background)
  }, [theme])
  return (
    <ThemeContext.Provider value={theme}>
      <PaperProvider
        theme={paperTheme(theme)}
        settings={{
          icon: ({ name, color, size }) => (
            <Icon name={name as IconName} colour={color} size={size} />
          ),
        }}
      >
        {children}
      </PaperProvider>
    </ThemeContext.Provider>
  )
}

function paperTheme({ scheme, colours }: Theme): MD3Theme {
  const base = scheme === 'dark' ? MD3DarkTheme : MD3LightTheme
  return {
    ...base,
    roundness: radius.app / 4,
    fonts: configureFonts({ config: family }),
    colors: {
      ...base.colors,
      primary: colours.brand,
      onPrimary: colours.onBrand,
      primaryContainer: colours.brandSoft,
      background: colours.background,
      surface: colours.surface,
      onSurface: colours.text,
      onSurfaceVariant: colours.textSecond,
      outline: colours.outline,
      outlineVariant: colours.hairline,
      error: colours.danger,
      inverseSurface: colours.text,
      inverseOnSurface: colours.background,
      inversePrimary: colours.background,
    },
  }
}
