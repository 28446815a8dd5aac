/// <reference types="vite/client" />
// The gallery of the phone's components, as a browser draws them.
import '@rmtools/gallery/standstill'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { View } from 'react-native'
import { SafeAreaProvider } from 'react-native-safe-area-context'
import { choiceOf, showGallery } from '@rmtools/gallery/sheet'
import type { Stories } from '@rmtools/gallery/stories'
import { preferences } from '../base/preferences.ts'
import { ThemeProvider } from '../ui/ThemeProvider.tsx'

const { language, scheme, only } = choiceOf(location.href)
preferences.set({ ...preferences.get(), language, scheme })

void showGallery<ReactNode>({
  modules: import.meta.glob<{ stories: Stories<ReactNode> }>('../**/*.stories.tsx', {
    eager: true,
  }),
  storyWidth: 360,
  mount: (node, box) =>
    createRoot(box).render(
      <SafeAreaProvider style={only === null ? { flexGrow: 0, flexShrink: 0 } : { flex: 1 }}>
        <ThemeProvider>{only === null ? <View>{node}</View> : node}</ThemeProvider>
      </SafeAreaProvider>,
    ),
})
