/** On a device the camera delivers the sensor's full resolution. */
export async function askForFullSize(): Promise<void> {}
