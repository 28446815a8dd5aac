/** On a device the camera gives what its sensor has. */
export async function askForFullSize(): Promise<void> {}
