/** On phones the app is installed: there is nothing to cache. */
export function keepShell(): void {}
