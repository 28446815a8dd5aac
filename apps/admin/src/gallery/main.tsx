// The gallery of the console's components: each has its own router and query cache, filled with the
// data of the stories.
import '@rmtools/gallery/standstill'
import '@fontsource-variable/inter/wght.css'
import '../shell/base.css'
// Charts load this on demand; the gallery preloads it.
import '../ui/echarts.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { choiceOf, showGallery } from '@rmtools/gallery/sheet'
import type { Stories } from '@rmtools/gallery/stories'
import { LanguageContext } from '../base/language.ts'
import { queryClient } from '../base/queries.ts'
import { chooseScheme, startScheme } from '../base/scheme.ts'
import { Themed } from '../ui/Themed.tsx'
import { answerFromHere, fillQueryCache } from './data.ts'

const { language, scheme } = choiceOf(location.href)
answerFromHere()
fillQueryCache()
startScheme()
chooseScheme(scheme)

function routerOf(node: ReactNode) {
  const root = createRootRoute({ component: Themed })
  const every = createRoute({ getParentRoute: () => root, path: '$', component: () => node })
  const first = createRoute({ getParentRoute: () => root, path: '/', component: () => node })
  return createRouter({
    routeTree: root.addChildren([first, every]),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  })
}

void showGallery<ReactNode>({
  modules: import.meta.glob<{ stories: Stories<ReactNode> }>('../**/*.stories.tsx', {
    eager: true,
  }),
  storyWidth: 400,
  mount: (node, box) =>
    createRoot(box).render(
      <LanguageContext value={language}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={routerOf(node) as never} />
        </QueryClientProvider>
      </LanguageContext>,
    ),
})
