// Names of closed lists of values in the API's document, so that each list appears there once.

const names = new WeakMap<readonly string[], string>()

/** Gives a list of values a name. Call it where the list is created. */
export function NamedList<const V extends readonly string[]>(name: string, values: V): V {
  names.set(values, name)
  return values
}

/** The name of a list, if it has one. */
export const listNameOf = (values: readonly string[]): string | undefined => names.get(values)
