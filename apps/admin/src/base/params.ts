import { useParams } from '@tanstack/react-router'

/** A parameter of the address; '' if the route does not have it. */
export function useParam(name: string): string {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false })
  const value = params[name]
  return typeof value === 'string' ? value : ''
}
