/** On phones the app is installed: there is nothing to keep. */
export function keepShell(): void {}
