import { useCallback, useSyncExternalStore } from 'react'

function follow(changed: () => void): () => void {
  addEventListener('popstate', changed)
  addEventListener('hashchange', changed)
  return () => {
    removeEventListener('popstate', changed)
    removeEventListener('hashchange', changed)
  }
}

/**
 * The current step of a page, kept in the address so that the back button goes back one step. The
 * first step has no hash.
 */
export function useStep<Step extends string>(steps: readonly Step[]) {
  const [first] = steps
  const hash = useSyncExternalStore(follow, () => location.hash.slice(1))
  const step = steps.find((one) => one === hash) ?? first
  const go = useCallback(
    (to: Step, { isReplacing = false } = {}) => {
      const url = location.pathname + (to === first ? '' : `#${to}`)
      if (isReplacing) history.replaceState(null, '', url)
      else history.pushState(null, '', url)
      dispatchEvent(new PopStateEvent('popstate'))
    },
    [first],
  )
  return { step, go }
}
