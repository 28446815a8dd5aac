import { useParams } from '@tanstack/react-router'

/** A part of the address by its name, as the routes have it; '' where the route has none of it. */
export function useParam(name: string): string {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false })
  const value = params[name]
  return typeof value === 'string' ? value : ''
}
