// Closed lists of values, by their name in the API's document, so that each appears there once.

const names = new WeakMap<readonly string[], string>()

/** Gives a list of values a name. Say it where the list is made. */
export function NamedList<const V extends readonly string[]>(name: string, values: V): V {
  names.set(values, name)
  return values
}

/** The name of a list, where it has one. */
export const listNameOf = (values: readonly string[]): string | undefined => names.get(values)
