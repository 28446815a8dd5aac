// Typed keys of objects. TypeScript types them as `string`, because an object may have more keys
// than its type. These functions are for objects that do not: constant tables, and objects built
// from them here.

/** The names of a table. */
export function keysOf<T extends object>(table: T): (keyof T & string)[] {
  return Object.keys(table) as (keyof T & string)[]
}

/** An object with a value for each name. */
export function recordOf<const Name extends string, V>(
  names: readonly Name[],
  valueOf: (name: Name) => V,
): Record<Name, V> {
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, V>
}

/** Whether a text is one of a closed list. */
export function isOneOf<const V extends string>(words: readonly V[], text: unknown): text is V {
  return words.some((word) => word === text)
}

/** The object without undefined values. */
export function defined<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T
}

/** Some of the values of an object, by their names. */
export function picked<T extends object, const Name extends keyof T & string>(
  values: T,
  names: readonly Name[],
): Pick<T, Name> {
  return Object.fromEntries(names.map((name) => [name, values[name]])) as Pick<T, Name>
}
